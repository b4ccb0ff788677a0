package dev.bellwether.ingest.archive;

import java.util.regex.Pattern;

/**
 * Text as a spreadsheet may open it without running it: what would begin a formula gets an
 * apostrophe before it (OWASP, CSV Injection).
 *
 * <p>A cell may begin where we mean it to, and wherever a spreadsheet set to another separator
 * thinks one begins: after a semicolon, a tab or the end of a line inside the text. Blanks, quotes
 * and invisible characters are no shelter, nor are the full-width and small forms of the signs,
 * which some programs take for the plain ones.
 */
final class SpreadsheetCell {

  private static final String SIGNS =
      "=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212";

  /** A whole cell that begins with a tab or a line's end is guarded whatever follows. */
  private static final Pattern DANGEROUS =
      Pattern.compile(
          "\\A(?=[\\t\\r\\n])|(?:\\A|(?<=[;\\t\\r\\n\\x0B\\f\\u0085\\u2028\\u2029]))(?=[\\s\\p{Z}\\p{C}\"'\\u201C\\u201D]*["
              + SIGNS
              + "])");

  private SpreadsheetCell() {}

  /** The same text where nothing in it is dangerous. */
  static String guard(String text) {
    return DANGEROUS.matcher(text).replaceAll("'");
  }
}
