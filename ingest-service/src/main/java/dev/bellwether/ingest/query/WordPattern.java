package dev.bellwether.ingest.query;

/** Compares words with a pattern of literal characters, {@code *} and {@code ?}. */
final class WordPattern {

  private final String pattern;
  private final String prefix;
  private final boolean prefixOnly;

  WordPattern(Expression.Wildcard wildcard) {
    pattern = wildcard.pattern();
    prefix = wildcard.prefix();
    prefixOnly = pattern.length() == prefix.length() + 1 && pattern.endsWith("*");
  }

  boolean matches(String word) {
    return word.startsWith(prefix) && (prefixOnly || rest(word));
  }

  /**
   * Goes back to the last {@code *} only, which is enough: so the work is at most the product of
   * the lengths.
   */
  private boolean rest(String word) {
    int w = prefix.length();
    int p = prefix.length();
    int star = -1;
    int afterStar = 0;
    while (w < word.length()) {
      int c = word.codePointAt(w);
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        afterStar = w;
      } else if (p < pattern.length() && pattern.charAt(p) == '?') {
        p++;
        w += Character.charCount(c);
      } else if (p < pattern.length() && pattern.codePointAt(p) == c) {
        p += Character.charCount(c);
        w += Character.charCount(c);
      } else if (star >= 0) {
        p = star + 1;
        afterStar += Character.charCount(word.codePointAt(afterStar));
        w = afterStar;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
