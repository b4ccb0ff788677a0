package dev.bellwether.sentiment.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A half-open stretch of whole minutes or hours, UTC: the grains in which counts are kept.
 *
 * @param from start of a minute or an hour
 * @param to start of another, after {@code from}
 */
public record Span(Instant from, Instant to) {

  /** Before and after everything a mention may claim. */
  public static final Span ALL =
      new Span(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:00:00Z"));

  /** The whole minutes or hours that touch [from, to). */
  public static Span around(Instant from, Instant to, ChronoUnit unit) {
    var last = to.truncatedTo(unit);
    return new Span(from.truncatedTo(unit), last.equals(to) ? last : last.plus(1, unit));
  }
}
