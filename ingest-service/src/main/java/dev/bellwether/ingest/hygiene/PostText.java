package dev.bellwether.ingest.hygiene;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The form in which a post's text is kept: Unicode's NFC (UAX 15), without what hides text from a
 * reader. Of format characters only those stay that scripts need: joiners between letters and in
 * emoji, and what shows emoji as pictures or flags. Line ends become LF, at most two in a row; of
 * blanks at most {@value #MOST_BLANKS} in a row.
 */
public final class PostText {

  /**
   * Most marks on one letter. Vietnamese needs 2, Hebrew with vowels and cantillation 4, Tibetan
   * stacks 5, and the Unicode Stream-Safe Text Format bears 30 (UAX 15).
   */
  public static final int MOST_MARKS = 8;

  static final int MOST_BLANKS = 8;
  private static final int MOST_LINE_ENDS = 2;

  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;
  private static final int BLACK_FLAG = 0x1F3F4;

  private PostText() {}

  /**
   * What keeps the text from being taken, as the end of a sentence that begins with its name; empty
   * where nothing does.
   */
  public static Optional<String> flaw(String text) {
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c >= 0x300 && isMark(c)) {
        marks++;
        if (marks > MOST_MARKS) {
          return Optional.of(
              "stacks more than %d marks on the letter before character %d (zalgo text?); remove them"
                  .formatted(MOST_MARKS, i + 1));
        }
      } else {
        marks = 0;
      }
      i += Character.charCount(c);
    }
    return Optional.empty();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** The text as it is kept; empty where nothing of it can be seen. */
  public static String normalised(String text) {
    return isPlain(text) ? text : cleaned(Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
  }

  /** Printable ASCII with single blanks and line ends: most posts, and nothing to do. */
  private static boolean isPlain(String text) {
    char before = 'x';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\n';
      if (c > '~' || c < ' ' && c != '\n' || space && before == c) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static String cleaned(String text) {
    var clean = new StringBuilder(text.length());
    int blanks = 0;
    int lineEnds = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\n' || c == 0x2028 || c == 0x2029 || c == '\r' && !startsWith(text, next, '\n')) {
        blanks = 0;
        if (++lineEnds <= MOST_LINE_ENDS) {
          clean.append('\n');
        }
      } else if (c == '\t' || Character.isSpaceChar(c)) {
        if (++blanks <= MOST_BLANKS) {
          clean.appendCodePoint(c == '\t' ? ' ' : c);
        }
      } else if (isKept(text, c, i, next)) {
        blanks = 0;
        lineEnds = 0;
        clean.appendCodePoint(c);
      }
      i = next;
    }
    return clean.toString();
  }

  private static boolean startsWith(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static boolean isKept(String text, int c, int at, int next) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> false;
      case Character.FORMAT -> isNeeded(text, c, at, next);
      default -> true;
    };
  }

  private static boolean isNeeded(String text, int c, int at, int next) {
    if (at == 0 || next >= text.length()) {
      return isTag(c) && at > 0;
    }
    int before = text.codePointBefore(at);
    int after = text.codePointAt(next);
    if (c == ZWNJ || c == ZWJ) {
      boolean emoji = c == ZWJ && isPicture(before) && isPicture(after);
      return emoji || isJoining(before) && (isJoining(after) || Character.isWhitespace(after));
    }
    // Arabic number signs are format characters that are seen
    return isTag(c) && (isTag(before) || before == BLACK_FLAG)
        || c >= 0x600 && c <= 0x605
        || c == 0x6DD
        || c == 0x70F;
  }

  private static boolean isTag(int c) {
    return c >= FIRST_TAG && c <= LAST_TAG;
  }

  private static boolean isPicture(int c) {
    return c == 0xFE0F || Character.isEmoji(c) || Character.isEmojiModifier(c);
  }

  /** Letters and marks of scripts whose letters join: Arabic to the scripts of India and beyond. */
  private static boolean isJoining(int c) {
    return c >= 0x600
        && c <= 0x18AF
        && (Character.isLetter(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }
}
