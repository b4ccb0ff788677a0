package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.Allocator;
import dev.bellwether.campaign.allocation.Clash;
import dev.bellwether.campaign.allocation.Group;
import dev.bellwether.campaign.allocation.Infeasible;
import dev.bellwether.campaign.allocation.Line;
import dev.bellwether.campaign.allocation.Objective;
import dev.bellwether.campaign.allocation.Problem;
import dev.bellwether.campaign.allocation.Split;
import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * One allocation: ad sets over some slots of time, with what holds in them. A line of the allocator
 * is an ad set in a slot; an ad set of several slots with bounds of its own is a group of them,
 * within the request's groups: one tree, so the allocator's proof holds for all of it.
 *
 * @param curves of a mean day, by ad set
 * @param factors of ad sets in slots
 * @param low micros by ad set and slot
 * @param high micros by ad set and slot; zero where it may not run
 * @param periodLow micros by ad set
 * @param periodHigh micros by ad set
 * @param groups the outermost
 * @param least micros of all together
 * @param most micros of all together
 */
record Frame(
    IntFunction<? extends Curve> curves,
    SlotFactors factors,
    List<TimeSlot> slots,
    long[][] low,
    long[][] high,
    long[] periodLow,
    long[] periodHigh,
    List<GroupNode> groups,
    long least,
    long most) {

  /** How a clash names an ad set's slot, an ad set and a group. */
  static final char LINE = 'L';

  static final char AD_SET = 'A';
  static final char GROUP = 'G';
  static final String SEPARATOR = ":";

  int size() {
    return low.length;
  }

  Answer solve(Objective objective) {
    var parts = new Parts();
    if (parts.lines.isEmpty() && least > 0) {
      Clash budget = new Clash.Least(Clash.Scope.BUDGET, "budget", least);
      return new Answer.Clashing(this, List.of(budget));
    }
    if (parts.lines.isEmpty()) {
      return new Answer.Solved(slots, new long[size()][slots.size()], 0, 0, 0, 0);
    }
    return switch (Allocator.solve(parts.problem(), objective)) {
      case Split split -> solved(parts, split);
      case Infeasible infeasible -> new Answer.Clashing(this, infeasible.clashes());
    };
  }

  private Answer.Solved solved(Parts parts, Split split) {
    long[][] micros = new long[size()][slots.size()];
    for (int line = 0; line < parts.adSets.size(); line++) {
      micros[parts.adSets.get(line)][parts.slotNumbers.get(line)] = split.micros()[line];
    }
    return new Answer.Solved(
        slots, micros, split.price(), split.value(), split.bound(), split.gap());
  }

  /** The allocator's view: only what may spend at all. */
  private final class Parts {
    final List<Line> lines = new ArrayList<>();
    final List<Integer> adSets = new ArrayList<>();
    final List<Integer> slotNumbers = new ArrayList<>();
    private final List<List<Integer>> linesOf = new ArrayList<>();

    Parts() {
      for (int i = 0; i < size(); i++) {
        linesOf.add(linesOf(i));
      }
    }

    private List<Integer> linesOf(int adSet) {
      List<Integer> own = new ArrayList<>();
      Curve curve = null;
      for (int k = 0; k < slots.size(); k++) {
        if (high[adSet][k] > 0) {
          curve = curve == null ? curves.apply(adSet) : curve;
          TimeSlot slot = slots.get(k);
          own.add(lines.size());
          lines.add(
              new Line(
                  LINE + SEPARATOR + adSet + SEPARATOR + k,
                  new SlotCurve(curve, slot.days(), factors.of(adSet, slot)),
                  low[adSet][k],
                  high[adSet][k]));
          adSets.add(adSet);
          slotNumbers.add(k);
        }
      }
      return own;
    }

    Problem problem() {
      List<Group> outermost = new ArrayList<>();
      Set<Integer> grouped = new HashSet<>();
      for (GroupNode node : groups) {
        outermost.add(group(node));
        grouped.addAll(node.members());
      }
      for (int i = 0; i < size(); i++) {
        if (!grouped.contains(i) && isBound(i)) {
          outermost.add(adSet(i));
        }
      }
      return new Problem(lines, outermost, least, most);
    }

    private Group group(GroupNode node) {
      List<Group> inner = new ArrayList<>();
      Set<Integer> below = new HashSet<>();
      for (GroupNode child : node.groups()) {
        inner.add(group(child));
        below.addAll(child.members());
      }
      List<Integer> direct = new ArrayList<>();
      for (int i : node.members().stream().filter(m -> !below.contains(m)).sorted().toList()) {
        if (isBound(i)) {
          inner.add(adSet(i));
        } else {
          direct.addAll(linesOf.get(i));
        }
      }
      return new Group(GROUP + SEPARATOR + node.at(), direct, inner, node.low(), node.high());
    }

    private Group adSet(int i) {
      return new Group(
          AD_SET + SEPARATOR + i, linesOf.get(i), List.of(), periodLow[i], periodHigh[i]);
    }

    /** Whether its bounds of the period say more than those of its slots. */
    private boolean isBound(int i) {
      return periodLow[i] > Micros.sum(low[i]) || periodHigh[i] < Micros.sum(high[i]);
    }
  }
}
