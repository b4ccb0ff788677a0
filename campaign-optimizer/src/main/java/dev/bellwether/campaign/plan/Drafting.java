package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.Objective;
import dev.bellwether.campaign.plan.Answer.Clashing;
import dev.bellwether.campaign.plan.Answer.Solved;
import dev.bellwether.campaign.response.Curve;
import dev.bellwether.campaign.response.PosteriorCurve;
import dev.bellwether.contracts.budget.BudgetPlan.Target;
import dev.bellwether.contracts.budget.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Works one request out on a fitted account. */
final class Drafting {

  /** About as much as is reckoned within half of what the gateway waits. */
  private static final long MOST_CHAINED = 10_000;

  private final FittedAccount account;
  private final PlanTerms terms;
  private final Horizon horizon;
  private final long today;
  private final boolean isChain;
  private final List<TimeSlot> slots;
  private final Pools pools;
  private final double scale;
  private final List<GroupNode> groups;

  Drafting(FittedAccount account, PlanTerms terms) {
    this.account = account;
    this.terms = terms;
    AccountHistory history = account.history();
    horizon = Horizon.of(terms, history.lastDay());
    today = history.todayMicros();
    isChain =
        horizon.days() > 1
            && (terms.change() != null
                || terms.lines().stream().anyMatch(l -> l.maximumChange() != null));
    checkCombinations();
    checkChain();
    slots = slots();
    pools = Pools.of(slots, terms.calendar(), terms.budgetMicros(), today, horizon.days());
    // A target says by itself how little is enough: the planner's own minima would falsify it
    double budgetScale = today == 0 ? 1 : (double) pools.budget() / horizon.days() / today;
    scale = terms.target() == null ? budgetScale : 0;
    groups = GroupRules.tree(history, terms.groups());
  }

  /**
   * @throws UnplannableException where the rules cannot all hold
   */
  Draft draft() {
    List<LineLimits> limits = new LimitRules(account.history(), terms, horizon, scale).limits();
    if (today == 0 && limits.stream().allMatch(LineLimits::isClosed)) {
      throw new UnplannableException(
          "account",
          "Nothing was spent on "
              + account.history().account()
              + " in its last days with figures, so there is no split to improve. Give some lines a maximum of their own to begin with.");
    }
    checkWhole(limits);
    Answer answer = solve(limits);
    if (answer instanceof Clashing) {
      // The planner's own care gives way to what was asked for
      limits = limits.stream().map(LineLimits::withoutCare).toList();
      answer = solve(limits);
    }
    return switch (answer) {
      case Clashing clashing ->
          throw new ClashText(account.history(), terms, limits, groups).unplannable(clashing);
      case Solved solved when terms.target() != null && solved.total() == 0 -> throw unreachable();
      case Solved solved -> explored(limits, solved);
    };
  }

  /** Not even the first unit of currency of the best line keeps to the target. */
  private UnplannableException unreachable() {
    double best = 0;
    for (int i = 0; i < account.size(); i++) {
      PosteriorCurve curve = account.curves().get(i);
      for (TimeSlot slot : slots) {
        best = Math.max(best, account.factor(i, slot) * curve.slope(curve.inflection()));
      }
    }
    String currency = account.history().currency();
    return new UnplannableException(
        "target.value",
        terms.goal() == Goal.REVENUE
            ? "Nothing could be spent: the best ad set's next %s brings %s of revenue at most. Ask for less."
                .formatted(currency, Amounts.rate(best))
            : "Nothing could be spent: the cheapest conversion that any ad set brings costs about %s. Ask for at least that a conversion."
                .formatted(Amounts.rate(1 / Math.max(best, 1e-12)) + " " + currency));
  }

  private Draft explored(List<LineLimits> limits, Solved solved) {
    long[] none = new long[account.size()];
    if (terms.exploration() == 0) {
      return draft(limits, solved, none);
    }
    Draft without = draft(limits, solved, none);
    long cap = (long) Math.floor(terms.exploration() * pools.budget());
    long[] floors =
        new ExplorationFloors(account, terms, horizon, limits).floors(without, cap, this::drawn);
    List<LineLimits> floored = new ArrayList<>();
    for (int i = 0; i < floors.length; i++) {
      floored.add(limits.get(i).withFloor(floors[i]));
    }
    if (!(solve(floored) instanceof Solved learning)) {
      return without;
    }
    long[] spent = new long[floors.length];
    for (int i = 0; i < spent.length; i++) {
      long planned = Micros.sum(learning.micros()[i]);
      boolean isHeld = floored.get(i).low() == LineLimits.Owner.EXPLORATION && planned == floors[i];
      spent[i] = isHeld ? Math.max(0, planned - without.plannedMicros(i)) : 0;
    }
    return draft(floored, learning, spent);
  }

  /** The split by other curves, where no day depends on the one before. */
  private Answer drawn(List<LineLimits> limits, IntFunction<? extends Curve> curves) {
    return new PoolSolver(account, curves, slots, limits, groups).solve(pools.pools());
  }

  private Draft draft(List<LineLimits> limits, Solved solved, long[] explored) {
    boolean isOpenEnded = terms.target() != null;
    double spent =
        isOpenEnded && today > 0 ? (double) solved.total() / horizon.days() / today : scale;
    return new Draft(account, terms, horizon, spent, limits, groups, solved, explored);
  }

