package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TermTableProperties {

  private static final double KEEP = 0.999;
  private static final double[] KEEPS = {0, 0.5, 0.9};

  @Property
  void aTermsHabitIsTheOneThatIsKeptAlone(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 9) Integer> counts) {
    var table = TermTable.empty(KEEPS.length);
    var alone = new Habit(0, 0, -1);
    for (int bucket = 0; bucket < counts.size(); bucket++) {
      if (counts.get(bucket) > 0) {
        table.observe(7, counts.get(bucket), bucket, KEEP, KEEPS);
        alone = alone.observe(counts.get(bucket), bucket, KEEP);
      }
      table.observe(bucket + 100, 1, bucket, KEEP, KEEPS);
    }
    var habit = table.habit(table.find(7), counts.size(), KEEP);
    var expected = alone.at(counts.size(), KEEP);

    assertEquals(expected.mean(), habit.mean(), 1e-4 * (1 + expected.mean()));
    assertEquals(expected.variance(), habit.variance(), 1e-3 * (1 + expected.variance()));
  }

  @Property
  void aWindowIsTheSumOfThePastWithWeightsThatFade(
      @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 9) Integer> counts) {
    var table = TermTable.empty(KEEPS.length);
    var sums = new double[KEEPS.length];
    table.observe(7, 1, -1, KEEP, KEEPS);
    sums[1] = 1;
    sums[2] = 1;
    for (int bucket = 0; bucket < counts.size(); bucket++) {
      int count = counts.get(bucket);
      for (int scale = 0; scale < KEEPS.length; scale++) {
        sums[scale] = sums[scale] * KEEPS[scale] + count;
      }
      if (count > 0) {
        table.observe(7, count, bucket, KEEP, KEEPS);
      }
    }
    for (int scale = 0; scale < KEEPS.length; scale++) {
      double window = table.count(table.find(7), scale, counts.size() - 1, KEEPS);
      assertEquals(sums[scale], window, 0.05 + 1e-4 * sums[scale]);
    }
  }

  @Property(tries = 50)
  void whatIsReadBackIsWhatWasWritten(@ForAll @Size(max = 500) List<Long> terms)
      throws IOException {
    var table = TermTable.empty(KEEPS.length);
    for (int bucket = 0; bucket < terms.size(); bucket++) {
      table.observe(terms.get(bucket), 2, bucket, KEEP, KEEPS);
    }
    var bytes = bytes(table);
    var read = TermTable.read(new DataInputStream(new ByteArrayInputStream(bytes)));

    assertEquals(table.size(), read.size());
    for (long term : terms) {
      assertEquals(
          table.habit(table.find(term), 1_000, KEEP), read.habit(read.find(term), 1_000, KEEP));
    }
  }

  @Property(tries = 20)
  void aFullTableForgetsTheWeakestAndKeepsTheStrong(
      @ForAll @IntRange(min = 100, max = 5_000) int most) {
    var table = TermTable.empty(KEEPS.length);
    for (int bucket = 0; bucket < 20; bucket++) {
      table.observe(-5, 10, bucket, KEEP, KEEPS);
      for (int i = 0; i < most; i++) {
        table.observe(Fingerprint.of(bucket + " " + i), 1, bucket, KEEP, KEEPS);
      }
      table.thin(most, bucket, KEEP);
      assertTrue(table.size() <= most, () -> table.size() + " of at most " + most);
    }

    assertTrue(table.find(-5) >= 0);
  }

  @Property(tries = 50)
  void theWholeAndItsChangesAreTheSameAsWhatTheyWereTakenFrom(
      @ForAll @Size(max = 30)
          List<@Size(max = 40) List<@IntRange(min = 1, max = 300) Integer>> buckets) {
    var table = TermTable.empty(KEEPS.length);
    var kept = table.copy();
    for (int bucket = 0; bucket < buckets.size(); bucket++) {
      table = table.copy();
      for (int term : buckets.get(bucket).stream().distinct().toList()) {
        int slot = table.observe(term, 2, bucket, KEEP, KEEPS);
        table.hear(slot, TermCount.NONE, bucket);
      }
      table.thin(200, bucket, KEEP);
      var changes = table.changes();
      if (changes == null) {
        kept = table.copy();
      } else {
        kept.absorb(changes);
      }
      table.written();
    }

    assertEquals(table.size(), kept.size());
    for (int term = 1; term <= 300; term++) {
      int slot = table.find(term);
      int keptSlot = kept.find(term);
      assertEquals(slot < 0, keptSlot < 0);
      assertEquals(table.habit(slot, 1_000, KEEP), kept.habit(keptSlot, 1_000, KEEP));
      assertEquals(table.count(slot, 2, 1_000, KEEPS), kept.count(keptSlot, 2, 1_000, KEEPS));
    }
  }

  @Example
  void aTableThatBeginsAnewIsWrittenWhole() {
    var table = TermTable.empty(KEEPS.length);
    assertNull(table.changes());
    table.written();
    assertEquals(0, table.changes().size());
    table.observe(1, 1, 0, KEEP, KEEPS);
    assertEquals(1, table.copy().changes().size(), "a copy has not been written either");
  }

  @Example
  void aCopyIsItsOwn() {
    var table = TermTable.empty(KEEPS.length);
    table.observe(1, 1, 0, KEEP, KEEPS);
    table.copy().observe(2, 1, 1, KEEP, KEEPS);

    assertEquals(1, table.size());
    assertTrue(table.find(2) < 0);
  }

  private static byte[] bytes(TermTable table) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      table.write(out);
    }
    return bytes.toByteArray();
  }
}
