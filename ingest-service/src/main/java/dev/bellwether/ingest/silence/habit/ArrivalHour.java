package dev.bellwether.ingest.silence.habit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An hour in which something came from a source.
 *
 * @param first arrival in it
 * @param last arrival in it
 * @param longestGap between two arrivals of this hour, one after the other
 */
public record ArrivalHour(Instant first, Instant last, Duration longestGap) {

  public static ArrivalHour of(Instant arrival) {
    return new ArrivalHour(arrival, arrival, Duration.ZERO);
  }

  /** Its beginning, in UTC. */
  public Instant hour() {
    return first.truncatedTo(ChronoUnit.HOURS);
  }
}
