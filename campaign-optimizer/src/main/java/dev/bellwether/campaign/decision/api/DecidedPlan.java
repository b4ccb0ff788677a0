package dev.bellwether.campaign.decision.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.net.URI;
import java.util.List;

/**
 * A plan after somebody decided, and what that did to others.
 *
 * @param plan as it now is
 * @param replaced ids of the plans that gave way to it
 * @param restored ids of the plans that hold again
 * @param setBack what to set the platforms back to; absent where nothing needs to be, or another
 *     plan holds again
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DecidedPlan(
    BudgetPlan plan, List<String> replaced, List<String> restored, SetBack setBack) {

  public DecidedPlan {
    replaced = List.copyOf(replaced);
    restored = List.copyOf(restored);
  }

  /**
   * What was spent before the plan.
   *
   * @param exports the same as files to send to the platforms
   */
  public record SetBack(List<Amount> lines, List<URI> exports) {

    public SetBack {
      lines = List.copyOf(lines);
      exports = List.copyOf(exports);
    }
  }

  /**
   * @param dayMicros a day's, in millionths of the plan's currency
   */
  public record Amount(String campaign, String adSet, long dayMicros) {}
}
