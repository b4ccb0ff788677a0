package dev.bellwether.sentiment.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.sentiment.storage.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PeriodTest {

  @Property
  void itsWholeHoursHoldWhatWasAskedForAndLessThanAnHourMoreAtEitherEnd(
      @ForAll @LongRange(min = -10_000_000_000L, max = 10_000_000_000L) long from,
      @ForAll @IntRange(min = 1) int seconds) {
    var start = Instant.ofEpochSecond(from);
    var end = start.plusSeconds(seconds);
    var period = Period.parse(start.toString(), end.toString(), ChronoUnit.HOURS);
    assertTrue(!period.from().isAfter(start) && !period.to().isBefore(end));
    assertTrue(Duration.between(period.from(), start).toHours() < 1);
    assertTrue(Duration.between(end, period.to()).toHours() < 1);
    assertEquals(0, period.from().getEpochSecond() % 3600);
    assertEquals(0, period.to().getEpochSecond() % 3600);
  }

  @Test
  void withoutBoundsEverythingCounts() {
    assertEquals(new Period(null, null), Period.parse(null, " ", ChronoUnit.HOURS));
    assertEquals(Span.ALL, Period.parse(null, null, ChronoUnit.HOURS).span());
  }

  @Test
  void aTimeOutsideTheCalendarIsRefusedByName() {
    assertEquals("from", field("-2000-01-01T00:00:00Z", null));
    assertEquals("to", field(null, "+12000-01-01T00:00:00Z"));
    assertEquals("to", field("2026-11-22T11:00:00Z", "2026-11-22T10:00:00Z"));
  }

  @Test
  void minutesAreForAWeekAtMostAndNeedBothEnds() {
    var week = Period.parse("2026-11-01T00:00:30Z", "2026-11-08T00:00:00Z", ChronoUnit.MINUTES);
    assertEquals(Instant.parse("2026-11-01T00:00:00Z"), week.from());
    assertEquals(Instant.parse("2026-11-08T00:00:00Z"), week.to());
    assertEquals("from", minutes(null, "2026-11-08T00:00:00Z"));
    assertEquals("to", minutes("2026-11-01T00:00:00Z", null));
    assertEquals("to", minutes("2026-11-01T00:00:00Z", "2026-11-08T00:00:01Z"));
  }

  private static String minutes(String from, String to) {
    return assertThrows(ProblemException.class, () -> Period.parse(from, to, ChronoUnit.MINUTES))
        .problem()
        .field();
  }

  private static String field(String from, String to) {
    return assertThrows(ProblemException.class, () -> Period.parse(from, to, ChronoUnit.HOURS))
        .problem()
        .field();
  }
}