  private Answer solve(List<LineLimits> limits) {
    if (isChain) {
      var chain = new DayChain(account, slots, limits, groups, pools.budget());
      return terms.target() == null ? chain.solve() : targeted(chain);
    }
    var solver = new PoolSolver(account, slots, limits, groups);
    if (terms.target() != null) {
      return solver.solve(objective(terms.target()), 0, most());
    }
    Answer answer = solver.solve(pools.pools());
    return terms.maximumMoved() != null && today > 0 && answer instanceof Solved free
        ? moved(solver, free)
        : answer;
  }

  private Answer moved(PoolSolver solver, Solved free) {
    long budget = pools.budget();
    return new MovedLimit(
            solver.frame(budget, budget),
            MovedLimit.before(account.history(), budget),
            (long) Math.floor(terms.maximumMoved() * budget))
        .within(free);
  }

  private Answer targeted(DayChain chain) {
    Answer answer = chain.envelope(objective(terms.target()), 0, most());
    if (answer instanceof Solved solved && !chain.keepsChanges(solved)) {
      throw new UnplannableException(
          "change",
          "What reaches the target best moves further from one day to the next than change allows. Plan one day, leave change away, or name a budget in place of the target.");
    }
    return answer;
  }

  private long most() {
    return terms.budgetMicros() == null ? Micros.MOST : terms.budgetMicros();
  }

  private static Objective objective(Target target) {
    return switch (target.kind()) {
      case CPA -> new Objective.CostAtMost(target.value() / Micros.UNIT);
      case ROAS -> new Objective.CostAtMost(1 / target.value());
      case MARGINAL_ROAS -> new Objective.MarginalAtLeast(target.value());
      case VOLUME -> new Objective.LeastSpend(target.value());
    };
  }

  private List<TimeSlot> slots() {
    var weekdays = account.model().weekdays();
    if (isChain) {
      return horizon.byDay(weekdays);
    }
    return terms.grain() == PlanTerms.Grain.DAYPART
        ? horizon.byDaypart(weekdays, Dayparts.of(account))
        : horizon.byWeekday(weekdays);
  }

  /** Days that depend on each other are solved one by one, each many times. */
  private void checkChain() {
    long parts = (long) account.size() * horizon.days();
    if (isChain && parts > MOST_CHAINED) {
      throw new UnplannableException(
          "until",
          "A change a day over %d days and %d ad sets would be reckoned for minutes: at most %d days times ad sets. Plan fewer days, or leave change away."
              .formatted(horizon.days(), account.size(), MOST_CHAINED));
    }
  }

  private void checkCombinations() {
    if (isChain && terms.grain() == PlanTerms.Grain.DAYPART) {
      throw new UnplannableException(
          "by",
          "A change a day over several days is planned by day or week. Plan one day by daypart, or leave change away.");
    }
    if (isChain && terms.calendar() != null) {
      throw new UnplannableException(
          "calendar",
          "A calendar and a change a day both say what each day may spend. Leave one of them away.");
    }
    if (terms.calendar() != null && terms.target() != null) {
      throw new UnplannableException(
          "calendar",
          "A calendar spreads a budget, and a target says how much is spent. Leave one of them away.");
    }
    if (terms.maximumMoved() != null
        && (horizon.days() > 1
            || terms.target() != null
            || terms.grain() == PlanTerms.Grain.DAYPART)) {
      throw new UnplannableException(
          "maximumMoved",
          "maximumMoved is for the plan of one whole day with a budget. Use change for several days.");
    }
    if (terms.exploration() > 0 && terms.target() != null) {
      throw new UnplannableException(
          "exploration",
          "exploration is a share of a budget, and a target says how much is spent. Leave one of them away.");
    }
    if (terms.target() != null && terms.goal() == Goal.CONVERSIONS && isOfRevenue(terms.target())) {
      throw new UnplannableException(
          "goal", "A target ROAS is one of revenue: set goal to revenue, or leave it away.");
    }
  }

  private static boolean isOfRevenue(Target target) {
    return switch (target.kind()) {
      case ROAS, MARGINAL_ROAS -> true;
      case CPA, VOLUME -> false;
    };
  }

  /** On one day the whole moves no further than its lines. */
  private void checkWhole(List<LineLimits> limits) {
    if (terms.change() == null || terms.target() != null || horizon.days() > 1 || today == 0) {
      return;
    }
    long least = Change.least(today, terms.change());
    long most = Change.most(today, terms.change());
    boolean hasFree =
        limits.stream().anyMatch(l -> !l.isClosed() && !terms.change().equals(l.change()));
    if (!hasFree && (pools.budget() < least || pools.budget() > most)) {
      String currency = account.history().currency();
      throw new UnplannableException(
          "budget",
          "The budget is %s; %s are spent a day at present, and with a change of %s %% a day the whole may be from %s to %s."
              .formatted(
                  Amounts.money(pools.budget(), currency),
                  Amounts.money(today, currency),
                  Amounts.rate(100 * terms.change()),
                  Amounts.money(least, currency),
                  Amounts.money(most, currency)));
    }
  }
}
