package dev.bellwether.sentiment.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.TimeParameter;
import dev.bellwether.sentiment.storage.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The parameters {@code from} and {@code to}.
 *
 * @param from start of the first minute or hour, null where not bounded
 * @param to end of the last one, null where not bounded
 */
record Period(Instant from, Instant to) {

  private static final Duration MOST_BY_MINUTE = Duration.ofDays(7);

  /**
   * Widens to whole minutes or hours, the grain in which counts are kept; the answer says to which.
   *
   * @throws ProblemException 400 naming the parameter that cannot be read, or that is missing where
   *     minutes are asked for
   */
  static Period parse(String from, String to, ChronoUnit grain) {
    var start = TimeParameter.parse("from", from);
    var end = TimeParameter.parse("to", to);
    TimeParameter.checkOrder(start, end);
    var whole =
        Span.around(
            start == null ? Span.ALL.from() : start, end == null ? Span.ALL.to() : end, grain);
    var period = new Period(start == null ? null : whole.from(), end == null ? null : whole.to());
    if (grain == ChronoUnit.MINUTES) {
      period.checkForMinutes();
    }
    return period;
  }

  private void checkForMinutes() {
    if (from == null || to == null) {
      var missing = from == null ? "from" : "to";
      throw ProblemException.badRequest(
          missing, "interval=minute needs from and to; " + missing + " is missing.");
    }
    if (Duration.between(from, to).compareTo(MOST_BY_MINUTE) > 0) {
      throw ProblemException.badRequest(
          "to",
          "interval=minute covers at most %d days; move to nearer to from, or ask for interval=hour."
              .formatted(MOST_BY_MINUTE.toDays()));
    }
  }

  /** Refuses a period that holds more mentions than can be gone through in time. */
  ProblemException tooLong(String what) {
    return ProblemException.badRequest(
        from == null ? "from" : "to",
        what + " took longer than 10 s; ask for a shorter period with from and to.");
  }

  Span span() {
    return new Span(from == null ? Span.ALL.from() : from, to == null ? Span.ALL.to() : to);
  }
}
