package dev.bellwether.trend.alerting.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;

/** Numbers with as many digits as a person reads: three that tell something, or whole ones. */
public final class Figures {

  private static final int TELLING_DIGITS = 3;
  private static final int DECIMALS = 12;

  /** From here on nobody reads decimals. */
  private static final double WHOLE = 100;

  private Figures() {}

  /** Such as {@code 12,400}, {@code 13.3} or {@code 0.034}; {@code unknown} where it is none. */
  public static String number(double value) {
    return Double.isFinite(value) ? format(rounded(value), 0) : "unknown";
  }

  /** How many times something is something else: {@code 3.4}, {@code 34}. */
  public static String ratio(double value) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    int decimals = Math.abs(value) < 10 ? 1 : 0;
    return format(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP), 0);
  }

  public static String count(long value) {
    return format(BigDecimal.valueOf(value), 0);
  }

  /**
   * An amount with its currency's usual decimals, and more where it is less than one unit.
   *
   * @param currency ISO 4217; one that Java does not know has two decimals
   */
  public static String money(double value, String currency) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    int usual = decimals(currency);
    BigDecimal amount = BigDecimal.valueOf(value);
    BigDecimal rounded =
        Math.abs(value) < 1
            ? amount.round(new MathContext(TELLING_DIGITS, RoundingMode.HALF_UP))
            : amount.setScale(Math.abs(value) < WHOLE * WHOLE ? usual : 0, RoundingMode.HALF_UP);
    int least = rounded.scale() <= 0 ? 0 : usual;
    return format(rounded.stripTrailingZeros(), least) + " " + currency;
  }

  /**
   * A share in per cent.
   *
   * @param share 0 to 1
   */
  public static String percent(double share) {
    if (!Double.isFinite(share)) {
      return "unknown";
    }
    double percent = share * 100;
    int decimals = Math.abs(percent) < 10 ? 1 : 0;
    BigDecimal rounded = BigDecimal.valueOf(percent).setScale(decimals, RoundingMode.HALF_UP);
    return format(rounded.stripTrailingZeros(), 0) + " %";
  }

  /**
   * How sure something is; never 100 %.
   *
   * @param probability 0 to 1
   */
  public static String sureness(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      return "unknown how sure";
    }
    if (probability >= 0.9995) {
      return "more than 99.9 % sure";
    }
    int decimals = probability > 0.99 ? 1 : 0;
    BigDecimal rounded =
        BigDecimal.valueOf(probability * 100).setScale(decimals, RoundingMode.HALF_UP);
    return format(rounded.stripTrailingZeros(), 0) + " % sure";
  }

  /** Such as {@code 3 h 20 min}: two units at most, rounded down. */
  public static String span(Duration length) {
    long minutes = length.toMinutes();
    if (minutes < 1) {
      return Math.max(0, length.toSeconds()) + " s";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    return hours < 48
        ? hours + " h" + rest(minutes % 60, "min")
        : hours / 24 + " days" + rest(hours % 24, "h");
  }

  private static String rest(long amount, String unit) {
    return amount == 0 ? "" : " " + amount + " " + unit;
  }

  private static BigDecimal rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return (Math.abs(value) >= WHOLE
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(new MathContext(TELLING_DIGITS, RoundingMode.HALF_UP)))
        .stripTrailingZeros();
  }

  private static int decimals(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 2;
    }
  }

  private static String format(BigDecimal value, int leastDecimals) {
    var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(value);
  }
}
