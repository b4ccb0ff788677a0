package dev.bellwether.trend.alerting.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The schedule of attempts. */
class RetriesProperties {

  @Property
  void pausesGrowWithTheAttempts(
      @ForAll @IntRange(min = 1, max = 8) int attempts,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    var pause = Retries.pause(attempts, null, chance).orElseThrow();
    var next = Retries.pause(attempts + 1, null, 0).orElseThrow();
    assertTrue(next.compareTo(pause) > 0 || attempts > 6, () -> pause + " then " + next);
  }

  @Property
  void theReceiversWishLengthensAPauseToADayAtMost(
      @ForAll @IntRange(min = 1, max = 9) int attempts,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seconds,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    var wish = Duration.ofSeconds(seconds);
    var planned = Retries.pause(attempts, null, chance).orElseThrow();
    var pause = Retries.pause(attempts, wish, chance).orElseThrow();
    assertTrue(pause.compareTo(planned) >= 0);
    if (seconds <= 86_400) {
      assertTrue(pause.compareTo(wish) >= 0);
    }
    assertTrue(
        pause.compareTo(Duration.ofHours(24)) <= 0 || pause.equals(planned), pause::toString);
  }

  @Example
  void tenAttemptsTakeThreeDays() {
    var whole = Duration.ZERO;
    for (int attempts = 1; attempts < Retries.ATTEMPTS; attempts++) {
      whole = whole.plus(Retries.pause(attempts, null, 0).orElseThrow());
    }
    assertEquals(Duration.ofHours(75).plusSeconds(35 * 60 + 5), whole);
    assertEquals(Optional.empty(), Retries.pause(Retries.ATTEMPTS, null, 0));
  }
}
