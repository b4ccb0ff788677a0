package dev.bellwether.trend.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ForecasterProperties {

  private static final Instant START = Instant.parse("2026-03-02T05:00:00Z");

  @Property(tries = 150)
  void intervalsAreNestedOrderedAndNeverBelowZero(
      @ForAll("counts") double[] counts, @ForAll @IntRange(min = 1, max = 168) int steps) {
    var forecast = forecast(Bounds.COUNTS, counts, steps);

    assertEquals(steps, forecast.points().size());
    assertEquals(START.plus(Duration.ofHours(counts.length)), forecast.madeAt());
    for (int ahead = 0; ahead < steps; ahead++) {
      var point = forecast.points().get(ahead);
      assertEquals(forecast.madeAt().plus(Duration.ofHours(ahead)), point.at());
      assertNested(point, 0, Double.MAX_VALUE);
    }
  }

  @Property(tries = 100)
  void sharesStayWithinNoneAndAll(@ForAll("counts") double[] counts) {
    double most = Arrays.stream(counts).filter(Double::isFinite).max().orElseThrow();
    var shares = Arrays.stream(counts).map(count -> most > 0 ? count / most : count).toArray();
    for (var point : forecast(Bounds.SHARES, shares, 24).points()) {
      assertNested(point, 0, 1);
    }
  }

  @Property(tries = 60)
  void aSeriesInAnotherUnitHasTheSameForecastInThatUnit(
      @ForAll("counts") double[] counts,
      @ForAll @DoubleRange(min = 0.01, max = 100_000) double unit) {
    double[] scaled = Arrays.stream(counts).map(count -> count * unit).toArray();
    if (Arrays.stream(counts).filter(Double::isFinite).sum() == 0) {
      return;
    }
    var plain = forecast(Bounds.COUNTS, counts, 24).points();
    var other = forecast(Bounds.COUNTS, scaled, 24).points();
    for (int ahead = 0; ahead < 24; ahead++) {
      double size = plain.get(ahead).high90() * unit;
      assertEquals(plain.get(ahead).median() * unit, other.get(ahead).median(), 1e-6 * size);
      assertEquals(size, other.get(ahead).high90(), 1e-6 * size);
    }
  }

  @Property(tries = 60)
  void whatLiesFurtherBackThanFiveWeeksChangesNothing(
      @ForAll("counts") double[] counts, @ForAll @IntRange(min = 1, max = 200) int older) {
    var recent = rhythm(35 * 24, 50, 7);
    System.arraycopy(counts, 0, recent, 0, counts.length);
    var longer = new double[older + recent.length];
    Arrays.fill(longer, 0, older, 1e6);
    System.arraycopy(recent, 0, longer, older, recent.length);

    var start = START.minus(Duration.ofHours(older));
    assertEquals(
        forecast(Bounds.COUNTS, recent, 24),
        new Forecaster(Bounds.COUNTS).forecast(HourlyHistory.hours(start, longer), 24));
  }

  @Property(tries = 40)
  void hoursThatAreMissingDoNotMoveAForecastFarFromWhatItWas(
      @ForAll @IntRange(min = 0, max = 1_000) int seed) {
    var whole = rhythm(28 * 24, 200, seed);
    var gappy = whole.clone();
    var random = new Random(seed);
    for (int at = 0; at < gappy.length; at++) {
      gappy[at] = random.nextInt(10) == 0 ? Double.NaN : gappy[at];
    }
    var before = forecast(Bounds.COUNTS, whole, 24).points();
    var after = forecast(Bounds.COUNTS, gappy, 24).points();
    for (int ahead = 0; ahead < 24; ahead++) {
      double ratio = after.get(ahead).median() / before.get(ahead).median();
      assertTrue(ratio > 0.75 && ratio < 1.33, "hour " + ahead + " moved by " + ratio);
    }
  }

  /** Counts of up to five weeks with a rhythm or none, bursts and unknown hours; one is known. */
  @Provide
  static Arbitrary<double[]> counts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 35 * 24),
            Arbitraries.doubles().between(0, 2_000),
            Arbitraries.integers().between(0, 9),
            Arbitraries.longs())
        .as(
            (length, level, unknownOfTen, seed) -> {
              var counts = rhythm(length, level, seed);
              var random = new Random(seed);
              for (int at = 0; at < length - 1; at++) {
                counts[at] = random.nextInt(10) < unknownOfTen ? Double.NaN : counts[at];
              }
              return counts;
            });
  }

  /** A daily rhythm with noise, and now and then a burst. */
  static double[] rhythm(int length, double level, long seed) {
    var random = new Random(seed);
    var counts = new double[length];
    for (int at = 0; at < length; at++) {
      double usual = level * (1 + 0.6 * Math.sin(2 * Math.PI * at / 24));
      double burst = random.nextInt(100) == 0 ? 10 : 1;
      counts[at] = Math.rint(burst * usual * Math.exp(0.2 * random.nextGaussian()));
    }
    return counts;
  }

  private static Forecast forecast(Bounds bounds, double[] values, int steps) {
    return new Forecaster(bounds).forecast(HourlyHistory.hours(START, values), steps);
  }

  private static void assertNested(ForecastPoint point, double low, double high) {
    assertTrue(
        low <= point.low90()
            && point.low90() <= point.low50()
            && point.low50() <= point.median()
            && point.median() <= point.high50()
            && point.high50() <= point.high90()
            && point.high90() <= high,
        point.toString());
  }
}
