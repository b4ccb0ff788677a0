package dev.bellwether.sentiment.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A half-open stretch of whole hours, UTC: the grain in which counts are kept.
 *
 * @param from start of an hour
 * @param to start of an hour, after {@code from}
 */
public record Hours(Instant from, Instant to) {

  /** Before and after everything a mention may claim. */
  public static final Hours ALL =
      new Hours(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:00:00Z"));

  /** The whole hours that touch [from, to). */
  public static Hours around(Instant from, Instant to) {
    var last = to.truncatedTo(ChronoUnit.HOURS);
    return new Hours(
        from.truncatedTo(ChronoUnit.HOURS),
        last.equals(to) ? last : last.plus(Duration.ofHours(1)));
  }
}
