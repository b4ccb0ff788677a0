package dev.bellwether.trend.alerting.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DigestTimesProperties {

  /** Zones with changes of an hour, of half an hour, at midnight, of the date, and with none. */
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "America/Sao_Paulo",
          "Australia/Lord_Howe",
          "Africa/Casablanca",
          "Asia/Beirut",
          "Pacific/Apia",
          "Asia/Kathmandu",
          "UTC");

  @Property(tries = 60)
  void overAYearEachLocalDayHasExactlyOneDigest(
      @ForAll("daily") DigestTimes times, @ForAll("moments") Instant start) {
    LocalDate day = times.after(start).atZone(times.zone()).toLocalDate();
    Instant due = times.after(start);
    for (int i = 0; i < 400; i++) {
      Instant next = times.after(due);
      LocalDate nextDay = next.atZone(times.zone()).toLocalDate();
      assertTrue(next.isAfter(due));
      // the moment of a change at midnight belongs to the day after
      assertTrue(
          !nextDay.isBefore(day) && !nextDay.isAfter(day.plusDays(2)), day + " and " + nextDay);
      assertTrue(Duration.between(due, next).compareTo(Duration.ofHours(50)) <= 0);
      assertEquals(times.until(next), new DigestTimes.Period(due, next), "no gap, no overlap");
      due = next;
      day = nextDay;
    }
  }

  @Property
  void nextIsAfterAndLastIsNotAndNothingLiesBetween(
      @ForAll("any") DigestTimes times, @ForAll("moments") Instant moment) {
    Instant last = times.atOrBefore(moment);
    Instant next = times.after(moment);

    assertFalse(last.isAfter(moment));
    assertTrue(next.isAfter(moment));
    assertEquals(next, times.after(last));
    assertEquals(last, times.atOrBefore(last));
  }

  @Property
  void theClockOnTheWallShowsItsTimeUnlessThatTimeDoesNotExist(
      @ForAll("any") DigestTimes times, @ForAll("moments") Instant moment) {
    var local = times.after(moment).atZone(times.zone());
    var changes = times.zone().getRules();

    if (!local.toLocalTime().equals(times.time())) {
      assertEquals(
          local.toInstant(),
          changes.previousTransition(local.toInstant().plusNanos(1)).getInstant());
    } else if (times.day() != null) {
      assertEquals(times.day(), local.getDayOfWeek());
    }
  }

  @Property(tries = 200)
  void howeverManyWereMissedTheListOfTheirTimesIsTheSameAsOneByOne(
      @ForAll("any") DigestTimes times, @ForAll("moments") Instant start) {
    Instant end = start.plus(Duration.ofDays(60));
    var forward = new ArrayList<Instant>();
    for (Instant due = times.after(start); !due.isAfter(end); due = times.after(due)) {
      forward.add(due);
    }
    var backward = new ArrayList<Instant>();
    for (Instant due = times.atOrBefore(end);
        due.isAfter(start);
        due = times.atOrBefore(due.minusNanos(1))) {
      backward.addFirst(due);
    }
    assertEquals(forward, backward);
  }

  @Provide
  Arbitrary<DigestTimes> daily() {
    return Combinators.combine(zones(), times())
        .as((zone, time) -> new DigestTimes(zone, null, time));
  }

  @Provide
  Arbitrary<DigestTimes> any() {
    return Combinators.combine(zones(), Arbitraries.of(DayOfWeek.class).injectNull(0.5), times())
        .as(DigestTimes::new);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2010-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2030-01-01T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  private static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of);
  }

  private static Arbitrary<LocalTime> times() {
    return Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.of(m / 60, m % 60));
  }
}
