package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.Objective;
import dev.bellwether.campaign.plan.Pools.Pool;
import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Splits a plan's budget where no day depends on the one before. One pool is solved exactly. With a
 * calendar each pool is solved exactly for itself; bounds over the whole period are then shared out
 * to the pools by their budgets, which need not be the best way, so the bound on what could be
 * reached comes from the pools without them.
 */
final class PoolSolver {

  private final FittedAccount account;
  private final IntFunction<? extends Curve> curves;
  private final List<TimeSlot> slots;
  private final List<LineLimits> limits;
  private final List<GroupNode> groups;

  PoolSolver(
      FittedAccount account,
      List<TimeSlot> slots,
      List<LineLimits> limits,
      List<GroupNode> groups) {
    this(account, account.curves()::get, slots, limits, groups);
  }

  /**
   * @param curves to split by in place of the account's own, of a mean day, by ad set
   */
  PoolSolver(
      FittedAccount account,
      IntFunction<? extends Curve> curves,
      List<TimeSlot> slots,
      List<LineLimits> limits,
      List<GroupNode> groups) {
    this.account = account;
    this.curves = curves;
    this.slots = slots;
    this.limits = limits;
    this.groups = groups;
  }

  /** A single pool: any objective, between these totals. */
  Answer solve(Objective objective, long least, long most) {
    return frame(least, most).solve(objective);
  }

  /** All slots as one pool. */
  Frame frame(long least, long most) {
    List<Integer> all = new ArrayList<>();
    for (int k = 0; k < slots.size(); k++) {
      all.add(k);
    }
    return frame(all, least, most, wholePeriod(), groups);
  }

  Answer solve(List<Pool> pools) {
    if (pools.size() == 1) {
      Pool only = pools.getFirst();
      return frame(only.slots(), only.micros(), only.micros(), wholePeriod(), groups)
          .solve(new Objective.MostValue());
    }
    List<List<GroupNode>> groupsByPool = new ArrayList<>();
    for (int p = 0; p < pools.size(); p++) {
      groupsByPool.add(shared(groups, pools, p));
    }
    long[][][] periods = shared(pools);
    long[][] micros = new long[account.size()][slots.size()];
    double value = 0;
    double bound = 0;
    double price = 0;
    for (int p = 0; p < pools.size(); p++) {
      Pool pool = pools.get(p);
      Frame frame =
          frame(pool.slots(), pool.micros(), pool.micros(), periods[p], groupsByPool.get(p));
      switch (frame.solve(new Objective.MostValue())) {
        case Answer.Clashing clashing -> {
          return clashing;
        }
        case Answer.Solved solved -> {
          for (int i = 0; i < micros.length; i++) {
            for (int k = 0; k < pool.slots().size(); k++) {
              micros[i][pool.slots().get(k)] = solved.micros()[i][k];
            }
          }
          value += solved.value();
          bound += isCoupled() ? relaxed(pool) : solved.bound();
          price = Math.max(price, solved.price());
        }
      }
    }
    double gap = bound > 0 ? Math.clamp((bound - value) / bound, 0, 1) : 0;
    return new Answer.Solved(slots, micros, price, value, bound, gap);
  }

  /** Whether anything but the calendar holds over more than one pool. */
  private boolean isCoupled() {
    return groups.stream().anyMatch(GroupNode::isBounded)
        || limits.stream().anyMatch(PoolSolver::hasPeriodRule);
  }

  private static boolean hasPeriodRule(LineLimits l) {
    return isPeriodRule(l.low()) || isPeriodRule(l.high());
  }

  private static boolean isPeriodRule(LineLimits.Owner owner) {
    return owner == LineLimits.Owner.RULE
        || owner == LineLimits.Owner.FIXED
        || owner == LineLimits.Owner.EXPLORATION;
  }

