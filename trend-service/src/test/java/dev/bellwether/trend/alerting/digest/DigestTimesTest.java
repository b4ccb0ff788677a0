package dev.bellwether.trend.alerting.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // summer time begins on 29 March 2026 at 2:00, and ends on 25 October at 3:00
    "08:00, 2026-03-28T06:59:59Z, 2026-03-28T07:00:00Z",
    "08:00, 2026-03-28T07:00:00Z, 2026-03-29T06:00:00Z",
    "08:00, 2026-10-24T06:00:00Z, 2026-10-25T07:00:00Z",
    // 2:30 does not happen: the change itself stands in
    "02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "02:30, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
    // 2:30 happens twice: the first counts
    "02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
    "02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    "00:00, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z"
  })
  void aDailyDigestComesOnceOnEachLocalDay(LocalTime time, Instant moment, Instant next) {
    assertEquals(next, new DigestTimes(BERLIN, null, time).after(moment));
  }

  @Test
  void aWeeklyOneComesOnItsWeekday() {
    var mondays = new DigestTimes(BERLIN, DayOfWeek.MONDAY, LocalTime.of(8, 0));

    assertEquals(
        Instant.parse("2026-11-23T07:00:00Z"),
        mondays.after(Instant.parse("2026-11-22T12:00:00Z")));
    assertEquals(
        Instant.parse("2026-11-30T07:00:00Z"),
        mondays.after(Instant.parse("2026-11-23T07:00:00Z")));
    assertEquals(
        new DigestTimes.Period(
            Instant.parse("2026-10-19T06:00:00Z"), Instant.parse("2026-10-26T07:00:00Z")),
        mondays.until(Instant.parse("2026-10-26T07:00:00Z")));
  }

  @Test
  void aDayThatAnIslandSkipsHasItsDigestAtTheSkip() {
    // Samoa went from 29 to 31 December 2011
    var samoa = new DigestTimes(ZoneId.of("Pacific/Apia"), null, LocalTime.of(8, 0));
    Instant lastBefore = Instant.parse("2011-12-29T18:00:00Z");

    assertEquals(Instant.parse("2011-12-30T10:00:00Z"), samoa.after(lastBefore));
    assertEquals(
        Instant.parse("2011-12-30T18:00:00Z"), samoa.after(Instant.parse("2011-12-30T10:00:00Z")));
  }
}
