package dev.bellwether.campaign.decision.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.campaign.decision.Step;

/** What happens to plans. */
public enum Happening {
  @JsonProperty("made")
  MADE,
  @JsonProperty("approved")
  APPROVED,
  @JsonProperty("rejected")
  REJECTED,
  @JsonProperty("rolled-back")
  ROLLED_BACK,
  /** Another plan of some of its days was approved. */
  @JsonProperty("replaced")
  REPLACED,
  /** The plan that had replaced it was rolled back. */
  @JsonProperty("restored")
  RESTORED,
  /** Somebody took it as a file. */
  @JsonProperty("exported")
  EXPORTED,
  /** It was handed to a writer, which may have refused lines of it. */
  @JsonProperty("delivered")
  DELIVERED,
  /** It was told that its spend is off. */
  @JsonProperty("off-pace")
  OFF_PACE;

  public static Happening of(Step step) {
    return switch (step) {
      case APPROVE -> APPROVED;
      case REJECT -> REJECTED;
      case ROLL_BACK -> ROLLED_BACK;
      case REPLACE -> REPLACED;
      case RESTORE -> RESTORED;
    };
  }
}