  /** What the pool could bring if only the bounds of each day held. */
  private double relaxed(Pool pool) {
    long[][] free = new long[2][account.size()];
    for (int i = 0; i < account.size(); i++) {
      free[1][i] = Micros.MOST;
    }
    Frame frame = frame(pool.slots(), pool.micros(), pool.micros(), free, List.of());
    return switch (frame.solve(new Objective.MostValue())) {
      case Answer.Solved solved -> solved.bound();
      // A set of fewer rules than one that had a solution
      case Answer.Clashing _ -> Double.POSITIVE_INFINITY;
    };
  }

  private long[][] wholePeriod() {
    return new long[][] {
      limits.stream().mapToLong(LineLimits::periodLow).toArray(),
      limits.stream().mapToLong(LineLimits::periodHigh).toArray()
    };
  }

  /** By pool, low and high, and ad set: shares of the period's bounds by where it may run. */
  private long[][][] shared(List<Pool> pools) {
    long[][][] shared = new long[pools.size()][2][account.size()];
    for (int i = 0; i < account.size(); i++) {
      LineLimits own = limits.get(i);
      double[] weights = new double[pools.size()];
      for (int p = 0; p < weights.length; p++) {
        double days = 0;
        for (int k : pools.get(p).slots()) {
          days += own.weekdays().contains(slots.get(k).weekday()) ? slots.get(k).days() : 0;
        }
        weights[p] = pools.get(p).micros() * days / pools.get(p).days();
      }
      long[] low = Micros.split(own.periodLow(), weights);
      long[] high = Micros.split(own.periodHigh(), weights);
      for (int p = 0; p < weights.length; p++) {
        shared[p][0][i] = isPeriodRule(own.low()) ? low[p] : 0;
        shared[p][1][i] = isPeriodRule(own.high()) ? high[p] : Micros.MOST;
      }
    }
    return shared;
  }

  private List<GroupNode> shared(List<GroupNode> nodes, List<Pool> pools, int pool) {
    return nodes.stream()
        .map(
            node -> {
              double[] shares =
                  pools.stream().mapToDouble(p -> runs(node, p) ? p.micros() : 0).toArray();
              return new GroupNode(
                  node.at(),
                  node.name(),
                  node.members(),
                  Micros.split(node.low(), shares)[pool],
                  node.high() == Micros.MOST
                      ? Micros.MOST
                      : Micros.split(node.high(), shares)[pool],
                  shared(node.groups(), pools, pool));
            })
        .toList();
  }

  /** Whether any of the group's lines may spend there. */
  private boolean runs(GroupNode node, Pool pool) {
    return node.members().stream()
        .map(limits::get)
        .filter(limit -> !limit.isClosed())
        .anyMatch(
            limit ->
                pool.slots().stream()
                    .anyMatch(k -> limit.weekdays().contains(slots.get(k).weekday())));
  }

  private Frame frame(
      List<Integer> own, long least, long most, long[][] periods, List<GroupNode> grouped) {
    long[][] low = new long[account.size()][own.size()];
    long[][] high = new long[account.size()][own.size()];
    List<TimeSlot> chosen = own.stream().map(slots::get).toList();
    for (int i = 0; i < low.length; i++) {
      LineLimits limit = limits.get(i);
      for (int k = 0; k < chosen.size(); k++) {
        TimeSlot slot = chosen.get(k);
        if (limit.weekdays().contains(slot.weekday())) {
          low[i][k] = (long) Math.floor(limit.dayLow() * slot.days());
          high[i][k] = high(limit, slot);
        }
      }
    }
    return new Frame(
        curves, account::factor, chosen, low, high, periods[0], periods[1], grouped, least, most);
  }

  /** A part of a day is rounded up where the amount is the user's, down where it is our care. */
  private static long high(LineLimits limit, TimeSlot slot) {
    double exact = Math.min(limit.dayHigh() * slot.days(), Micros.MOST);
    return (long) (limit.high() == LineLimits.Owner.CARE ? Math.floor(exact) : Math.ceil(exact));
  }
}
