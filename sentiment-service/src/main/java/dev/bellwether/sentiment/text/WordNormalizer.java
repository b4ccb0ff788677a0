package dev.bellwether.sentiment.text;

/**
 * Cuts words and writes them as the models know them. The only place where a token gets its text.
 */
final class WordNormalizer {

  private static final int MAX_WORD = 40;
  private static final int WORD_CHARACTER =
      CharacterClass.LETTER | CharacterClass.DIGIT | CharacterClass.MARK;

  private final char[] folded;

  WordNormalizer(char[] folded) {
    this.folded = folded;
  }

  /** Whether the character may stand in an account's or hashtag's name. */
  static boolean inName(RawText raw, int at) {
    return at < raw.length
        && (CharacterClass.is(raw.chars[at], CharacterClass.LETTER | CharacterClass.DIGIT)
            || raw.chars[at] == '_');
  }

  /** Adds the word that begins at {@code at}; its end. */
  int word(Tokens tokens, int at) {
    int end = wordEnd(tokens.raw, at);
    add(tokens, Token.Kind.WORD, at, at, end);
    return end;
  }

  /** Adds the hashtag whose {@code #} is at {@code at}, and the words inside it; its end. */
  int hashtag(Tokens tokens, int at) {
    var raw = tokens.raw;
    int start = at + 1;
    int end = start;
    while (inName(raw, end)
        || (end < raw.length && CharacterClass.is(raw.chars[end], CharacterClass.MARK))) {
      end++;
    }
    add(tokens, Token.Kind.HASHTAG, at, start, end);
    if (parts(tokens, start, end, false) == 1) {
      add(tokens, Token.Kind.HASHTAG_PART, start, start, end);
    } else {
      parts(tokens, start, end, true);
    }
    return end;
  }

  /** How many words of two letters or more capitals and digits set apart; adds them if asked. */
  private int parts(Tokens tokens, int start, int end, boolean adding) {
    int count = 0;
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || boundary(tokens.raw.chars[i - 1], tokens.raw.chars[i])) {
        if (i - from > 1) {
          count++;
          if (adding) {
            add(tokens, Token.Kind.HASHTAG_PART, from, from, i);
          }
        }
        from = i;
      }
    }
    return count;
  }

  private static boolean boundary(char before, char here) {
    return before == '_'
        || here == '_'
        || (Character.isLowerCase(before) && CharacterClass.is(here, CharacterClass.UPPER))
        || CharacterClass.is(before, CharacterClass.DIGIT)
            != CharacterClass.is(here, CharacterClass.DIGIT);
  }

  private static int wordEnd(RawText raw, int start) {
    int i = start;
    while (i < raw.length) {
      char c = raw.chars[i];
      if (CharacterClass.is(c, WORD_CHARACTER)
          || c == '_'
          || (FoldTable.apostrophe(c)
              && i + 1 < raw.length
              && CharacterClass.is(raw.chars[i + 1], CharacterClass.LETTER))) {
        i++;
      } else if (Character.isHighSurrogate(c)
          && Character.isLetterOrDigit(Character.codePointAt(raw.chars, i, raw.length))) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  private void add(Tokens tokens, Token.Kind kind, int spanStart, int start, int end) {
    var raw = tokens.raw.chars;
    int from = tokens.normalisedLength;
    int to = from;
    int letters = 0;
    int upper = 0;
    int repeated = 0;
    boolean elongated = false;
    boolean digits = true;
    long hash = TokenHash.EMPTY;
    char last = FoldTable.DROPPED;
    for (int i = start; i < end && to - from < MAX_WORD; i++) {
      char c = raw[i];
      char letter = folded[c];
      if (letter == FoldTable.DROPPED) {
        continue;
      }
      boolean isLetter = CharacterClass.is(c, CharacterClass.LETTER);
      digits &= CharacterClass.is(c, CharacterClass.DIGIT);
      letters += isLetter ? 1 : 0;
      upper += isLetter && CharacterClass.is(c, CharacterClass.UPPER) ? 1 : 0;
      repeated = last == letter ? repeated + 1 : 0;
      last = letter;
      if (repeated >= 2 && isLetter) {
        elongated = true;
      } else {
        tokens.normalised[to++] = letter;
        hash = TokenHash.next(hash, letter);
      }
    }
    if (to == from) {
      return;
    }
    tokens.normalisedLength = to;
    int flags = elongated ? Tokens.ELONGATED : 0;
    flags |= letters >= 2 && upper == letters ? Tokens.CAPITALS : 0;
    flags |= endsInNot(tokens.normalised, from, to) ? Tokens.CONTRACTED_NOT : 0;
    var actual = digits && kind == Token.Kind.WORD ? Token.Kind.NUMBER : kind;
    tokens.add(actual, spanStart, end, from, hash, flags);
  }

  private static boolean endsInNot(char[] text, int from, int to) {
    return to - from >= 3 && text[to - 1] == 't' && text[to - 2] == '\'' && text[to - 3] == 'n';
  }

  /** Adds a token that stands for all of its kind; its end. */
  int constant(Tokens tokens, Token.Kind kind, String text, int start, int end) {
    int from = tokens.normalisedLength;
    text.getChars(0, text.length(), tokens.normalised, from);
    finish(tokens, kind, start, end, from, from + text.length());
    return end;
  }

  /** Adds a token that is told as it was written from {@code start} to {@code upTo}. */
  void verbatim(Tokens tokens, Token.Kind kind, int start, int upTo, int end) {
    int from = tokens.normalisedLength;
    System.arraycopy(tokens.raw.chars, start, tokens.normalised, from, upTo - start);
    finish(tokens, kind, start, end, from, from + upTo - start);
  }

  /**
   * Adds a run of the sign from {@code start} to {@code signEnd}, as one token of at most two
   * signs: {@code !!!!} says what {@code !!} says; the run's end.
   */
  int run(Tokens tokens, int start, int signEnd) {
    var raw = tokens.raw;
    int width = signEnd - start;
    int end = signEnd;
    while (repeats(raw, start, end, width)) {
      end += width;
    }
    verbatim(tokens, Token.Kind.PUNCTUATION, start, Math.min(end, start + 2 * width), end);
    return end;
  }

  private static boolean repeats(RawText raw, int start, int at, int width) {
    if (at + width > raw.length) {
      return false;
    }
    for (int i = 0; i < width; i++) {
      if (raw.chars[at + i] != raw.chars[start + i]) {
        return false;
      }
    }
    return true;
  }

  private static void finish(Tokens tokens, Token.Kind kind, int start, int end, int from, int to) {
    long hash = TokenHash.EMPTY;
    for (int i = from; i < to; i++) {
      hash = TokenHash.next(hash, tokens.normalised[i]);
    }
    tokens.normalisedLength = to;
    tokens.add(kind, start, end, from, hash, 0);
  }
}
