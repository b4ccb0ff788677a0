package dev.bellwether.contracts.trend;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a trend stands in its life. */
public enum TrendState {
  /** It stands out, and gains. */
  @JsonProperty("rising")
  RISING,
  /** It stands out, and neither gains nor loses much. */
  @JsonProperty("steady")
  STEADY,
  /** It no longer stands out, or loses. */
  @JsonProperty("fading")
  FADING,
  /** It had faded or ended, and stands out again. */
  @JsonProperty("back")
  BACK,
  /** It has not stood out for long. */
  @JsonProperty("ended")
  ENDED
}
