package dev.bellwether.adexport;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How a file writes its numbers: which mark stands before the decimals. */
public enum Decimals {
  POINT('.', ','),
  COMMA(',', '.');

  /** What stands for no number. */
  private static final Pattern NONE =
      Pattern.compile("|-|--|–|—|n/?a|null|none|nan", Pattern.CASE_INSENSITIVE);

  private static final int MOST_DIGITS = 40;

  private final char mark;
  private final Pattern number;

  Decimals(char mark, char groups) {
    this.mark = mark;
    String group = "[" + groups + " '’\u00A0\u202F]";
    // Groups of two as well: India writes 12,34,567.00
    this.number =
        Pattern.compile(
            "-?(\\d+|\\d{1,3}("
                + group
                + "\\d{2,3})*"
                + group
                + "\\d{3})?(["
                + mark
                + "]\\d*)?([eE]-?\\d{1,2})?");
  }

  /** Whether a cell is empty, as a platform writes it: a campaign may well be called None. */
  static boolean isEmpty(String cell) {
    String text = cell.strip();
    return text.isEmpty() || text.equals("--");
  }

  /** Whether a cell holds no number. */
  static boolean isNone(String cell) {
    // Nearly all cells; the pattern costs as much as the rest of a line
    if (!cell.isEmpty() && isPlain(cell.charAt(0))) {
      return false;
    }
    return NONE.matcher(cell.strip()).matches();
  }

  /**
   * The number, or null where the text is none in this notation.
   *
   * @param text without unit
   */
  BigDecimal parse(String text) {
    if (text.length() > MOST_DIGITS
        || !number.matcher(text).matches()
        || text.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == mark) {
        plain.append('.');
      } else if (Character.isLetterOrDigit(c) || c == '-') {
        plain.append(c);
      }
    }
    return new BigDecimal(plain.toString());
  }

  /**
   * A cell without the sign of its currency: {@code €12.30}, {@code 12,30 EUR}.
   *
   * @param currency the row's, or null
   */
  static String withoutUnit(String cell, String currency) {
    String text = cell.strip();
    if (text.chars().allMatch(c -> isPlain(c) || c == '.' || c == ',')) {
      return text;
    }
    if (currency != null) {
      if (text.startsWith(currency)) {
        text = text.substring(currency.length());
      } else if (text.endsWith(currency)) {
        text = text.substring(0, text.length() - currency.length());
      }
    }
    var bare = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.CURRENCY_SYMBOL)
        .forEach(bare::appendCodePoint);
    return bare.toString().strip();
  }

  private static boolean isPlain(int c) {
    return c >= '0' && c <= '9';
  }
}
