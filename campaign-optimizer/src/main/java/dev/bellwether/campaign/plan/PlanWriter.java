package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes a draft down as a plan. */
final class PlanWriter {

  /** A plan is one message: more parts would not fit. */
  static final int MOST_PARTS = 40_000;

  /** Days that differ less are not worth a word. */
  private static final double NOTICED = 0.05;

  private final Draft draft;
  private final FittedAccount account;
  private final double units;
  private final PartWriter parts;

  /**
   * @throws UnplannableException where the plan would have too many parts
   */
  PlanWriter(Draft draft) {
    this.draft = draft;
    this.account = draft.account();
    this.units = AccountModel.contractUnits(account.goal());
    this.parts = new PartWriter(draft.solved().slots(), grain());
  }

  BudgetPlan plan(String workspace, String id, Instant now) {
    Expectation expected = Expectation.NONE;
    Expectation unchanged = Expectation.NONE;
    List<BudgetPlan.Line> lines = new ArrayList<>();
    for (int i = 0; i < account.size(); i++) {
      long[] micros = draft.solved().micros()[i];
      Expectation own = expected(i, Arrays.stream(micros).asDoubleStream().toArray());
      expected = expected.plus(own);
      unchanged = unchanged.plus(expected(i, draft.unchanged(i)));
      if (!draft.isForeign(i)) {
        lines.add(line(i, micros, own));
      }
    }
    long total = draft.solved().total();
    long explored = Micros.sum(draft.explored());
    boolean isOneDay = draft.horizon().days() == 1;
    return new BudgetPlan(
        BudgetPlan.SCHEMA_VERSION,
        workspace,
        account.history().account(),
        id,
        draft.horizon().first(),
        account.history().currency(),
        total,
        account.goal(),
        expected.range(units),
        unchanged.range(units),
        Math.clamp(draft.solved().gap(), 0, 1),
        now,
        lines,
        isOneDay ? null : draft.horizon().last(),
        draft.terms().target(),
        null,
        explored > 0 ? (Double) ((double) explored / total) : null,
        PlanStatus.PROPOSED,
        null);
  }

  /** What the next unit of currency brings where it brings the most. */
  double marginal(int i, long[] micros) {
    LineLimits limit = draft.limits().get(i);
    double best = 0;
    double bestWithRoom = -1;
    for (int k = 0; k < micros.length; k++) {
      TimeSlot slot = draft.solved().slots().get(k);
      if (limit.weekdays().contains(slot.weekday())) {
        double slope =
            new SlotCurve(account.curves().get(i), slot.days(), account.factor(i, slot))
                .slope(micros[k] / Micros.UNIT);
        best = Math.max(best, slope);
        if (micros[k] < limit.dayHigh() * slot.days()) {
          bestWithRoom = Math.max(bestWithRoom, slope);
        }
      }
    }
    return bestWithRoom >= 0 ? bestWithRoom : best;
  }

  private BudgetPlan.Line line(int i, long[] micros, Expectation expected) {
    AccountHistory.AdSet adSet = account.adSet(i);
    int days = draft.horizon().days();
    long planned = Micros.sum(micros);
    double marginal = marginal(i, micros);
    Holding holding = Holding.of(draft, i);
    var move =
        new Reasons.Move(
            Micros.times(adSet.todayMicros(), days),
            planned,
            days,
            marginal,
            draft.solved().price(),
            adSet.activeDays(),
            adSet.days().isEmpty(),
            holding,
            draft.limits().get(i).change(),
            when(micros));
    return new BudgetPlan.Line(
        adSet.campaign(),
        adSet.adSet(),
        adSet.segment(),
        move.todayMicros(),
        planned,
        expected.range(units),
        marginal * units,
        Reasons.of(move, account.goal(), account.history().currency()),
        holding.by(),
        parts.parts(micros));
  }

  private Expectation expected(int i, double[] micros) {
    return Expectation.of(account, i, draft.solved().slots(), micros);
  }

  /** When a line of several weekdays, or parts of a day, spends the most and the least. */
  private String when(long[] micros) {
    int most = 0;
    int least = 0;
    double[] daily = new double[micros.length];
    for (int k = 0; k < micros.length; k++) {
      daily[k] = micros[k] / draft.solved().slots().get(k).days();
      most = daily[k] > daily[most] ? k : most;
      least = daily[k] < daily[least] ? k : least;
    }
    boolean differs = daily[most] > daily[least] * (1 + NOTICED) && daily[most] > 0;
    return differs ? " Most %s, least %s.".formatted(slot(most), slot(least)) : "";
  }

  private String slot(int k) {
    TimeSlot slot = draft.solved().slots().get(k);
    TimeSlot.Stretch first = slot.stretches().getFirst();
    String day = slot.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    boolean isDate =
        Arrays.stream(draft.solved().slots().toArray(TimeSlot[]::new))
                .filter(s -> s.weekday() == slot.weekday() && s.stretches().size() == 1)
                .count()
            > 1;
    if (first.hours() < 24) {
      return "on %ss from %s to %s"
          .formatted(day, first.start().toLocalTime(), first.end().toLocalTime());
    }
    return isDate ? "on " + first.start().toLocalDate() : "on " + day + "s";
  }

  private PlanTerms.Grain grain() {
    PlanTerms.Grain asked = draft.terms().grain();
    int days = draft.horizon().days();
    if (asked == PlanTerms.Grain.DAYPART) {
      check(days * Dayparts.PARTS);
      return asked;
    }
    if (days == 1) {
      return PlanTerms.Grain.WHOLE;
    }
    if (asked == PlanTerms.Grain.WHOLE) {
      return fits(days)
          ? PlanTerms.Grain.DAY
          : fits(weeks(days)) ? PlanTerms.Grain.WEEK : PlanTerms.Grain.WHOLE;
    }
    check(asked == PlanTerms.Grain.DAY ? days : weeks(days));
    return asked;
  }

  private static int weeks(int days) {
    return days / 7 + 2;
  }

  private boolean fits(int each) {
    return (long) account.size() * each <= MOST_PARTS;
  }

  private void check(int each) {
    if (!fits(each)) {
      throw new UnplannableException(
          "by",
          "%d ad sets in %d parts each are more than the %d that one plan may hold. Plan fewer days, or leave by away."
              .formatted(account.size(), each, MOST_PARTS));
    }
  }
}
