package dev.bellwether.trend.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForecasterTest {

  /** A Monday. */
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final int DAY = 24;

  @Test
  void ofASeriesOfWhichNothingIsKnownItSaysSo() {
    var unknown = HourlyHistory.hours(START, Double.NaN, Double.NaN);
    var error = assertThrows(IllegalArgumentException.class, () -> forecast(unknown));
    assertTrue(error.getMessage().contains("nothing is known of the series"), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> forecast(HourlyHistory.hours(START)));
  }

  @Test
  void aForecastReachesNoFurtherThanAWeek() {
    var history = HourlyHistory.hours(START, 1, 2, 3);
    var forecaster = new Forecaster(Bounds.COUNTS);
    assertEquals(168, forecaster.forecast(history, 168).points().size());
    assertThrows(IllegalArgumentException.class, () -> forecaster.forecast(history, 169));
    assertThrows(IllegalArgumentException.class, () -> forecaster.forecast(history, 0));
  }

  @Test
  void afterOneHourTheIntervalIsWideAndWithEachDayItNarrows() {
    double before = Double.POSITIVE_INFINITY;
    for (int hours : new int[] {1, 6, 2 * DAY, 7 * DAY, 28 * DAY}) {
      var point = forecast(firstHours(hours)).points().get(5);
      double width = point.high90() / Math.max(1, point.low90());
      assertTrue(width < before, hours + " h: " + point);
      before = width;
    }
    var one = forecast(HourlyHistory.hours(START, 100)).points().getFirst();
    assertEquals(100, one.median(), 1e-9);
    assertTrue(one.low90() < 25 && one.high90() > 400, one.toString());
  }

  @Test
  void theWeekendIsKnownFromTheWeekendsBefore() {
    var values = new double[4 * 7 * DAY + 4 * DAY + 12];
    for (int at = 0; at < values.length; at++) {
      values[at] = at / DAY % 7 >= 5 ? 10 : 100;
    }
    var points = new Forecaster(Bounds.COUNTS).forecast(HourlyHistory.hours(START, values), 36);
    assertEquals(100, points.points().getFirst().median(), 10);
    assertEquals(10, points.points().getLast().median(), 5);
  }

  @Test
  void aBurstLiftsTheNextHoursAndTheHabitComesBack() {
    var calm = ForecasterProperties.rhythm(28 * DAY, 0, 1);
    Arrays.fill(calm, 100);
    var burst = calm.clone();
    Arrays.fill(burst, burst.length - 3, burst.length, 500);
    var usual = forecast(HourlyHistory.hours(START, calm)).points();
    var lifted = forecast(HourlyHistory.hours(START, burst)).points();
    assertEquals(100, usual.getFirst().median(), 1);
    assertTrue(lifted.getFirst().median() > 150, lifted.getFirst().toString());
    assertTrue(lifted.getLast().median() < 140, lifted.getLast().toString());
    assertTrue(lifted.getLast().median() < lifted.getFirst().median());
  }

  @Test
  void nineOfTenHoursFallIntoTheNinetyPercentInterval() {
    int within90 = 0;
    int within50 = 0;
    int hours = 0;
    for (int seed = 0; seed < 40; seed++) {
      var whole = ForecasterProperties.rhythm(29 * DAY, 300, seed);
      var past = Arrays.copyOf(whole, 28 * DAY);
      for (var point : forecast(HourlyHistory.hours(START, past)).points()) {
        double actual = whole[(int) Duration.between(START, point.at()).toHours()];
        within90 += actual >= point.low90() && actual <= point.high90() ? 1 : 0;
        within50 += actual >= point.low50() && actual <= point.high50() ? 1 : 0;
        hours++;
      }
    }
    assertEquals(0.9, (double) within90 / hours, 0.04);
    assertEquals(0.5, (double) within50 / hours, 0.06);
  }

  @Test
  void aMemoryOfHoursForgetsWhatIsOldAndLeavesSkippedHoursUnknown() {
    var history = HourlyHistory.hours(START, 1, 2);
    var later = history.with(START.plus(Duration.ofHours(4)), 5);
    assertEquals("[1.0, 2.0, NaN, NaN, 5.0]", Arrays.toString(later.values()));
    assertEquals(START.plus(Duration.ofHours(5)), later.end());
    assertThrows(
        IllegalArgumentException.class, () -> later.with(START.plus(Duration.ofHours(4)), 6));

    var monthLater = later.with(START.plus(HourlyHistory.KEPT).plus(Duration.ofHours(1)), 7);
    assertEquals(35 * DAY, monthLater.values().length);
    assertEquals(START.plus(Duration.ofHours(2)), monthLater.start());
    var longAfter = later.with(START.plus(Duration.ofDays(400)), 7);
    assertEquals("[7.0]", Arrays.toString(longAfter.values()));
  }

  private static HourlyHistory firstHours(int hours) {
    return HourlyHistory.hours(START, ForecasterProperties.rhythm(hours, 300, 3));
  }

  private static Forecast forecast(HourlyHistory history) {
    return new Forecaster(Bounds.COUNTS).forecast(history, DAY);
  }
}
