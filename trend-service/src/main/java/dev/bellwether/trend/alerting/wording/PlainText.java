package dev.bellwether.trend.alerting.wording;

import java.util.regex.Pattern;

/** Text from elsewhere, made fit for a place that takes one line, or so much. */
public final class PlainText {

  // line ends of any kind, and what turns the direction of text around
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  private PlainText() {}

  /** Without control characters, which could forge a line or a mail's header. */
  public static String oneLine(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }

  /**
   * At most so long, with an ellipsis where it was longer.
   *
   * @param longest characters, at least 2
   */
  public static String clip(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
