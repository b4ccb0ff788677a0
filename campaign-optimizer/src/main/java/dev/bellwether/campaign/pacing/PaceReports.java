package dev.bellwether.campaign.pacing;

import dev.bellwether.campaign.decision.DayAmounts;
import dev.bellwether.campaign.decision.PlanPeriod;
import dev.bellwether.campaign.pacing.PaceReport.LinePace;
import dev.bellwether.campaign.pacing.PaceReport.OtherDays;
import dev.bellwether.campaign.pacing.PaceReport.Pace;
import dev.bellwether.campaign.pacing.PaceReport.Period;
import dev.bellwether.campaign.pacing.PaceReport.Proposal;
import dev.bellwether.campaign.pacing.SpendBook.AdSet;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Guards a plan's day against overspend, line by line; it proposes and does nothing. */
public final class PaceReports {

  /** Lines that together overspend less of the day's plan than this are nobody's worry. */
  private static final double NOTICED = 0.01;

  private final BudgetPlan plan;
  private final LocalDate day;
  private final SpendBook book;
  private final PacingRules rules;
  private final Instant until;
  private final double share;

  private PaceReports(
      BudgetPlan plan, LocalDate day, SpendBook book, PacingRules rules, Instant until) {
    this.plan = plan;
    this.day = day;
    this.book = book;
    this.rules = rules;
    this.until = until;
    this.share = until == null ? 0 : Pacing.share(plan, day, book, until);
  }

  /**
   * How the plan stands.
   *
   * @param day one of the plan's
   * @param figures of the plan's account: of its days up to this one, and of {@link
   *     Pacing#PAST_DAYS} days before
   */
  public static PaceReport of(
      BudgetPlan plan,
      LocalDate day,
      Collection<AdPerformance> figures,
      Instant now,
      PacingRules rules) {
    Optional<SpendBook> book = SpendBook.of(plan, figures);
    if (book.isEmpty()) {
      return withoutFigures(plan, day);
    }
    Instant until =
        book.get()
            .knownUntil(day, now, rules.reportingDelay())
            .filter(known -> known.equals(book.get().end(day)) || !book.get().tellsWholeDays())
            .orElse(null);
    return new PaceReports(plan, day, book.get(), rules, until).report();
  }

  /**
   * The lines that have spent their day's amount and go on, as one: what they spent and what they
   * had; empty where there are none, or where {@link Pacing#judge} would say nothing either.
   */
  public static Optional<Exhausted> exhausted(
      BudgetPlan plan,
      LocalDate day,
      Collection<AdPerformance> figures,
      Instant now,
      PacingRules rules) {
    Optional<SpendBook> book = SpendBook.of(plan, figures);
    Optional<Instant> until =
        book.flatMap(known -> Pacing.comparable(plan, day, known, now, rules));
    if (until.isEmpty() || until.get().equals(book.orElseThrow().end(day))) {
      return Optional.empty();
    }
    var reports = new PaceReports(plan, day, book.get(), rules, until.get());
    List<LinePace> spentUp =
        plan.lines().stream()
            .map(reports::line)
            .filter(line -> line.proposal().action().equals(Proposal.PAUSE))
            .toList();
    long over =
        spentUp.stream()
            .map(LinePace::today)
            .mapToLong(pace -> projectedOrSpent(pace) - pace.plannedMicros())
            .sum();
    if (spentUp.isEmpty() || over < NOTICED * DayAmounts.planned(plan, day)) {
      return Optional.empty();
    }
    return Optional.of(
        new Exhausted(
            until.get(),
            spentUp.size(),
            spentUp.getFirst().adSet(),
            spentUp.stream().mapToLong(line -> line.today().spentMicros()).sum(),
            spentUp.stream().mapToLong(line -> line.today().plannedMicros()).sum()));
  }

  /**
   * Lines that have nothing left for their day.
   *
   * @param until what was spent before is counted
   * @param lines how many
   * @param first the ad set of the first
   * @param spentMicros by all of them
   * @param plannedMicros for all of them
   */
  public record Exhausted(
      Instant until, int lines, String first, long spentMicros, long plannedMicros) {}

  private static PaceReport withoutFigures(BudgetPlan plan, LocalDate day) {
    return new PaceReport(
        plan.id(),
        day,
        plan.currency(),
        null,
        null,
        null,
        pace(DayAmounts.planned(plan, day), 0, null),
        plan.lines().stream()
            .map(
                line ->
                    new LinePace(
                        line.campaign(),
                        line.adSet(),
                        pace(DayAmounts.planned(plan, line, day), 0, null),
                        none("No figures yet."),
                        null))
            .toList(),
        null,
        List.of(
            "There are no figures of the plan's ad sets, or they are of several time zones or in another currency than "
                + plan.currency()
                + "."));
  }

  private PaceReport report() {
    long spent = until == null ? 0 : book.spent(day, until);
    Pace all = pace(DayAmounts.planned(plan, day), spent, projected(spent, null));
    List<LinePace> lines = plan.lines().stream().map(this::line).toList();
    return new PaceReport(
        plan.id(),
        day,
        plan.currency(),
        book.zone().getId(),
        until,
        until == null ? null : share,
        all,
        lines,
        period(all, lines),
        notes());
  }

  private LinePace line(BudgetPlan.Line line) {
    AdSet adSet = AdSet.of(line);
    long spent = until == null ? 0 : book.spent(adSet, day, until);
    Pace pace = pace(DayAmounts.planned(plan, line, day), spent, projected(spent, adSet));
    return new LinePace(
        line.campaign(), line.adSet(), pace, proposal(pace), otherDays(line, adSet, pace));
  }

