package dev.bellwether.trend.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SeriesDetectorProperties {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @Property(tries = 200)
  void whateverComesTheStateIsOfOneSizeAndEveryFigureANumberInItsRange(
      @ForAll @Size(max = 300) List<@DoubleRange(min = -1e12, max = 1e12) Double> values,
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1_000_000) Long> steps) {
    var memory = SeriesMemory.NEW;
    var at = START;
    for (int index = 0; index < values.size(); index++) {
      var step = observe(memory, at, values.get(index));
      memory = step.memory();
      at = at.plusSeconds(steps.get(index % steps.size()));
      var judgement = step.judgement();

      assertTrue(judgement.score() >= 0 && judgement.score() <= 1, judgement::toString);
      assertTrue(Double.isFinite(judgement.expected()), judgement::toString);
      assertTrue(judgement.low() <= judgement.high(), judgement::toString);
      assertEquals(SeriesMemory.BYTES, memory.toBytes().length);
    }
  }

  @Property(tries = 100)
  void fromItsBytesAMemoryGoesOnAsIfNothingHadHappened(
      @ForAll @Size(min = 2, max = 200) List<@IntRange(max = 1_000) Integer> values) {
    int half = values.size() / 2;
    var memory = SeriesMemory.NEW;
    for (int index = 0; index < half; index++) {
      memory = observe(memory, time(index), values.get(index)).memory();
    }
    var restored = SeriesMemory.fromBytes(memory.toBytes());
    for (int index = half; index < values.size(); index++) {
      var expected = observe(memory, time(index), values.get(index));
      var actual = observe(restored, time(index), values.get(index));

      assertEquals(expected, actual);
      memory = expected.memory();
      restored = actual.memory();
    }
  }

  @Property(tries = 50)
  void aConstantSeriesRaisesNothing(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double value,
      @ForAll @LongRange(min = 1, max = 100_000) long stepSeconds) {
    var memory = SeriesMemory.NEW;
    for (int index = 0; index < 1_000; index++) {
      var step = observe(memory, START.plusSeconds(index * stepSeconds), value);
      memory = step.memory();

      assertEquals(0, step.judgement().score());
      assertEquals(Departure.NONE, step.judgement().departure());
      assertEquals(value, step.judgement().expected(), 1e-9 * Math.abs(value));
    }
  }

  @Property(tries = 50)
  void missingValuesAreNeverADrop(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 99) int lost) {
    var chance = new Random(seed);
    var memory = SeriesMemory.NEW;
    int gapUntil = 0;
    for (int index = 0; index < 3_000; index++) {
      boolean known = index > 4 * 288;
      gapUntil = known && chance.nextInt(500) == 0 ? index + chance.nextInt(600) : gapUntil;
      if (!known || (index >= gapUntil && chance.nextInt(100) >= lost)) {
        var step = observe(memory, time(index), hourly(index));
        memory = step.memory();

        assertTrue(
            step.judgement().departure() != Departure.DROP
                && step.judgement().departure() != Departure.SHIFT_DOWN,
            () -> step.judgement().toString());
      }
    }
  }

  @Property(tries = 50)
  void inAnotherUnitTheSameIsFound(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1_000) double unit) {
    var one = scores(seed, 1);
    var other = scores(seed, unit);

    for (int index = 0; index < one.size(); index++) {
      assertEquals(one.get(index), other.get(index), 1e-6);
    }
  }

  @Property(tries = 50)
  void aCountIsNeverSteadierThanChance(@ForAll long seed) {
    var chance = new Random(seed);
    var memory = SeriesMemory.NEW;
    for (int index = 0; index < 2_000; index++) {
      double value = chance.nextInt(50) == 0 ? 1 : 0;
      var step =
          SeriesDetector.STANDARD.observe(memory, new Observation(time(index), value), Scale.COUNT);
      memory = step.memory();

      assertTrue(step.judgement().score() < SeriesDetector.STANDARD.threshold());
      assertTrue(step.judgement().low() >= 0);
    }
  }

  /** The same at every hour of every day. */
  private static double hourly(int index) {
    int hour = index / 12;
    return Math.rint(100 + 40 * Math.sin(Math.PI * hour / 12));
  }

  private static List<Double> scores(long seed, double unit) {
    var chance = new Random(seed);
    var scores = new ArrayList<Double>();
    var memory = SeriesMemory.NEW;
    for (int index = 0; index < 1_000; index++) {
      double value = 20 + 5 * chance.nextGaussian() + (chance.nextInt(200) == 0 ? 100 : 0);
      var step = observe(memory, time(index), value * unit);
      memory = step.memory();
      scores.add(step.judgement().score());
    }
    return scores;
  }

  private static Instant time(int index) {
    return START.plusSeconds(300L * index);
  }

  private static Step observe(SeriesMemory memory, Instant at, double value) {
    return SeriesDetector.STANDARD.observe(memory, new Observation(at, value));
  }
}
