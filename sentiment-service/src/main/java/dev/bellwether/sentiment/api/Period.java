package dev.bellwether.sentiment.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.storage.Hours;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The parameters {@code from} and {@code to}.
 *
 * @param from start of the first hour, null where not bounded
 * @param to end of the last hour, null where not bounded
 */
record Period(Instant from, Instant to) {

  /**
   * Widens to whole hours, the grain in which counts are kept; the answer says to which.
   *
   * @throws ProblemException 400 naming the parameter that cannot be read
   */
  static Period parse(String from, String to) {
    var start = instant("from", from);
    var end = instant("to", to);
    if (start != null && end != null && !start.isBefore(end)) {
      throw ProblemException.badRequest("to", "to must lie after from.");
    }
    var hours =
        Hours.around(start == null ? Hours.ALL.from() : start, end == null ? Hours.ALL.to() : end);
    return new Period(start == null ? null : hours.from(), end == null ? null : hours.to());
  }

  Hours hours() {
    return new Hours(from == null ? Hours.ALL.from() : from, to == null ? Hours.ALL.to() : to);
  }

  private static Instant instant(String parameter, String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      var instant = OffsetDateTime.parse(value.strip()).toInstant();
      if (instant.isBefore(Hours.ALL.from()) || instant.isAfter(Hours.ALL.to())) {
        throw ProblemException.badRequest(
            parameter, parameter + " must lie in the years 1 to 9999.");
      }
      return instant;
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          parameter,
          parameter
              + " must be an ISO-8601 time with an offset, for example 2026-11-22T00:00:00Z (a plus sign is written %2B).");
    }
  }
}
