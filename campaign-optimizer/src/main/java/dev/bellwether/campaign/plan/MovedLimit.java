package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.Objective;
import dev.bellwether.campaign.response.Curve;
import java.util.function.IntFunction;

/**
 * Moves at most a given amount between lines. With ν as the price of a unit moved, the Lagrangian
 * is a sum of f(x) + ν·min(x, before) (up to a constant): each line's curve with a kink where it
 * stands, still concave. So each ν is an ordinary allocation, ν is found by bisection, and each
 * dual value bounds what any split within the limit can bring.
 */
final class MovedLimit {

  private static final int ROUNDS = 40;

  private final Frame frame;
  private final long[] before;
  private final long allowed;
  private final boolean concave;

  /**
   * @param frame of one slot, all of whose budget is spent
   * @param before by ad set, micros that add up to the budget
   * @param allowed most micros that lines may gain together
   */
  MovedLimit(Frame frame, long[] before, long allowed) {
    this.frame = frame;
    this.before = before;
    this.allowed = allowed;
    boolean allConcave = true;
    for (int i = 0; i < frame.size(); i++) {
      allConcave &= frame.curves().apply(i).inflection() == 0;
    }
    this.concave = allConcave;
  }

  /**
   * @throws UnplannableException where the other rules move more by themselves
   */
  Answer.Solved within(Answer.Solved free) {
    if (moved(free) <= allowed) {
      return free;
    }
    double bound = free.bound();
    double dear = steepest();
    Answer.Solved best = at(dear);
    if (moved(best) > allowed) {
      throw new UnplannableException(
          "maximumMoved",
          "The other rules alone move %s of the budget between lines, and maximumMoved allows %s. Raise it, or take a rule away."
              .formatted(
                  Amounts.money(moved(best) / Micros.UNIT), Amounts.money(allowed / Micros.UNIT)));
    }
    bound = Math.min(bound, dual(best, dear));
    double cheap = 0;
    for (int round = 0; round < ROUNDS && allowed - moved(best) > allowed / 1e6; round++) {
      double price = cheap + (dear - cheap) / 2;
      Answer.Solved tried = at(price);
      bound = Math.min(bound, dual(tried, price));
      if (moved(tried) <= allowed) {
        best = tried;
        dear = price;
      } else {
        cheap = price;
      }
    }
    double value = value(best);
    return new Answer.Solved(
        best.slots(),
        best.micros(),
        free.price(),
        value,
        bound,
        bound > 0 ? Math.clamp((bound - value) / bound, 0, 1) : 0);
  }

  private double dual(Answer.Solved solved, double price) {
    return concave
        ? solved.bound() - price * (frame.most() - allowed) / Micros.UNIT
        : Double.POSITIVE_INFINITY;
  }

  private Answer.Solved at(double price) {
    IntFunction<Curve> kinked =
        i -> new Kinked(frame.curves().apply(i), before[i] / Micros.UNIT, price / factor(i));
    Frame priced =
        new Frame(
            kinked,
            frame.factors(),
            frame.slots(),
            frame.low(),
            frame.high(),
            frame.periodLow(),
            frame.periodHigh(),
            frame.groups(),
            frame.least(),
            frame.most());
    return switch (priced.solve(new Objective.MostValue())) {
      case Answer.Solved solved -> solved;
      case Answer.Clashing clashing ->
          throw new IllegalStateException("rules clash only at a price: " + clashing.clashes());
    };
  }

  private double factor(int adSet) {
    return frame.factors().of(adSet, frame.slots().getFirst());
  }

  private long moved(Answer.Solved solved) {
    long moved = 0;
    for (int i = 0; i < before.length; i++) {
      moved += Math.max(0, solved.micros()[i][0] - before[i]);
    }
    return moved;
  }

  private double value(Answer.Solved solved) {
    TimeSlot slot = frame.slots().getFirst();
    double value = 0;
    for (int i = 0; i < before.length; i++) {
      if (solved.micros()[i][0] > 0) {
        value +=
            new SlotCurve(frame.curves().apply(i), slot.days(), factor(i))
                .at(solved.micros()[i][0] / Micros.UNIT);
      }
    }
    return value;
  }

  /** At this price of moving, no line gains of its own accord. */
  private double steepest() {
    double steepest = 0;
    for (int i = 0; i < frame.size(); i++) {
      Curve curve = frame.curves().apply(i);
      steepest =
          Math.max(steepest, Math.max(curve.slope(0), curve.slope(curve.inflection())) * factor(i));
    }
    return steepest * 1.01;
  }

  /** A curve whose spend below {@code before} brings {@code price} more a unit. */
  private record Kinked(Curve curve, double before, double price) implements Curve {

    @Override
    public double at(double spend) {
      return curve.at(spend) + price * Math.min(spend, before);
    }

    @Override
    public double slope(double spend) {
      return curve.slope(spend) + (spend < before ? price : 0);
    }

    @Override
    public double inflection() {
      return curve.inflection();
    }
  }

  static long[] before(AccountHistory history, long budget) {
    return Micros.split(
        budget, history.adSets().stream().mapToDouble(AccountHistory.AdSet::todayMicros).toArray());
  }
}
