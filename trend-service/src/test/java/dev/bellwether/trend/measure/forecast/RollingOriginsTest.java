package dev.bellwether.trend.measure.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.trend.forecast.ForecastPoint;
import dev.bellwether.trend.forecast.ForecastSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollingOriginsTest {

  @Test
  void aDayOfEachOriginFollowsFourWeeksOfWarmUp() {
    assertEquals(27, RollingOrigins.of(alternating(1_324)).length);
    assertEquals(26, RollingOrigins.of(alternating(1_320)).length);
    assertArrayEquals(
        new int[] {672, 696}, Arrays.copyOf(RollingOrigins.of(alternating(1_324)), 2));
    assertArrayEquals(new int[] {336, 360}, RollingOrigins.of(alternating(400)));
    assertEquals(0, RollingOrigins.of(alternating(360)).length);
  }

  @Test
  void aSeriesThatNeverChangesHasNoUnitToMeasureIn() {
    var flat = new double[800];
    Arrays.fill(flat, 5);
    assertEquals(0, RollingOrigins.of(file(flat)).length);
  }

  @Test
  void errorsAreThoseWorkedOutByHand() {
    var actual = new double[] {10, 0, Double.NaN, 20};
    var errors = Errors.of(actual, new double[] {5, 0, 7, 30}, 2.5);
    assertEquals((5 + 0 + 10) / 3.0 / 2.5, errors.meanMase(), 1e-12);
    assertEquals((100 * 5 / 7.5 + 0 + 100 * 10 / 25.0) / 3, errors.meanSmape(), 1e-9);

    var point = new ForecastPoint(Instant.EPOCH, 10, 8, 12, 5, 18);
    var covered = Errors.of(actual, List.of(point, point, point, point), 1);
    assertEquals(1 / 3.0, covered.coverage90(), 1e-12);
    var both = covered.plus(Errors.of(new double[] {13}, List.of(point), 1));
    assertEquals((1 / 3.0 + 1) / 2, both.coverage90(), 1e-12);
    assertEquals(1 / 6.0, both.coverage50(), 1e-12);
  }

  @Test
  void thePeersAreWhatTheirNamesSay() {
    var past = new double[400];
    Arrays.setAll(past, at -> at);
    assertEquals(399, Method.NAIVE.forecast(past, 24)[23]);
    assertEquals(376 + 5, Method.SEASONAL_NAIVE_24.forecast(past, 24)[5]);
    assertEquals(232 + 5, Method.SEASONAL_NAIVE_168.forecast(past, 24)[5]);
    assertEquals(400 - 4 * 24 + 5, Method.MEDIAN_OF_PROFILES.forecast(past, 24)[5]);
    var steady = new double[400];
    Arrays.fill(steady, 7);
    assertEquals(7, Method.BLENDED.forecast(steady, 24)[5], 1e-9);
  }

  @Test
  void settingsForAFileAreChosenOnTheOthers() {
    var chosen =
        LeaveOneOut.choose(
            List.of(List.of(mase(1), mase(5), mase(5)), List.of(mase(9), mase(2), mase(2))));
    assertEquals(List.of(mase(9), mase(5), mase(5)), chosen);
  }

  @Test
  void whatComesAfterAnOriginChangesNothingOfItsForecast() {
    var hours = new double[RollingOrigins.LEAST_WARM_UP + RollingOrigins.AHEAD + 1];
    Arrays.setAll(hours, at -> 50 + 30 * Math.sin(at / 24.0 * 2 * Math.PI) + at % 7);
    var changed = hours.clone();
    changed[changed.length - 1] = 1e9;
    var settings = ForecastSettings.STANDARD;
    var one = RollingOrigins.measure(file(hours), settings);
    var other = RollingOrigins.measure(file(changed), settings);
    assertEquals(1, one.origins());
    assertEquals(one, other);
  }

  private static Errors mase(double mase) {
    return new Errors(1, mase, 0, 0, 0);
  }

  private static HourlyFile alternating(int length) {
    var hours = new double[length];
    Arrays.setAll(hours, at -> at % 5);
    return file(hours);
  }

  private static HourlyFile file(double[] hours) {
    return new HourlyFile("made", Instant.parse("2026-01-01T00:00:00Z"), hours);
  }
}
