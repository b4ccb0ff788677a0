package dev.bellwether.trend.alerting.digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The hours of the series that this instance is in charge of; the others have theirs. */
public interface MonitorHours {

  /**
   * Closed hours that begin at {@code from} or later, in no order; empty while they cannot be read,
   * which passes.
   */
  Optional<List<MonitorHour>> since(Instant from);
}
