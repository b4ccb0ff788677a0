package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a budget over days each of whose lines may move only so far from the day before. First
 * without that coupling, each day within what can be reached by then: that bounds every plan, and
 * says what each day should spend. If that plan keeps the changes it is the answer; otherwise the
 * days are solved one after the other, each exactly, looking ahead only so far that what is left
 * can still be spent.
 */
final class DayChain {

  private static final int ROUNDS = 24;

  private final FittedAccount account;
  private final List<TimeSlot> slots;
  private final List<LineLimits> limits;
  private final List<GroupNode> groups;
  private final long budget;

  private final ChangeSteps steps;

  /**
   * @param slots one for each day, in order
   */
  DayChain(
      FittedAccount account,
      List<TimeSlot> slots,
      List<LineLimits> limits,
      List<GroupNode> groups,
      long budget) {
    this.account = account;
    this.slots = slots;
    this.limits = limits;
    this.groups = groups;
    this.budget = budget;
    this.steps = new ChangeSteps(account, slots, limits);
  }

  /**
   * @throws UnplannableException where the days cannot be spent one after the other
   */
  Answer solve() {
    return switch (envelope(new Objective.MostValue(), budget, budget)) {
      case Answer.Clashing clashing -> clashing;
      case Answer.Solved relaxed -> keepsChanges(relaxed) ? relaxed : dayByDay(relaxed);
    };
  }

  /** Without the coupling of days: each day within what can be reached by then. */
  Answer envelope(Objective objective, long least, long most) {
    long[][] low = new long[account.size()][slots.size()];
    long[][] high = new long[account.size()][slots.size()];
    long[] periodLow = new long[account.size()];
    long[] periodHigh = new long[account.size()];
    for (int i = 0; i < low.length; i++) {
      LineLimits limit = limits.get(i);
      long lowest = steps.last(i);
      long highest = steps.last(i);
      for (int d = 0; d < slots.size(); d++) {
        if (steps.runs(i, d)) {
          lowest = steps.dayLeast(i, lowest);
          highest = steps.dayMost(i, highest);
          low[i][d] = lowest;
          high[i][d] = highest;
        }
      }
      periodLow[i] = limit.periodLow();
      periodHigh[i] = limit.periodHigh();
      checkReach(i, Micros.sum(low[i]), Micros.sum(high[i]));
    }
    return new Frame(
            account.curves()::get,
            account::factor,
            slots,
            low,
            high,
            periodLow,
            periodHigh,
            groups,
            least,
            most)
        .solve(objective);
  }

  private void checkReach(int i, long least, long most) {
    LineLimits limit = limits.get(i);
    boolean over = limit.periodLow() > most && limit.low() != LineLimits.Owner.CARE;
    boolean under = limit.periodHigh() < least && limit.high() != LineLimits.Owner.CARE;
    if (over || under) {
      AccountHistory.AdSet adSet = account.adSet(i);
      String currency = account.history().currency();
      throw new UnplannableException(
          "lines",
          "%s of %s spends %s a day and may change by %s %% a day, so over the plan's days it spends from %s to %s; %s asks for %s."
              .formatted(
                  adSet.adSet(),
                  adSet.campaign(),
                  Amounts.money(adSet.todayMicros(), currency),
                  Amounts.rate(100 * limit.change()),
                  Amounts.money(least, currency),
                  Amounts.money(most, currency),
                  LimitRules.words(over ? limit.low() : limit.high()),
                  Amounts.money(over ? limit.periodLow() : limit.periodHigh(), currency)));
    }
  }

  boolean keepsChanges(Answer.Solved solved) {
    for (int i = 0; i < account.size(); i++) {
      long before = steps.last(i);
      for (int d = 0; d < slots.size(); d++) {
        if (steps.runs(i, d)) {
          long micros = solved.micros()[i][d];
          if (micros < steps.dayLeast(i, before) || micros > steps.dayMost(i, before)) {
            return false;
          }
          before = micros;
        }
      }
    }
    return true;
  }

  private Answer dayByDay(Answer.Solved relaxed) {
    double[] wanted = new double[slots.size()];
    for (int d = 0; d < wanted.length; d++) {
      for (long[] line : relaxed.micros()) {
        wanted[d] += line[d];
      }
    }
    long[][] micros = new long[account.size()][slots.size()];
    double value = 0;
    double price = 0;
    long left = budget;
    for (int d = 0; d < slots.size(); d++) {
      Answer.Solved day = day(d, wanted, left);
      for (int i = 0; i < micros.length; i++) {
        long own = day.micros()[i][0];
        micros[i][d] = own;
        left -= own;
        steps.take(i, d, own);
      }
      value += day.value();
      price = Math.max(price, day.price());
    }
    double bound = relaxed.bound();
    double gap = bound > 0 ? Math.clamp((bound - value) / bound, 0, 1) : 0;
    return new Answer.Solved(slots, micros, price, value, bound, gap);
  }

