package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.LearnedModels;
import dev.bellwether.campaign.response.PosteriorCurve;
import dev.bellwether.campaign.response.ResponseModel;
import dev.bellwether.campaign.response.Weekdays;
import dev.bellwether.contracts.budget.Goal;
import java.util.List;

/**
 * An account with its curves for one goal: what any number of plans can be made of.
 *
 * @param curves of a mean day, by ad set in the history's order
 */
public record FittedAccount(
    AccountHistory history, Goal goal, ResponseModel model, List<PosteriorCurve> curves) {

  /**
   * @throws UnplannableException where the goal is revenue and no figures hold any
   */
  public static FittedAccount of(AccountHistory history, Goal goal) {
    return of(history, goal, AccountModel.fit(history, goal));
  }

  /**
   * The same, bringing on what was learned of the account before.
   *
   * @throws UnplannableException where the goal is revenue and no figures hold any
   */
  public static FittedAccount of(
      LearnedModels learned, String workspace, AccountHistory history, Goal goal) {
    return of(history, goal, AccountModel.fit(learned, workspace, history, goal));
  }

  private static FittedAccount of(AccountHistory history, Goal goal, ResponseModel model) {
    return new FittedAccount(
        history,
        goal,
        model,
        history.adSets().stream().map(s -> model.adSets().get(s.id())).toList());
  }

  /** What a spend on an ad set brings in a slot, in units of its mean day. */
  double factor(int i, TimeSlot slot) {
    double account = model.weekdays().on(slot.weekday());
    return slot.factor() * weekdays(i).on(slot.weekday()) / account;
  }

  Weekdays weekdays(int i) {
    return model.adSetWeekdays().get(adSet(i).id());
  }

  int size() {
    return curves.size();
  }

  AccountHistory.AdSet adSet(int i) {
    return history.adSets().get(i);
  }
}
