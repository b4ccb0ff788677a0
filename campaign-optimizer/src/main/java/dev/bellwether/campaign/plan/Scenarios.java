package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.budget.Bound;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans beside one another: what would another budget, or another rule, bring? Nothing of it is
 * kept.
 *
 * @param until null where the plans are of one day
 * @param base what the others are compared with
 */
public record Scenarios(
    String account,
    String currency,
    LocalDate day,
    LocalDate until,
    Scenario base,
    List<Scenario> variations) {

  /**
   * What is asked.
   *
   * @param at its place in the request
   * @param budgetFactor its budget in units of the base's spend; null for the terms' own
   * @param without campaigns that are paused
   */
  public record Variation(
      String at, String name, PlanTerms terms, Double budgetFactor, List<String> without) {}

  /**
   * One plan in short, or why there is none.
   *
   * @param expected with the interval of 0.9, in units of the goal
   * @param marginalReturn units of the goal the next unit of currency would bring
   * @param difference to the base; null for the base, and where the goals differ
   * @param refused null where there is a plan; the figures are null where it is not
   */
  public record Scenario(
      String name,
      Goal goal,
      BudgetPlan.Target target,
      Long budgetMicros,
      BudgetPlan.Range expected,
      Double marginalReturn,
      Double optimalityGap,
      Difference difference,
      List<ScenarioLine> lines,
      Refused refused) {}

  /**
   * @param expected of the best estimates, in units of the goal
   * @param perUnit units of the goal for each unit of currency more; null where the budgets are the
   *     same
   */
  public record Difference(long budgetMicros, double expected, Double perUnit) {}

  /** One line's share in a scenario. */
  public record ScenarioLine(
      String campaign,
      String adSet,
      long plannedMicros,
      double expected,
      double marginalReturn,
      Bound heldBy) {}

  /** Why a scenario has no plan. */
  public record Refused(String field, String detail) {}

  /**
   * @param history with the ad sets that any of the terms begins
   * @throws UnplannableException where the base cannot be planned
   */
  public static Scenarios of(AccountHistory history, PlanTerms base, List<Variation> variations) {
    var comparing = new Comparing(history);
    Draft baseDraft = comparing.draft(base);
    BudgetPlan basePlan = written(baseDraft);
    Scenario first = scenario("base", baseDraft, basePlan, null);
    List<Scenario> others = new ArrayList<>();
    for (Variation variation : variations) {
      others.add(comparing.scenario(variation, basePlan));
    }
    return new Scenarios(
        history.account(),
        history.currency(),
        basePlan.day(),
        basePlan.until(),
        first,
        List.copyOf(others));
  }

  private static BudgetPlan written(Draft draft) {
    return new PlanWriter(draft).plan("", "", Instant.EPOCH);
  }

  private static Scenario scenario(
      String name, Draft draft, BudgetPlan plan, Difference difference) {
    return new Scenario(
        name,
        plan.goal(),
        plan.target(),
        plan.budgetMicros(),
        plan.expected(),
        draft.solved().price() * AccountModel.contractUnits(plan.goal()),
        plan.optimalityGap(),
        difference,
        plan.lines().stream()
            .map(
                line ->
                    new ScenarioLine(
                        line.campaign(),
                        line.adSet(),
                        line.plannedMicros(),
                        line.expected().mean(),
                        line.marginalReturn(),
                        line.heldBy()))
            .toList(),
        null);
  }

  /** Fits each goal once, whatever the number of scenarios. */
  private static final class Comparing {

    private final AccountHistory history;
    private final Map<Goal, FittedAccount> fitted = new EnumMap<>(Goal.class);

    Comparing(AccountHistory history) {
      this.history = history;
    }

    Draft draft(PlanTerms terms) {
      FittedAccount account =
          fitted.computeIfAbsent(terms.goal(), goal -> FittedAccount.of(history, goal));
      return new Drafting(account, terms).draft();
    }

    Scenario scenario(Variation variation, BudgetPlan base) {
      try {
        Draft draft = draft(terms(variation, base));
        BudgetPlan plan = written(draft);
        return Scenarios.scenario(variation.name(), draft, plan, difference(plan, base));
      } catch (UnplannableException e) {
        return new Scenario(
            variation.name(),
            variation.terms().goal(),
            variation.terms().target(),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            new Refused(e.field(), e.getMessage()));
      }
    }

    private PlanTerms terms(Variation variation, BudgetPlan base) {
      PlanTerms terms = variation.terms();
      if (variation.budgetFactor() != null) {
        terms = terms.withBudget(Math.round(base.budgetMicros() * variation.budgetFactor()));
      }
      return variation.without().isEmpty() ? terms : without(variation, terms);
    }

    private PlanTerms without(Variation variation, PlanTerms terms) {
      var names = new AdSetNames(history);
      Set<String> campaigns = new HashSet<>(variation.without());
      campaigns.forEach(c -> names.checkCampaign(variation.at() + ".without", c));
      List<PlanTerms.LineTerms> lines =
          new ArrayList<>(
              terms.lines().stream().filter(l -> !campaigns.contains(l.campaign())).toList());
      for (AccountHistory.AdSet adSet : history.adSets()) {
        if (campaigns.contains(adSet.campaign())) {
          lines.add(
              PlanTerms.LineTerms.paused(
                  variation.at() + ".without", adSet.campaign(), adSet.adSet()));
        }
      }
      return terms.withLines(lines);
    }

    private static Difference difference(BudgetPlan plan, BudgetPlan base) {
      if (plan.goal() != base.goal()) {
        return null;
      }
      long more = plan.budgetMicros() - base.budgetMicros();
      double brings = plan.expected().mean() - base.expected().mean();
      return new Difference(
          more, brings, more == 0 ? null : (Double) (brings / more * Micros.UNIT));
    }
  }
}
