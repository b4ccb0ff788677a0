package dev.bellwether.contracts.budget;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which figure a plan keeps to. */
public enum TargetKind {
  /** Spend over conversions, at most. */
  @JsonProperty("cpa")
  CPA,
  /** Revenue over spend, at least. */
  @JsonProperty("roas")
  ROAS,
  /** Revenue the next unit of currency brings, at least. */
  @JsonProperty("marginalRoas")
  MARGINAL_ROAS,
  /** Units of the goal, at least, for the least spend. */
  @JsonProperty("volume")
  VOLUME
}
