package dev.bellwether.sentiment.text;

import java.util.List;
import java.util.Set;

/**
 * Cuts a post into tokens the way people write posts: accounts, links, hashtags, emoji and
 * emoticons stay whole. Takes any string at all, broken UTF-16 included, in time linear in its
 * length. Safe for use by many threads.
 */
public final class PostTokenizer {

  /**
   * Characters read of a text; what comes after is ignored. The archive keeps no more of a mention.
   */
  public static final int MAX_CHARACTERS = 10_000;

  private final WordNormalizer words;

  /**
   * @param foldings spellings that are not told apart
   */
  public PostTokenizer(Set<Folding> foldings) {
    words = new WordNormalizer(FoldTable.of(foldings));
  }

  /** The tokens of {@code text}, in order, as objects; for the hot path there is {@link #fill}. */
  public List<Token> tokenize(String text) {
    var tokens = new Tokens();
    fill(text, tokens);
    return tokens.view();
  }

  /** Replaces what {@code tokens} holds by the tokens of {@code text}, in order. */
  public void fill(String text, Tokens tokens) {
    tokens.reset(text, MAX_CHARACTERS);
    var raw = tokens.raw;
    int at = 0;
    while (at < raw.length) {
      char c = raw.chars[at];
      if (CharacterClass.is(c, CharacterClass.LETTER | CharacterClass.DIGIT)) {
        at = wordOrFace(tokens, at);
      } else if (Character.isSurrogate(c)) {
        at = supplementary(tokens, at);
      } else if (CharacterClass.is(c, CharacterClass.SKIPPED)) {
        at++;
      } else {
        at = sign(tokens, at, c);
      }
    }
  }

  private int wordOrFace(Tokens tokens, int at) {
    var raw = tokens.raw;
    char c = raw.chars[at];
    int end = c == 'h' || c == 'H' || c == 'w' || c == 'W' ? Links.end(raw, at) : at;
    if (end > at) {
      return words.constant(tokens, Token.Kind.URL, "url", at, end);
    }
    if (CharacterClass.is(c, CharacterClass.FACE)) {
      end = face(tokens, at);
      if (end > at) {
        return end;
      }
    }
    return words.word(tokens, at);
  }

  /** Beyond the basic plane: emoji, letters, or signs; half a pair is skipped. */
  private int supplementary(Tokens tokens, int at) {
    var raw = tokens.raw;
    int codePoint = Character.codePointAt(raw.chars, at, raw.length);
    int end = at + Character.charCount(codePoint);
    if (CharacterClass.picture(codePoint)) {
      return picture(tokens, codePoint, at, end);
    }
    if (CharacterClass.skipped(codePoint)) {
      return end;
    }
    if (Character.isLetterOrDigit(codePoint)) {
      return words.word(tokens, at);
    }
    return words.run(tokens, at, end);
  }

  private int sign(Tokens tokens, int at, char c) {
    var raw = tokens.raw;
    if (c == '@' && WordNormalizer.inName(raw, at + 1)) {
      int end = at + 1;
      while (WordNormalizer.inName(raw, end)) {
        end++;
      }
      return words.constant(tokens, Token.Kind.USER, "@user", at, end);
    }
    if (c == '#' && WordNormalizer.inName(raw, at + 1)) {
      return words.hashtag(tokens, at);
    }
    if (CharacterClass.is(c, CharacterClass.FACE)) {
      int end = face(tokens, at);
      if (end > at) {
        return end;
      }
    }
    if (CharacterClass.is(c, CharacterClass.PICTURE)) {
      return picture(tokens, c, at, at + 1);
    }
    return words.run(tokens, at, at + 1);
  }

  /** The end of an emoticon and of its mouth's repeats; {@code at} where there is none. */
  private int face(Tokens tokens, int at) {
    var raw = tokens.raw;
    int length = Emoticons.lengthAt(raw, at);
    if (length == 0) {
      return at;
    }
    int end = at + length;
    char mouth = raw.chars[end - 1];
    while (end < raw.length && raw.chars[end] == mouth) {
      end++;
    }
    words.verbatim(tokens, Token.Kind.EMOTICON, at, at + length, end);
    return end;
  }

  /** Skin tones, joiners and variation selectors are dropped: the feeling is in the base sign. */
  private int picture(Tokens tokens, int codePoint, int at, int end) {
    if (!Character.isEmojiModifier(codePoint)) {
      words.verbatim(tokens, Token.Kind.EMOJI, at, end, end);
    }
    return end;
  }
}
