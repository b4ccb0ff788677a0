package dev.bellwether.trend.alerting.rule;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says signals to people: plain English, one line each. */
public final class SignalText {

  private static final int LONGEST_TITLE = 180;
  private static final int DIGITS = 4;

  /** From here on nobody reads decimals. */
  private static final double WHOLE = 1_000;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SignalText() {}

  /** What an alert is called: its rule, and its first signal. At most 180 characters. */
  public static String title(String rule, Signal first) {
    return oneLine(rule + ": " + heading(first), LONGEST_TITLE);
  }

  /** A title with how many signals there are beside the first. */
  public static String counted(String title, int signals) {
    return signals > 1 ? title + " and " + (signals - 1) + " more" : title;
  }

  public static String line(Signal signal) {
    var line = new StringBuilder(heading(signal));
    if (signal.value() != null) {
      line.append(": ").append(value(signal, signal.value()));
    }
    if (signal.low() != null && signal.high() != null) {
      line.append(", usually ")
          .append(value(signal, signal.low()))
          .append(" to ")
          .append(value(signal, signal.high()));
    } else if (signal.expected() != null) {
      line.append(", expected ").append(value(signal, signal.expected()));
    }
    if (signal.mentions() != null) {
      line.append(", ").append(signal.mentions()).append(" mentions");
    }
    if (signal.score() != null) {
      line.append(", ").append(Math.round(signal.score() * 100)).append(" % sure");
    }
    return line.append(" (").append(MINUTE.format(signal.at())).append(")").toString();
  }

  private static String heading(Signal signal) {
    String of = signal.label() == null ? signal.subject() : signal.label();
    String what =
        switch (signal.kind()) {
          case SPIKE -> "Spike" + series(signal);
          case DROP -> "Drop" + series(signal);
          case SHIFT_UP -> "Lasting rise" + series(signal);
          case SHIFT_DOWN -> "Lasting fall" + series(signal);
          case NEGATIVE_SHARE -> "Negative share";
          case NEW_TOPIC -> "New topic";
          case TOPIC_BACK -> "Topic is back";
          case CONNECTOR_SILENT -> "Source is silent";
          case CONNECTOR_BACK -> "Source sends again";
          case PACING_OFF -> "Pacing is off";
        };
    return what + " - " + oneLine(of, LONGEST_TITLE);
  }

  private static String series(Signal signal) {
    return signal.series() == null ? "" : " of " + oneLine(signal.series(), LONGEST_TITLE);
  }

  private static String value(Signal signal, double value) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    if (signal.kind() == SignalKind.NEGATIVE_SHARE) {
      return Math.round(value * 100) + " %";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded =
        Math.abs(value) >= WHOLE
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(DIGITS));
    String number = rounded.stripTrailingZeros().toPlainString();
    return signal.currency() == null ? number : number + " " + signal.currency();
  }

  /** Without control characters, which could forge a line or a mail's header. */
  private static String oneLine(String text, int longest) {
    String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    if (plain.length() <= longest) {
      return plain;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(plain.charAt(end - 1))) {
      end--;
    }
    return plain.substring(0, end) + "…";
  }
}
