package dev.bellwether.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.suite.SuiteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void aCountIsFollowedToItsGoal() {
    var count = new AtomicInteger();
    List<Long> seen = new ArrayList<>();
    Patience.untilReached(
        "posts archived", 3, Duration.ofMinutes(1), count::incrementAndGet, seen::add);
    assertEquals(List.of(1L, 2L, 3L), seen);
  }

  @Test
  void aCountThatStandsStillIsToldWithHowFarItCame() {
    var thrown =
        assertThrows(
            SuiteException.class,
            () -> Patience.untilReached("posts scored", 9, Duration.ZERO, () -> 7, now -> {}));
    assertTrue(thrown.getMessage().contains("posts scored: stands at 7 of 9"), thrown.getMessage());
  }

  @Test
  void whatHasStoppedChangingIsReturned() {
    var looks = new AtomicInteger();
    int last =
        Patience.untilStill(
            "the trends",
            Duration.ofMillis(500),
            Duration.ofMinutes(1),
            () -> Math.min(2, looks.getAndIncrement()));
    assertEquals(2, last);
  }

  @Test
  void whatNeverStopsChangingIsAnErrorAtTheDeadline() {
    var looks = new AtomicInteger();
    var thrown =
        assertThrows(
            SuiteException.class,
            () ->
                Patience.untilStill(
                    "the trends",
                    Duration.ofMinutes(1),
                    Duration.ofMillis(1),
                    looks::getAndIncrement));
    assertTrue(thrown.getMessage().startsWith("the trends still change"), thrown.getMessage());
  }
}
