package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HabitProperties {

  private static final Habit NOTHING = new Habit(0, 0, -1);

  @Property
  void decayingAtOnceIsTheSameAsObservingEachZero(
      @ForAll @DoubleRange(min = 0, max = 1_000) double mean,
      @ForAll @DoubleRange(min = 0, max = 10_000) double variance,
      @ForAll @IntRange(max = 500) int zeros,
      @ForAll @IntRange(min = 1, max = 500) int halfLife) {
    var start = new Habit(mean, variance, 0);
    var direct = start;
    for (int bucket = 1; bucket <= zeros; bucket++) {
      direct = direct.observe(0, bucket, keep(halfLife));
    }

    assertClose(direct, start.at(zeros, keep(halfLife)));
  }

  @Property
  void skippingZerosChangesNothing(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 5) Integer> counts,
      @ForAll @IntRange(min = 1, max = 500) int halfLife) {
    var lazy = NOTHING;
    var direct = NOTHING;
    for (int bucket = 0; bucket < counts.size(); bucket++) {
      direct = direct.observe(counts.get(bucket), bucket, keep(halfLife));
      lazy =
          counts.get(bucket) == 0 ? lazy : lazy.observe(counts.get(bucket), bucket, keep(halfLife));
    }

    assertClose(direct, lazy.at(counts.size() - 1, keep(halfLife)));
  }

  @Property
  void anUnbiasedHabitIsTheWeightedMeanAndVarianceOfWhatWasSeen(
      @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 50) Integer> counts,
      @ForAll @IntRange(min = 1, max = 500) int halfLife) {
    var habit = NOTHING;
    double weights = 0;
    double sum = 0;
    double squares = 0;
    for (int bucket = 0; bucket < counts.size(); bucket++) {
      int count = counts.get(bucket);
      habit = habit.observe(count, bucket, keep(halfLife));
      weights = weights * keep(halfLife) + 1;
      sum = sum * keep(halfLife) + count;
      squares = squares * keep(halfLife) + (double) count * count;
    }
    var fair = habit.unbiased(counts.size(), keep(halfLife));
    double mean = sum / weights;

    assertEquals(mean, fair.mean(), 1e-9 * (1 + mean));
    assertEquals(squares / weights - mean * mean, fair.variance(), 1e-6 * (1 + squares / weights));
  }

  @Property
  void aVarianceIsNeverNegative(
      @ForAll @Size(max = 100) List<@IntRange(max = 1_000) Integer> counts,
      @ForAll @IntRange(min = 1, max = 500) int halfLife) {
    var habit = NOTHING;
    for (int bucket = 0; bucket < counts.size(); bucket++) {
      habit = habit.observe(counts.get(bucket), 3L * bucket, keep(halfLife));
    }

    assertTrue(habit.variance() >= 0 && habit.mean() >= 0);
  }

  private static double keep(int halfLife) {
    return Math.pow(0.5, 1.0 / halfLife);
  }

  private static void assertClose(Habit expected, Habit actual) {
    assertEquals(expected.mean(), actual.mean(), 1e-9 * (1 + expected.mean()));
    assertEquals(expected.variance(), actual.variance(), 1e-7 * (1 + expected.variance()));
    assertEquals(expected.mean() > 0, actual.mean() > 0);
  }
}
