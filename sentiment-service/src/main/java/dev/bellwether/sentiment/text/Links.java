package dev.bellwether.sentiment.text;

/** Finds links. */
final class Links {

  private static final String MASKED = "http";
  private static final String[] STARTS = {"http://", "https://", "www."};

  private Links() {}

  /** Where the link that begins at {@code at} ends; {@code at} where none begins. */
  static int end(RawText raw, int at) {
    if (!linkAt(raw, at)) {
      return at;
    }
    int end = at;
    while (end < raw.length && !Character.isWhitespace(raw.chars[end])) {
      end++;
    }
    return end;
  }

  private static boolean linkAt(RawText raw, int at) {
    for (var start : STARTS) {
      if (starts(raw, at, start)) {
        return true;
      }
    }
    // data sets mask links as a bare "http"
    return starts(raw, at, MASKED) && !WordNormalizer.inName(raw, at + MASKED.length());
  }

  private static boolean starts(RawText raw, int at, String lowerCase) {
    if (at + lowerCase.length() > raw.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Character.toLowerCase(raw.chars[at + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
