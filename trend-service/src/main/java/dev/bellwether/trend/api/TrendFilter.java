package dev.bellwether.trend.api;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which trends are asked for; null asks for any.
 *
 * @param from earliest detection
 * @param to first detection no longer asked for
 */
record TrendFilter(String monitor, TrendState state, Instant from, Instant to) {

  /**
   * @throws ProblemException 400 naming the parameter that cannot be read
   */
  static TrendFilter of(String monitor, String state, String from, String to) {
    var start = time("from", from);
    var end = time("to", to);
    if (start != null && end != null && !start.isBefore(end)) {
      throw ProblemException.badRequest("to", "to must lie after from.");
    }
    return new TrendFilter(monitor, state(state), start, end);
  }

  boolean accepts(Trend trend) {
    return (monitor == null || monitor.equals(trend.monitor()))
        && (state == null || state == trend.state())
        && (from == null || !trend.detectedAt().isBefore(from))
        && (to == null || trend.detectedAt().isBefore(to));
  }

  private static TrendState state(String state) {
    if (state == null) {
      return null;
    }
    return Arrays.stream(TrendState.values())
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(state))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "state", "state is one of rising, steady, fading, back and ended."));
  }

  private static Instant time(String field, String time) {
    try {
      return time == null ? null : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          field,
          field
              + " is an ISO 8601 time with offset, such as 2026-11-21T10:00:00Z (a plus sign is written %2B).");
    }
  }
}