  private Projection projected(long spent, AdSet adSet) {
    if (until == null) {
      return null;
    }
    return until.equals(book.end(day))
        ? Projection.known(spent)
        : Projection.of(spent, book.past(adSet, day, until), share);
  }

  private static Pace pace(long planned, long spent, Projection projected) {
    return new Pace(planned, spent, projected, Math.max(0, planned - spent));
  }

  private Proposal proposal(Pace pace) {
    if (until == null) {
      return none("Nothing is known of the day yet.");
    }
    if (until.equals(book.end(day))) {
      return none("The day is over.");
    }
    if (pace.spentMicros() > 0 && pace.spentMicros() >= pace.plannedMicros()) {
      return new Proposal(
          Proposal.PAUSE,
          0L,
          0.0,
          "Has spent %s of %s for the day: pause it until tomorrow."
              .formatted(money(pace.spentMicros()), money(pace.plannedMicros())));
    }
    Projection projected = pace.projected();
    boolean isOver =
        projected != null
            && share >= rules.leastShare()
            && projected.meanMicros() > (1 + rules.tolerance()) * pace.plannedMicros()
            // where the past tells how sure that is, it must be
            && (projected.lowMicros() == null || projected.lowMicros() > pace.plannedMicros());
    if (!isOver) {
      return none("Nothing to do.");
    }
    double ofPace = (double) pace.leftMicros() / (projected.meanMicros() - pace.spentMicros());
    return new Proposal(
        Proposal.LOWER,
        pace.leftMicros(),
        ofPace,
        "Would end the day at %s instead of %s: lower it to %s for the rest of the day, %d %% of its present pace."
            .formatted(
                money(projected.meanMicros()),
                money(pace.plannedMicros()),
                money(pace.leftMicros()),
                Math.round(100 * ofPace)));
  }

  private OtherDays otherDays(BudgetPlan.Line line, AdSet adSet, Pace pace) {
    PlanPeriod days = PlanPeriod.of(plan);
    if (days.length() == 1) {
      return null;
    }
    long earlierSpent =
        days.days().stream()
            .filter(one -> one.isBefore(day))
            .mapToLong(one -> book.spent(adSet, one, book.end(one)))
            .sum();
    long earlierPlanned = DayAmounts.plannedUntil(plan, line, day.atStartOfDay());
    return new OtherDays(
        earlierPlanned,
        earlierSpent,
        line.plannedMicros() - earlierPlanned - pace.plannedMicros(),
        Math.max(0, line.plannedMicros() - earlierSpent - projectedOrPlanned(pace)));
  }

  private Period period(Pace all, List<LinePace> lines) {
    PlanPeriod days = PlanPeriod.of(plan);
    if (days.length() == 1) {
      return null;
    }
    long earlierPlanned = 0;
    long earlierSpent = 0;
    long comingPlanned = 0;
    for (LinePace line : lines) {
      earlierPlanned += line.otherDays().earlierPlannedMicros();
      earlierSpent += line.otherDays().earlierSpentMicros();
      comingPlanned += line.otherDays().comingPlannedMicros();
    }
    long left = Math.max(0, plan.budgetMicros() - earlierSpent - projectedOrPlanned(all));
    int coming = Math.toIntExact(days.last().toEpochDay() - day.toEpochDay());
    var other = new OtherDays(earlierPlanned, earlierSpent, comingPlanned, left);
    return new Period(days.first(), days.last(), coming, other, message(other, coming));
  }

  private String message(OtherDays other, int coming) {
    long over = other.earlierSpentMicros() - other.earlierPlannedMicros();
    String past =
        over == 0
            ? "Earlier days spent what was planned"
            : "Earlier days spent %s %s than planned"
                .formatted(money(Math.abs(over)), over > 0 ? "more" : "less");
    return coming == 0
        ? past + "; this is the plan's last day."
        : past
            + "; %s are left for the %d days after this one, %s a day instead of %s."
                .formatted(
                    money(other.comingLeftMicros()),
                    coming,
                    money(other.comingLeftMicros() / coming),
                    money(other.comingPlannedMicros() / coming));
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    Instant since = plan.decision() == null ? plan.createdAt() : plan.decision().at();
    if (!since.isBefore(book.begin(day))) {
      notes.add("The plan was approved after the day had begun: some of the spend is older.");
    }
    if (until == null) {
      notes.add(
          book.tellsWholeDays()
              ? "The account sends whole days: a day can be looked at when it is over and reported."
              : "Nothing of the day is reported yet; figures younger than %d minutes are not looked at."
                  .formatted(rules.reportingDelay().toMinutes()));
    }
    return notes;
  }

  private static long projectedOrSpent(Pace pace) {
    return pace.projected() == null ? pace.spentMicros() : pace.projected().meanMicros();
  }

  private static long projectedOrPlanned(Pace pace) {
    return pace.projected() == null
        ? Math.max(pace.spentMicros(), pace.plannedMicros())
        : pace.projected().meanMicros();
  }

  private static Proposal none(String reason) {
    return new Proposal(Proposal.NONE, null, null, reason);
  }

  private String money(long micros) {
    return BigDecimal.valueOf(micros, 6).setScale(2, RoundingMode.HALF_UP) + " " + plan.currency();
  }
}
