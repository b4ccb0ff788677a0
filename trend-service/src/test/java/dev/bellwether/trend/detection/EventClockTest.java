package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventClockTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final EventClock AT_NOON = new EventClock(NOON, List.of());

  private int posts;

  @Test
  void theClockIsSetByThreePostsAndCountsAllOfThem() {
    var counted = new ArrayList<CountedPost>();
    var clock = EventClock.UNSET;
    for (int minute : List.of(1, 0, 2)) {
      var reading = clock.read(post(NOON.plus(Duration.ofMinutes(minute))));
      counted.addAll(reading.counted());
      clock = reading.clock();
    }

    assertEquals(NOON.plus(Duration.ofMinutes(2)), clock.now());
    assertEquals(3, counted.size());
  }

  @Test
  void onePostAYearAheadIsForgottenWhenAnOrdinaryOneFollows() {
    var ahead = AT_NOON.read(post(NOON.plus(Duration.ofDays(365)))).clock();
    var reading = ahead.read(post(NOON.plusSeconds(60)));

    assertEquals(NOON.plusSeconds(60), reading.clock().now());
    assertEquals(List.of(), reading.clock().held());
    assertEquals(1, reading.counted().size());
  }

  @Test
  void aRealLeapIsBelievedAfterThreePostsEvenWithABadOneAmongThem() {
    var later = NOON.plus(Duration.ofDays(90));
    var clock = AT_NOON.read(post(NOON.plus(Duration.ofDays(365)))).clock();
    clock = clock.read(post(later)).clock();
    var reading = clock.read(post(later.plusSeconds(60)));

    assertTrue(reading.leapt());
    assertEquals(later.plusSeconds(60), reading.clock().now());
    assertEquals(2, reading.counted().size());
  }

  @Test
  void lateByLessThanSixHoursCountsAndMoreIsHistory() {
    assertEquals(1, AT_NOON.read(post(NOON.minus(Duration.ofHours(5)))).counted().size());
    assertEquals(0, AT_NOON.read(post(NOON.minus(Duration.ofHours(7)))).counted().size());
    assertEquals(NOON, AT_NOON.read(post(NOON.minus(Duration.ofHours(5)))).clock().now());
  }

  @Test
  void aLonelyPostIsBelievedWhenItsTimeIsNow() {
    var wallClock = NOON.plus(Duration.ofDays(5));

    assertTrue(AT_NOON.read(post(wallClock)).clock().settle(wallClock.plusSeconds(5)).leapt());
    assertFalse(
        AT_NOON.read(post(NOON.plus(Duration.ofDays(365)))).clock().settle(wallClock).leapt());
  }

  private CountedPost post(Instant time) {
    return new CountedPost("x:" + posts++, time, posts, 0, List.of("m"), "word");
  }
}
