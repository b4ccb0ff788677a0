package dev.bellwether.trend.alerting.delivery;

import java.util.List;
import java.util.stream.Collectors;

/**
 * TCP ports.
 *
 * @param first 1 to 65535
 * @param last {@code first} to 65535
 */
public record PortRange(int first, int last) {

  private static final int HIGHEST = 65_535;

  public PortRange {
    if (first < 1 || last < first || last > HIGHEST) {
      throw new IllegalArgumentException("Ports run from 1 to " + HIGHEST + ".");
    }
  }

  /**
   * A port or a range of them, such as {@code 8000-8999}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static PortRange parse(String text) {
    try {
      int dash = text.indexOf('-');
      return dash < 0
          ? new PortRange(Integer.parseInt(text), Integer.parseInt(text))
          : new PortRange(
              Integer.parseInt(text.substring(0, dash)),
              Integer.parseInt(text.substring(dash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " is no port and no range of ports.", e);
    }
  }

  boolean contains(int port) {
    return port >= first && port <= last;
  }

  static String list(List<PortRange> ranges) {
    return ranges.stream()
        .map(range -> range.first == range.last ? "" + range.first : range.first + "-" + range.last)
        .collect(Collectors.joining(", "));
  }
}
