package dev.bellwether.campaign.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Amounts as people read them. */
final class Amounts {

  private Amounts() {}

  /** Two decimals and the currency, for example {@code 61.00 EUR}. */
  static String money(long micros, String currency) {
    return money(micros / 1e6) + " " + currency;
  }

  static String money(double units) {
    return String.format(Locale.ROOT, "%.2f", units);
  }

  /** Two significant digits, never in scientific notation. */
  static String rate(double value) {
    return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
