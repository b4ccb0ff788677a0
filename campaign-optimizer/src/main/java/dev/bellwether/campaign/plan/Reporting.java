package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.Completeness;
import dev.bellwether.contracts.budget.Goal;

/** What share of an account's figures is known of each of its last days. */
public record Reporting(Completeness conversions, Completeness revenue) {

  /** All is known at once. */
  public static final Reporting AT_ONCE = new Reporting(Completeness.AT_ONCE, Completeness.AT_ONCE);

  Completeness of(Goal goal) {
    return goal == Goal.REVENUE ? revenue : conversions;
  }
}
