package dev.bellwether.contracts.ads;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;

/**
 * A half-open stretch of the ad account's local time: whole days or hours.
 *
 * @param start first moment, local, without offset
 * @param end first moment after it, local, without offset
 * @param timeZone IANA name, for example {@code Europe/Berlin}
 */
public record AdWindow(
    @JsonProperty(required = true) LocalDateTime start,
    @JsonProperty(required = true) LocalDateTime end,
    @JsonProperty(required = true) String timeZone) {

  public AdWindow {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("window start must lie before its end");
    }
  }
}
