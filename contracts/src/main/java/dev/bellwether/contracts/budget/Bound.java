package dev.bellwether.contracts.budget;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What keeps a line of a plan from going where it would bring the most. */
public enum Bound {
  /** Its least spend. */
  @JsonProperty("minimum")
  MINIMUM,
  /** Its most spend. */
  @JsonProperty("maximum")
  MAXIMUM,
  /** Somebody fixed it. */
  @JsonProperty("fixed")
  FIXED,
  /** The budget of a group it belongs to. */
  @JsonProperty("group")
  GROUP,
  /** How far it may move in a day. */
  @JsonProperty("change")
  CHANGE,
  /** The days on which it may run. */
  @JsonProperty("calendar")
  CALENDAR,
  /** A share that is spent to learn. */
  @JsonProperty("exploration")
  EXPLORATION
}
