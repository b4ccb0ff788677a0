package dev.bellwether.contracts.ads;

import java.time.LocalDateTime;

/**
 * A half-open stretch of the ad account's local time: whole days or hours.
 *
 * @param timeZone IANA name, for example {@code Europe/Berlin}
 */
public record AdWindow(LocalDateTime start, LocalDateTime end, String timeZone) {

  public AdWindow {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("window start must lie before its end");
    }
  }
}