  private Answer.Solved day(int d, double[] wanted, long left) {
    long[] low = new long[account.size()];
    long[] high = new long[account.size()];
    for (int i = 0; i < low.length; i++) {
      if (steps.runs(i, d)) {
        steps.range(i, d, low, high);
      }
    }
    double rest = 0;
    for (int e = d; e < wanted.length; e++) {
      rest += wanted[e];
    }
    long least = Micros.sum(low);
    long most = Micros.sum(high);
    boolean isLast = d == slots.size() - 1;
    long asked = isLast ? left : Math.round(left * (rest > 0 ? wanted[d] / rest : 0));
    long today = isLast ? left : Math.clamp(asked, least, Math.max(least, most));
    Answer.Solved solved = solved(d, low, high, today, left);
    if (isLast) {
      return solved;
    }
    if (left - today > steps.reach(solved, d, true)) {
      return nearest(d, low, high, left, today, most, true);
    }
    return left - today < steps.reach(solved, d, false)
        ? nearest(d, low, high, left, today, least, false)
        : solved;
  }

  /**
   * The amount nearest to {@code from} after which the rest can still be spent, no more, no less.
   */
  private Answer.Solved nearest(
      int d, long[] low, long[] high, long left, long from, long to, boolean up) {
    long bad = from;
    long good = to;
    Answer.Solved best = solved(d, low, high, to, left);
    for (int round = 0; round < ROUNDS && Math.abs(good - bad) > 1; round++) {
      long tried = bad + (good - bad) / 2;
      Answer.Solved solved = solved(d, low, high, tried, left);
      long reach = steps.reach(solved, d, up);
      if (up ? left - tried <= reach : left - tried >= reach) {
        good = tried;
        best = solved;
      } else {
        bad = tried;
      }
    }
    return best;
  }

  private Answer.Solved solved(int d, long[] low, long[] high, long micros, long left) {
    long[][] lows = new long[low.length][1];
    long[][] highs = new long[low.length][1];
    for (int i = 0; i < low.length; i++) {
      lows[i][0] = low[i];
      highs[i][0] = high[i];
    }
    double share = 1 - (double) (left - micros) / budget;
    var frame =
        new Frame(
            account.curves()::get,
            account::factor,
            List.of(slots.get(d)),
            lows,
            highs,
            low,
            high,
            onDay(groups, low, high, d == slots.size() - 1 ? 1 : share),
            micros,
            micros);
    return switch (frame.solve(new Objective.MostValue())) {
      case Answer.Solved solved -> solved;
      case Answer.Clashing _ ->
          throw new UnplannableException(
              "change",
              "The budget, its groups and the changes a day cannot be kept day after day from %s on. Allow a larger change, wider groups, or plan fewer days."
                  .formatted(slots.get(d).stretches().getFirst().start().toLocalDate()));
    };
  }

  /** A group's bounds up to this day are its share of the period's, as far as its lines can go. */
  private List<GroupNode> onDay(List<GroupNode> nodes, long[] low, long[] high, double share) {
    List<GroupNode> day = new ArrayList<>();
    for (GroupNode node : nodes) {
      long before = 0;
      long least = 0;
      long most = 0;
      for (int i : node.members()) {
        before += steps.spent(i);
        least = Micros.plus(least, low[i]);
        most = Micros.plus(most, high[i]);
      }
      long wantedLow = (long) Math.ceil(node.low() * share) - before;
      long wantedHigh =
          node.high() == Micros.MOST
              ? Micros.MOST
              : (long) Math.floor(node.high() * share) - before;
      long dayLow = share >= 1 ? Math.max(0, wantedLow) : Math.clamp(wantedLow, 0, most);
      long dayHigh =
          share >= 1 ? Math.max(0, wantedHigh) : Math.max(wantedHigh, Math.max(dayLow, least));
      day.add(
          new GroupNode(
              node.at(),
              node.name(),
              node.members(),
              Math.min(dayLow, dayHigh),
              dayHigh,
              onDay(node.groups(), low, high, share)));
    }
    return day;
  }
}
