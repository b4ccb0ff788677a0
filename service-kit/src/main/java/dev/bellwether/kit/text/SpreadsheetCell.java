package dev.bellwether.kit.text;

/**
 * Text as a spreadsheet may open it without running it: what would begin a formula gets an
 * apostrophe before it (OWASP, CSV Injection).
 *
 * <p>A cell may begin where we mean it to, and wherever a spreadsheet set to another separator
 * thinks one begins: after a semicolon, a tab or the end of a line inside the text. Blanks, quotes
 * and invisible characters are no shelter, nor are the full-width and small forms of the signs,
 * which some programs take for the plain ones.
 */
public final class SpreadsheetCell {

  /** Plain, full-width, small, and the minus of mathematics. */
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

  private static final String SEPARATORS = ";\t\r\n\u000B\f\u0085\u2028\u2029";

  private static final String QUOTES = "\"'\u201C\u201D";

  private SpreadsheetCell() {}

  /** The same text where nothing in it is dangerous. */
  public static String guard(String text) {
    StringBuilder guarded = null;
    // Backwards, so that what comes after a place is known there and each character is seen once
    boolean formulaAhead = false;
    for (int at = text.length(); at > 0; ) {
      int c = text.codePointBefore(at);
      at -= Character.charCount(c);
      formulaAhead = SIGNS.indexOf(c) >= 0 || formulaAhead && isNoContent(c);
      boolean beginsCell = at == 0 || SEPARATORS.indexOf(text.charAt(at - 1)) >= 0;
      if (beginsCell && formulaAhead || at == 0 && "\t\r\n".indexOf(c) >= 0) {
        guarded = guarded == null ? new StringBuilder(text) : guarded;
        guarded.insert(at, '\'');
      }
    }
    return guarded == null ? text : guarded.toString();
  }

  private static boolean isNoContent(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || QUOTES.indexOf(c) >= 0
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED ->
              true;
          default -> false;
        };
  }
}
