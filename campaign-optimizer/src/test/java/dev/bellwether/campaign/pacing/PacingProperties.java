package dev.bellwether.campaign.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.pacing.PacedDays.Hour;
import dev.bellwether.contracts.ads.AdPerformance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of any plan's pace. */
class PacingProperties {

  private static final PacingRules RULES = PacingRules.STANDARD;

  @Property(tries = 200)
  void spendThatFollowsTheAccountsOwnHoursIsNeverOff(
      @ForAll @IntRange(min = 0, max = 30) int hoursGone, @ForAll long seed) {
    double[] shape = shape(new Random(seed));
    var rows = new ArrayList<>(past(shape));
    rows.addAll(PacedDays.hours(PacedDays.DAY, 24, hour -> 100 * shape[hour]));
    assertEquals(Optional.empty(), judge(reported(rows, hoursGone), hoursGone));
  }

  @Property(tries = 200)
  void spendThatIsOffByMoreThanTheBandIsSaidByTheDaysEnd(
      @ForAll @DoubleRange(min = 0, max = 4) double times, @ForAll long seed) {
    // on the edge itself the micros' rounding decides
    Assume.that(Math.abs(Math.abs(times - 1) - RULES.tolerance()) > 1e-5);
    double[] shape = shape(new Random(seed));
    var rows = new ArrayList<>(past(shape));
    rows.addAll(PacedDays.hours(PacedDays.DAY, 24, hour -> 100 * shape[hour] * times));
    boolean isOff = Math.abs(times - 1) > RULES.tolerance();
    var off = judge(rows, 27);
    assertEquals(isOff, off.isPresent());
    off.ifPresent(said -> assertEquals(PacedDays.BUDGET, said.expectedMicros()));
  }

  @Property(tries = 100)
  void whatIsYoungerThanTheReportingDelayIsNotLookedAt(
      @ForAll @IntRange(min = 0, max = 23) int hoursGone, @ForAll long seed) {
    double[] shape = shape(new Random(seed));
    var rows = new ArrayList<>(past(shape));
    // the last three hours are reported with nothing in them yet
    rows.addAll(
        PacedDays.hours(
            PacedDays.DAY, hoursGone, hour -> hour < hoursGone - 3 ? 100 * shape[hour] : 0));
    assertEquals(Optional.empty(), judge(rows, hoursGone));
  }

  @Property(tries = 100)
  void howAnAdSetIsBrokenDownChangesNothing(
      @ForAll @DoubleRange(min = 0, max = 3) double times,
      @ForAll @IntRange(min = 6, max = 27) int at) {
    Hour spend = hour -> 100 / 24.0 * times;
    var whole = PacedDays.hours(PacedDays.DAY, 24, spend);
    var both = new ArrayList<>(whole);
    both.addAll(PacedDays.brokenDown(whole));
    assertEquals(judge(reported(whole, at), at), judge(reported(both, at), at));
    assertEquals(
        judge(reported(whole, at), at), judge(reported(PacedDays.brokenDown(whole), at), at));
  }

  @Property(tries = 50)
  void aDayOfHoursAndTheSameDayWholeAreOneWhenItIsOver(
      @ForAll @DoubleRange(min = 0, max = 3) double times) {
    var hours = PacedDays.hours(PacedDays.DAY, 24, _ -> 100 / 24.0 * times);
    var whole = List.of(PacedDays.whole(PacedDays.DAY, hours));
    assertEquals(judge(hours, 27), judge(whole, 27));
    var both = new ArrayList<>(hours);
    both.addAll(whole);
    assertEquals(judge(hours, 27), judge(both, 27));
    assertTrue(judge(whole, 20).isEmpty(), "a whole day says nothing before it is over");
  }

  private static Optional<OffPace> judge(List<AdPerformance> rows, int hoursGone) {
    Instant now = PacedDays.BEGIN.plus(Duration.ofHours(hoursGone));
    return Pacing.judge(PacedDays.plan(), PacedDays.DAY, rows, now, RULES);
  }

  private static List<AdPerformance> reported(List<AdPerformance> rows, int hoursGone) {
    var until = PacedDays.DAY.atStartOfDay().plusHours(hoursGone);
    return rows.stream().filter(row -> !row.window().end().isAfter(until)).toList();
  }

  private static List<AdPerformance> past(double[] shape) {
    var rows = new ArrayList<AdPerformance>();
    for (int day = 1; day <= 5; day++) {
      double scale = 40 + 20 * day;
      rows.addAll(PacedDays.hours(PacedDays.DAY.minusDays(day), 24, hour -> scale * shape[hour]));
    }
    return rows;
  }

  /** Shares of a day, uneven. */
  private static double[] shape(Random random) {
    var shape = new double[24];
    double sum = 0;
    for (int i = 0; i < 24; i++) {
      shape[i] = 0.1 + random.nextDouble() * (i % 7);
      sum += shape[i];
    }
    for (int i = 0; i < 24; i++) {
      shape[i] /= sum;
    }
    return shape;
  }
}
