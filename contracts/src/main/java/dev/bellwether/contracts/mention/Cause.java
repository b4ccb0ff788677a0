package dev.bellwether.contracts.mention;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a revision of a mention was written. */
public enum Cause {
  @JsonProperty("captured")
  CAPTURED,
  @JsonProperty("edited")
  EDITED,
  @JsonProperty("engagement")
  ENGAGEMENT,
  @JsonProperty("monitors")
  MONITORS,
  @JsonProperty("erased")
  ERASED
}
