package dev.bellwether.contracts.budget;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a plan maximises. */
public enum Goal {
  @JsonProperty("conversions")
  CONVERSIONS,
  @JsonProperty("revenue")
  REVENUE
}
