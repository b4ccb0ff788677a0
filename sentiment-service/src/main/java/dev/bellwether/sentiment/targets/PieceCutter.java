package dev.bellwether.sentiment.targets;

/**
 * Cuts a text into {@link Pieces}, in time linear in its length; takes any string, broken UTF-16
 * included.
 */
final class PieceCutter {

  /** Characters read of a text; the archive keeps no more of a mention. */
  static final int MAX_CHARACTERS = 10_000;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int SHORTEST_PLURAL = 4;

  private final String text;
  private final int length;
  private final Pieces pieces;
  private int at;

  private PieceCutter(String text) {
    this.text = text;
    this.length = Math.min(text.length(), MAX_CHARACTERS);
    this.pieces = new Pieces(text);
  }

  static Pieces cut(String text) {
    return new PieceCutter(text).run();
  }

  private Pieces run() {
    while (at < length) {
      char c = text.charAt(at);
      if (c < 0x80 && c <= ' ') {
        if (c == '\n') {
          sign(1);
        } else {
          at++;
        }
      } else if (Character.isLetterOrDigit(c) && c < 0x80) {
        if (!link()) {
          word(Pieces.WORD, at, wordEnd(at));
        }
      } else {
        other(text.codePointAt(at));
      }
    }
    return pieces;
  }

  private void other(int codePoint) {
    int width = Character.charCount(codePoint);
    if ((codePoint == '#' || codePoint == '@') && letterAt(at + 1) && !letterAt(at - 1)) {
      tag(codePoint == '#' ? Pieces.HASHTAG : Pieces.HANDLE);
    } else if (Character.isLetterOrDigit(codePoint)) {
      word(Pieces.WORD, at, wordEnd(at));
    } else if (codePoint == '&') {
      and();
    } else if (Character.isExtendedPictographic(codePoint)
        || (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF)) {
      pieces.add(
          Pieces.FACE, at, at + width, hashOf(at, at + width), Pieces.NO_HASH, Pieces.NO_HASH);
      at += width;
    } else if (Faces.lengthAt(text, at, length) > 0) {
      int end = at + Faces.lengthAt(text, at, length);
      pieces.add(Pieces.FACE, at, end, hashOf(at, end), Pieces.NO_HASH, Pieces.NO_HASH);
      at = end;
    } else if (Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || NameFolding.fold(codePoint) == NameFolding.NOTHING
        || Character.isSurrogate((char) codePoint) && width == 1) {
      at += width;
    } else {
      sign(width);
    }
  }

  private void sign(int width) {
    pieces.add(Pieces.SIGN, at, at + width, hashOf(at, at + width), Pieces.NO_HASH, Pieces.NO_HASH);
    at += width;
  }

  /** "&" is "and", also where a collection left Twitter's entity. */
  private void and() {
    int width = text.startsWith("&amp;", at) ? 5 : 1;
    if (text.startsWith("&gt;", at)) {
      width = 4;
      pieces.add(Pieces.SIGN, at, at + width, hashOf(">"), Pieces.NO_HASH, Pieces.NO_HASH);
    } else {
      pieces.add(Pieces.WORD, at, at + width, hashOf("and"), Pieces.NO_HASH, Pieces.NO_HASH);
    }
    at += width;
  }

  private boolean link() {
    char c = text.charAt(at);
    if ((c | 0x20) != 'h' && (c | 0x20) != 'w') {
      return false;
    }
    if (!starts("http://") && !starts("https://") && !starts("www.")) {
      return false;
    }
    int start = at;
    while (at < length && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    pieces.add(Pieces.LINK, start, at, Pieces.NO_HASH, Pieces.NO_HASH, Pieces.NO_HASH);
    return true;
  }

  private boolean starts(String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  private boolean letterAt(int i) {
    return i >= 0 && i < length && Character.isLetterOrDigit(text.codePointAt(i));
  }

  private void tag(byte kind) {
    int start = at + 1;
    int end = start;
    while (letterAt(end) || (end < length && inner(text.codePointAt(end)))) {
      end += Character.charCount(text.codePointAt(end));
    }
    word(kind, start, end);
    parts(start, end);
  }

  private boolean inner(int codePoint) {
    return codePoint == '_' || mark(codePoint);
  }

  private void parts(int start, int end) {
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end ? from > start : boundary(text.charAt(i - 1), text.charAt(i))) {
        word(Pieces.PART, from, i);
        from = i;
      }
    }
  }

