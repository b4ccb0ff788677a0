package dev.bellwether.sentiment.text;

/**
 * A text's characters without the escapes that collections left in it (entities, a backslash and
 * what it stands for), and where each stood. Reused; of one thread at a time.
 */
final class RawText {

  private static final String[] ENTITIES = {"&lt;", "&gt;", "&quot;", "&amp;"};
  private static final String MEANT = "<>\"&";
  private static final int UNICODE_ESCAPE = 6;

  char[] chars = new char[0];
  int length;

  /** Where each character stood in the text given; read only when {@link #moved}. */
  private int[] origins = new int[0];

  private boolean moved;

  void set(String text, int limit) {
    int given = Math.min(text.length(), limit);
    if (chars.length <= given) {
      // one more than the longest text, so that looking at the next character needs no check
      chars = new char[Integer.highestOneBit(given + 1) * 2];
    }
    text.getChars(0, given, chars, 0);
    length = given;
    moved = false;
    if (hasEscapes(given)) {
      unescape(given);
    }
    chars[length] = '\0';
  }

  /** Where the character at {@code at} stood in the text given; for {@link #length}, its end. */
  int origin(int at) {
    return moved ? origins[at] : at;
  }

  private boolean hasEscapes(int given) {
    for (int i = 0; i < given; i++) {
      if (chars[i] == '&' || chars[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  private void unescape(int given) {
    moved = true;
    if (origins.length <= given) {
      origins = new int[chars.length];
    }
    int to = 0;
    for (int from = 0; from < given; ) {
      origins[to] = from;
      int taken = chars[from] == '&' ? entity(from, given, to) : 0;
      taken = chars[from] == '\\' ? escape(from, given, to) : taken;
      if (taken == 0) {
        chars[to] = chars[from];
        taken = 1;
      }
      to++;
      from += taken;
    }
    origins[to] = given;
    length = to;
  }

  /** Writes what an entity means to {@code to}; its length, 0 where there is none. */
  private int entity(int from, int given, int to) {
    for (int i = 0; i < ENTITIES.length; i++) {
      if (matches(ENTITIES[i], from, given)) {
        chars[to] = MEANT.charAt(i);
        return ENTITIES[i].length();
      }
    }
    return 0;
  }

  private int escape(int from, int given, int to) {
    if (matches("\\\"\"", from, given)) {
      chars[to] = '"';
      return 3;
    }
    if (matches("\\\"", from, given)) {
      chars[to] = '"';
      return 2;
    }
    if (matches("\\n", from, given)) {
      chars[to] = ' ';
      return 2;
    }
    if (!matches("\\u", from, given) || from + UNICODE_ESCAPE > given) {
      return 0;
    }
    int code = 0;
    for (int i = from + 2; i < from + UNICODE_ESCAPE; i++) {
      int digit = chars[i] < 128 ? Character.digit(chars[i], 16) : -1;
      if (digit < 0) {
        return 0;
      }
      code = code * 16 + digit;
    }
    chars[to] = (char) code;
    return UNICODE_ESCAPE;
  }

  private boolean matches(String expected, int from, int given) {
    if (from + expected.length() > given) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (chars[from + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
