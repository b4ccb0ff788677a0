package dev.bellwether.trend.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LifeForecasterProperties {

  private static final Instant START = Instant.parse("2026-03-02T05:10:00Z");

  @Property(tries = 200)
  void intervalsAreNestedOrderedAndNeverBelowZero(
      @ForAll @Size(min = 1, max = 900) List<@IntRange(max = 5_000) Integer> counts,
      @ForAll @DoubleRange(max = 500) double habit) {
    var outlook = outlook(counts.stream().mapToDouble(Integer::doubleValue).toArray(), habit);

    assertNested(outlook.total());
    assertEquals(24, outlook.hourly().size());
    for (int ahead = 0; ahead < 24; ahead++) {
      var point = outlook.hourly().get(ahead);
      assertEquals(outlook.madeAt().plus(Duration.ofHours(ahead)), point.at());
      assertNested(
          new Range(point.median(), point.low50(), point.high50(), point.low90(), point.high90()));
    }
    assertTrue(!outlook.peaksAt().isBefore(START) && outlook.peaksAt().isBefore(outlook.madeAt()));
    assertTrue(outlook.fadesAt() == null || !outlook.fadesAt().isBefore(outlook.madeAt()));
  }

  @Property(tries = 100)
  void twiceAsManyMentionsOfTheNewAreExpectedToGoOnTwiceAsLarge(
      @ForAll @Size(min = 12, max = 300) List<@IntRange(min = 20, max = 5_000) Integer> counts) {
    var once = counts.stream().mapToDouble(Integer::doubleValue).toArray();
    var twice = Arrays.stream(once).map(count -> 2 * count).toArray();
    double ratio = outlook(twice, 0).total().median() / outlook(once, 0).total().median();
    assertEquals(2, ratio, 0.02);
  }

  @Property(tries = 100)
  void whatIsNoMoreThanHabitStaysAHabit(@ForAll @IntRange(min = 20, max = 400) int aBucket) {
    var counts = new double[288];
    Arrays.fill(counts, aBucket);
    var outlook = outlook(counts, aBucket * 12);
    double day = 24.0 * 12 * aBucket;
    assertTrue(outlook.total().low90() < day && day < outlook.total().high90());
    assertEquals(outlook.madeAt(), outlook.fadesAt());
  }

  static TrendOutlook outlook(double[] counts, double habit) {
    var topic = new TopicCounts(START, Duration.ofMinutes(5), counts, habit);
    return new LifeForecaster().forecast(topic);
  }

  private static void assertNested(Range range) {
    assertTrue(
        0 <= range.low90()
            && range.low90() <= range.low50()
            && range.low50() <= range.median()
            && range.median() <= range.high50()
            && range.high50() <= range.high90()
            && range.high90() < Double.MAX_VALUE,
        range.toString());
  }
}
