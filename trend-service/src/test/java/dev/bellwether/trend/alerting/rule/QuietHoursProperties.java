package dev.bellwether.trend.alerting.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Quiet hours in zones of every kind, through clock changes. */
class QuietHoursProperties {

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  @Property
  void theEndIsTheFirstMomentThatIsNotQuiet(
      @ForAll("quietHours") QuietHours quiet, @ForAll("moments") Instant moment) {
    var end = quiet.endAfter(moment);
    assertEquals(quiet.cover(moment), end.isPresent());
    Assume.that(end.isPresent());
    assertTrue(end.get().isAfter(moment));
    assertFalse(quiet.cover(end.get()));
    long seconds = ChronoUnit.SECONDS.between(moment, end.get());
    for (int part = 0; part < 50; part++) {
      var between = moment.plusSeconds(seconds * part / 50);
      assertTrue(quiet.cover(between), () -> between + " before " + end);
    }
    assertTrue(quiet.cover(end.get().minusMillis(1)));
  }

  @Property
  void whereNoClockChangesTheLocalTimeDecides(
      @ForAll("quietHours") QuietHours quiet, @ForAll("moments") Instant moment) {
    var rules = quiet.zone().getRules();
    var next = rules.nextTransition(moment.minus(3, ChronoUnit.DAYS));
    Assume.that(next == null || next.getInstant().isAfter(moment.plus(2, ChronoUnit.DAYS)));
    var local = moment.atZone(quiet.zone());
    var time = local.toLocalTime();
    var today = local.getDayOfWeek();
    boolean expected =
        quiet.to().isAfter(quiet.from())
            ? quiet.days().contains(today)
                && !time.isBefore(quiet.from())
                && time.isBefore(quiet.to())
            : (quiet.days().contains(today) && !time.isBefore(quiet.from()))
                || (quiet.days().contains(today.minus(1)) && time.isBefore(quiet.to()));
    assertEquals(expected, quiet.cover(moment), () -> local.toString());
  }

  @Property
  void someHourOfTheWeekIsFree(
      @ForAll("quietHours") QuietHours quiet, @ForAll("moments") Instant moment) {
    var end = quiet.endAfter(moment).orElse(moment);
    assertTrue(ChronoUnit.DAYS.between(moment, end) <= 7, () -> "quiet until " + end);
  }

  @Example
  void theHourThatSpringTakesAwayEndsTheQuietWithTheChange() {
    // Vienna, 29 March 2026: 02:00 is 03:00
    var quiet = vienna("22:00", "02:30");
    assertTrue(quiet.cover(Instant.parse("2026-03-29T00:59:59Z")));
    assertFalse(quiet.cover(Instant.parse("2026-03-29T01:00:00Z")), "it is 03:00");
  }

  @Example
  void aQuietThatWouldBeginInTheMissingHourBeginsWithTheChange() {
    var quiet = vienna("02:30", "07:00");
    assertFalse(quiet.cover(Instant.parse("2026-03-29T00:59:59Z")));
    assertTrue(quiet.cover(Instant.parse("2026-03-29T01:00:00Z")));
    assertEquals(
        Instant.parse("2026-03-29T05:00:00Z"),
        quiet.endAfter(Instant.parse("2026-03-29T01:00:00Z")).orElseThrow());
  }

  @Example
  void inTheHourThatAutumnRepeatsNobodyIsWoken() {
    // Vienna, 25 October 2026: 03:00 is 02:00 again
    var quiet = vienna("22:00", "02:30");
    assertTrue(quiet.cover(Instant.parse("2026-10-25T00:45:00Z")), "02:45 for the first time");
    assertEquals(
        Instant.parse("2026-10-25T01:30:00Z"),
        quiet.endAfter(Instant.parse("2026-10-24T23:00:00Z")).orElseThrow(),
        "02:30 for the second time");
  }

  @Example
  void aDayThatAZoneLeavesOutIsNoTrouble() {
    // Samoa went from 29 to 31 December 2011
    var quiet =
        new QuietHours(
            ZoneId.of("Pacific/Apia"),
            EVERY_DAY,
            LocalTime.of(22, 0),
            LocalTime.of(6, 0),
            QuietHours.Behaviour.HOLD);
    var evening = Instant.parse("2011-12-30T09:00:00Z");
    var end = quiet.endAfter(evening).orElseThrow();
    assertFalse(quiet.cover(end));
    assertTrue(ChronoUnit.HOURS.between(evening, end) <= 24, () -> "ends " + end);
  }

  private static QuietHours vienna(String from, String to) {
    return new QuietHours(
        ZoneId.of("Europe/Vienna"),
        EVERY_DAY,
        LocalTime.parse(from),
        LocalTime.parse(to),
        QuietHours.Behaviour.HOLD);
  }

  @Provide
  Arbitrary<QuietHours> quietHours() {
    var zones =
        Arbitraries.of(
                "UTC",
                "Europe/Vienna",
                "America/New_York",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "America/Santiago",
                "Pacific/Chatham")
            .map(ZoneId::of);
    var minutes = Arbitraries.integers().between(0, 24 * 60 - 1).map(QuietHoursProperties::time);
    var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    return Combinators.combine(zones, days, minutes, minutes)
        .filter((zone, on, from, to) -> on.size() < 7 || !from.equals(to))
        .as((zone, on, from, to) -> new QuietHours(zone, on, from, to, QuietHours.Behaviour.HOLD));
  }

  private static LocalTime time(int minute) {
    return LocalTime.of(minute / 60, minute % 60);
  }

  /** Half of them near the clock changes of 2026 in the zones above. */
  @Provide
  Arbitrary<Instant> moments() {
    var any =
        Arbitraries.longs()
            .between(
                Instant.parse("2026-01-01T00:00:00Z").getEpochSecond(),
                Instant.parse("2027-01-01T00:00:00Z").getEpochSecond());
    var changes =
        Combinators.combine(
                Arbitraries.of(
                    "2026-03-29T01:00:00Z",
                    "2026-10-25T01:00:00Z",
                    "2026-03-08T07:00:00Z",
                    "2026-11-01T06:00:00Z",
                    "2026-04-04T15:00:00Z",
                    "2026-10-03T15:30:00Z"),
                Arbitraries.longs().between(-36 * 3600, 36 * 3600))
            .as((change, off) -> Instant.parse(change).getEpochSecond() + off);
    return Arbitraries.oneOf(any, changes).map(Instant::ofEpochSecond);
  }
}
