package dev.bellwether.campaign.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Learns the response curves of an account's ad sets, day by day: a day's figures cost the same
 * however long the past is, and a restated day replaces what was known of it. Not for several
 * threads at once.
 */
public final class ResponseLearner {

  /**
   * So many expected outcomes must be seen on a weekday before its ratio weighs as much as "alike".
   */
  private static final double ACCOUNT_DOUBT = 20;

  private static final double OWN_DOUBT = 60;

  /** How often ad sets are held against each other while a past is learned, in days. */
  private static final int ROUND = 7;

  /** Rounds at the end, so that ad sets lean on what the others became. */
  private static final int LAST_ROUNDS = 3;

  private final double leastDispersion;
  private final Scatter scatter;
  private final double carryOver;
  private final Memory memory;
  private final int openDays;
  private final Map<String, Arm> arms = new LinkedHashMap<>();
  private Completeness completeness = Completeness.AT_ONCE;
  private Pooling pooling;
  private Weekdays weekdays = Weekdays.ALIKE;
  private double spent;
  private double returned;
  private long today = Long.MIN_VALUE;

  /** The day as of which the figures are: not before {@code today}. */
  private long asOf = Long.MIN_VALUE;

  /**
   * @param leastDispersion variance of a day's return in units of its mean is no less than this: 1
   *     where outcomes are counts, near zero where they are amounts
   * @param carryOver share of a day's spend that is felt on the next day; in [0, 1)
   */
  public ResponseLearner(double leastDispersion, double carryOver) {
    this(leastDispersion, carryOver, Memory.STANDARD, 0);
  }

  /**
   * @param openDays so many days stay open for restatements, however early they are known
   */
  ResponseLearner(double leastDispersion, double carryOver, Memory memory, int openDays) {
    if (!(leastDispersion > 0)) {
      throw new IllegalArgumentException("the least dispersion must be above zero");
    }
    this.leastDispersion = leastDispersion;
    this.carryOver = carryOver;
    this.memory = memory;
    this.openDays = openDays;
    scatter = new Scatter(leastDispersion);
  }

  /**
   * Makes an ad set known, without figures; one that is known already stays as it is.
   *
   * @param scale a day's spend that is usual for it, in units of currency, above zero
   */
  public void add(AdSetHistory adSet, double scale) {
    arms.computeIfAbsent(
        adSet.id(), _ -> new Arm(this, adSet, new ArmFilter(scale, carryOver, memory)));
  }

  /** What share of a day's conversions is known, by the day's age. */
  public void completeness(Completeness known) {
    completeness = known;
  }

  /**
   * A day's figures, or what they are now.
   *
   * @return false where the day is so old that it was taken in for good; then all has to be learned
   *     anew for the restatement to count
   */
  public boolean put(String adSet, Observation seen) {
    long day = seen.day().toEpochDay();
    today = Math.max(today, day + seen.days() - 1);
    asOf = Math.max(asOf, today);
    if (pooling == null && seen.spend() > 0) {
      spent += seen.spend();
      returned += seen.outcome();
    }
    return arms.get(adSet).filter.put(day, seen.days(), seen.spend(), seen.outcome());
  }

  /**
   * Learns a whole past, as its figures are now.
   *
   * @param histories of ad sets that were {@link #add added}
   */
  void learn(List<AdSetHistory> histories) {
    NavigableMap<LocalDate, List<Seen>> byDay = new TreeMap<>();
    for (AdSetHistory history : histories) {
      for (Observation seen : history.observations()) {
        byDay.computeIfAbsent(seen.day(), _ -> new ArrayList<>()).add(new Seen(history.id(), seen));
        asOf = Math.max(asOf, seen.day().toEpochDay() + seen.days() - 1);
      }
    }
    int days = 0;
    for (List<Seen> day : byDay.values()) {
      day.forEach(seen -> put(seen.adSet(), seen.figures()));
      if (++days % ROUND == 0) {
        update();
      }
    }
    for (int round = 0; round < LAST_ROUNDS; round++) {
      update();
    }
  }

  private record Seen(String adSet, Observation figures) {}

  /** Brings all curves to what is known; call it when a day's figures are in. */
  public void update() {
    if (arms.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to fit: no ad set has figures");
    }
    List<Arm> all = List.copyOf(arms.values());
    if (pooling == null || !pooling.covers(all)) {
      pooling = new Pooling(all, averageReturn());
    }
    if (all.getFirst().posterior == null) {
      scatter.begin(all);
    } else {
      scatter.update(all);
    }
    long first = asOf - Math.max(openDays - 1, completeness.settledAfter());
    for (Arm arm : all) {
      if (arm.posterior != null) {
        arm.filter.settle(first, arm, arm.prior, dispersion(), day -> settled(arm, day));
      }
    }
    all.forEach(arm -> arm.refresh(today, dispersion()));
    updateWeekdays(all);
    pooling.update();
  }

  private void settled(Arm arm, ArmFilter.Day day) {
    if (!(day.spend() > 0)) {
      return;
    }
    double expected = arm.posterior.expected(day.exposure());
    if (day.days() == 1) {
      arm.week.forget(memory.form());
      arm.week.add(day.day(), arm.outcome(day), expected);
    }
    scatter.settle(day.outcome(), arm.expected(day), memory.form());
  }

  private void updateWeekdays(List<Arm> all) {
    var account = new WeekSums();
    Map<String, WeekSums> campaigns = new HashMap<>();
    Map<Arm, WeekSums> own = new HashMap<>();
    for (Arm arm : all) {
      WeekSums now = arm.weekNow();
      own.put(arm, now);
      account.add(now);
      campaigns.computeIfAbsent(arm.campaign, _ -> new WeekSums()).add(now);
    }
    weekdays = account.update(Weekdays.ALIKE, ACCOUNT_DOUBT * dispersion());
    Map<String, Weekdays> ofCampaigns = new HashMap<>();
    campaigns.forEach(
        (name, sums) -> ofCampaigns.put(name, sums.update(weekdays, OWN_DOUBT * dispersion())));
    own.forEach(
        (arm, sums) ->
            arm.weekdays = sums.update(ofCampaigns.get(arm.campaign), OWN_DOUBT * dispersion()));
  }

  private double averageReturn() {
    // Where nothing came back, half an event may have been missed by chance: small, but not zero
    return Math.max(returned, 0.5 * leastDispersion) / Math.max(spent, 1e-6);
  }

  /** What share of a day's outcome is known by now. */
  double known(long day, int days) {
    return completeness.at(asOf - day - days + 1);
  }

  double dispersion() {
    return scatter.dispersion();
  }

  /** All that is known after the last {@link #update}. */
  public ResponseModel model() {
    Map<String, PosteriorCurve> curves = new LinkedHashMap<>();
    Map<String, Weekdays> weeks = new LinkedHashMap<>();
    for (Arm arm : arms.values()) {
      curves.put(arm.id, arm.posterior.curve());
      weeks.put(arm.id, arm.weekdays);
    }
    return new ResponseModel(
        curves, pooling.segmentCurves(), weekdays, weeks, carryOver, dispersion());
  }
}
