package dev.bellwether.trend.alerting.digest;

import java.time.Instant;
import java.util.List;

/** The hours of the series that this instance is in charge of; the others have theirs. */
public interface MonitorHours {

  /**
   * Closed hours that begin at {@code from} or later, in no order.
   *
   * @throws RuntimeException while they are not readable, which passes
   */
  List<MonitorHour> since(Instant from);
}
