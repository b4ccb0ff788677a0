package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.AdSetHistory;
import dev.bellwether.campaign.response.LearnedModels;
import dev.bellwether.campaign.response.Observation;
import dev.bellwether.campaign.response.ResponseModel;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.kafka.RecordKey;
import java.util.Arrays;
import java.util.List;

/**
 * Fits an account's curves for a goal: spend in units of currency, return in conversions or units
 * of currency.
 */
final class AccountModel {

  private static final double MICROS = 1e6;

  /** Conversions are counted, so they scatter at least like a Poisson count. */
  private static final double OF_COUNTS = 1;

  /**
   * A day's revenue scatters by the size of an order, which the figures tell; this only keeps it
   * above nothing.
   */
  private static final double OF_AMOUNTS = 0.01;

  private AccountModel() {}

  /**
   * @throws UnplannableException where the goal is revenue and no figures hold any
   */
  static ResponseModel fit(AccountHistory history, Goal goal) {
    return ResponseModel.fit(histories(history, goal), scatter(goal), history.reporting().of(goal));
  }

  /**
   * The same, bringing on what was learned before.
   *
   * @param learned of this workspace's accounts and others
   * @throws UnplannableException where the goal is revenue and no figures hold any
   */
  static ResponseModel fit(
      LearnedModels learned, String workspace, AccountHistory history, Goal goal) {
    return learned.fit(
        RecordKey.of(workspace, history.account(), history.currency(), goal.name()).encode(),
        histories(history, goal),
        scatter(goal),
        history.reporting().of(goal));
  }

  private static double scatter(Goal goal) {
    return goal == Goal.REVENUE ? OF_AMOUNTS : OF_COUNTS;
  }

  private static List<AdSetHistory> histories(AccountHistory history, Goal goal) {
    List<AdSetHistory> histories =
        history.adSets().stream()
            .map(
                adSet ->
                    new AdSetHistory(
                        adSet.id(),
                        adSet.campaign(),
                        adSet.segment().canonical(),
                        traits(adSet.segment()),
                        observations(adSet, goal)))
            .toList();
    if (histories.stream().allMatch(h -> h.observations().isEmpty())) {
      throw new UnplannableException(
          "goal",
          "The figures of "
              + history.account()
              + " hold no revenue. Send revenue with them, or plan for conversions.");
    }
    return histories;
  }

  /** Units of the contract in a unit of the model. */
  static double contractUnits(Goal goal) {
    return goal == Goal.REVENUE ? MICROS : 1;
  }

  /** In units of the goal; null where the figures hold none. */
  static Double outcome(Goal goal, AccountHistory.HourFigures figures) {
    if (goal == Goal.CONVERSIONS) {
      return figures.conversions();
    }
    return figures.revenueMicros() == null ? null : (Double) (figures.revenueMicros() / MICROS);
  }

  private static List<String> traits(Segment segment) {
    return Arrays.asList(
        segment.age(), segment.gender(), segment.geo(), segment.interest(), segment.placement());
  }

  private static List<Observation> observations(AccountHistory.AdSet adSet, Goal goal) {
    return adSet.days().stream()
        .filter(day -> goal == Goal.CONVERSIONS || day.revenueMicros() != null)
        .map(
            day ->
                new Observation(
                    day.day(),
                    day.days(),
                    day.spendMicros() / MICROS,
                    goal == Goal.REVENUE ? day.revenueMicros() / MICROS : day.conversions()))
        .toList();
  }
}
