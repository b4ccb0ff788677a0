package dev.bellwether.contracts.trend;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a trend stands in its life. */
public enum TrendState {
  @JsonProperty("rising")
  RISING,
  @JsonProperty("fading")
  FADING,
  @JsonProperty("ended")
  ENDED
}