  /** Where one word ends and the next begins in a hashtag or a name written as one. */
  static boolean boundary(char before, char here) {
    return before == '_'
        || (Character.isLowerCase(before) && Character.isUpperCase(here))
        || (Character.isLetter(before) && Character.isDigit(here));
  }

  private int wordEnd(int start) {
    int first = text.codePointAt(start);
    int i = start + Character.charCount(first);
    if (alone(first)) {
      return i;
    }
    while (i < length) {
      char c = text.charAt(i);
      boolean ascii = c < 0x80;
      if (ascii && (Character.isLetterOrDigit(c) || (c == '\'' && letterAt(i + 1)))) {
        i++;
        continue;
      }
      int codePoint = text.codePointAt(i);
      boolean within =
          !ascii
              && ((Character.isLetterOrDigit(codePoint) && !alone(codePoint))
                  || mark(codePoint)
                  || (codePoint == '\u2019' && letterAt(i + 1)));
      if (!within) {
        break;
      }
      i += Character.charCount(codePoint);
    }
    return Math.min(i, text.length());
  }

  /** Scripts written without spaces: a name is found as its row of signs. */
  private static boolean alone(int codePoint) {
    return codePoint >= 0xE00
        && (Character.isIdeographic(codePoint)
            || (codePoint >= 0x3040 && codePoint <= 0x30FF)
            || codePoint < 0xE80);
  }

  private static boolean mark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> NameFolding.fold(codePoint) == NameFolding.NOTHING && codePoint != 0;
    };
  }

  private void word(byte kind, int start, int end) {
    long hash = OFFSET;
    long before = OFFSET;
    long beforeThat = OFFSET;
    int last = 0;
    int lastButOne = 0;
    int letters = 0;
    for (int i = start; i < end; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int folded = NameFolding.fold(codePoint);
      if (Pieces.counts(folded)) {
        beforeThat = before;
        before = hash;
        hash = mix(hash, folded);
        lastButOne = last;
        last = folded;
        letters++;
      }
    }
    boolean plural = last == 's' && letters >= SHORTEST_PLURAL;
    boolean longPlural = plural && lastButOne == 'e';
    pieces.add(
        kind,
        kind == Pieces.HASHTAG || kind == Pieces.HANDLE ? start - 1 : start,
        end,
        finish(hash),
        plural ? finish(before) : Pieces.NO_HASH,
        longPlural ? finish(beforeThat) : Pieces.NO_HASH);
    at = Math.max(at, end);
  }

  private static long mix(long hash, int codePoint) {
    if (codePoint <= Character.MAX_VALUE) {
      return (hash ^ codePoint) * PRIME;
    }
    long first = (hash ^ Character.highSurrogate(codePoint)) * PRIME;
    return (first ^ Character.lowSurrogate(codePoint)) * PRIME;
  }

  private long hashOf(int start, int end) {
    long hash = OFFSET;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return finish(hash);
  }

  /** The hash of a word given in folded letters. */
  static long hashOf(CharSequence folded) {
    long hash = OFFSET;
    for (int i = 0; i < folded.length(); i++) {
      hash = (hash ^ folded.charAt(i)) * PRIME;
    }
    return finish(hash);
  }

  private static long finish(long hash) {
    return hash == Pieces.NO_HASH ? 1 : hash;
  }
}
