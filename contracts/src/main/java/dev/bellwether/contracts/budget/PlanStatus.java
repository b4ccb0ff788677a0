package dev.bellwether.contracts.budget;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a plan stands between advice and money. */
public enum PlanStatus {
  /** Waits for somebody to decide. */
  @JsonProperty("proposed")
  PROPOSED,
  /** Is to be carried out. */
  @JsonProperty("approved")
  APPROVED,
  /** Is not to be carried out. */
  @JsonProperty("rejected")
  REJECTED,
  /** Was approved, until another plan of the account and the same days was. */
  @JsonProperty("replaced")
  REPLACED,
  /** Was approved and then taken back: what was spent before holds again. */
  @JsonProperty("rolled-back")
  ROLLED_BACK
}
