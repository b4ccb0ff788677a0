package dev.bellwether.local.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions that {@code --map} knows. */
class SourceTest {

  @Test
  void aSnowflakeHoldsItsTimeAndANumberBelowHasNone() {
    assertEquals(
        "2013-04-19T11:24:12.028Z",
        Source.parse("snowflake(tweet id)").value("'325208201740029952'"));
    for (var none : List.of("12", "abc", "")) {
      assertThrows(IllegalArgumentException.class, () -> Source.parse("snowflake(id)").value(none));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time(t, dd.MM.yyyy HH:mm, Europe/Berlin)|29.03.2026 03:30|2026-03-29T01:30:00Z",
        "time(t, dd.MM.yyyy HH:mm, Europe/Berlin)|29.03.2026 02:30|clocks skip it",
        "time(t, dd.MM.yyyy HH:mm, Europe/Berlin)|25.10.2026 02:30|2026-10-25T00:30:00Z",
        "time(t, dd.MM.yyyy HH:mm, Europe/Berlin)|30.02.2026 02:30|not a time of the given pattern",
        "time(t, EEE MMM dd HH:mm:ss xx yyyy)|Wed Oct 10 20:19:24 +0000 2018|2018-10-10T20:19:24Z",
        "date(t, dd-MM-yyyy)|28-02-2026|2026-02-28",
        "date(t, dd-MM-yyyy)|30-02-2026|not a date of the given pattern",
        "date(t, d MMM uuuu)|1 Mar 2026|2026-03-01",
      })
  void timesInOtherNotationsAreReadStrictly(String source, String value, String expected) {
    String outcome;
    try {
      outcome = Source.parse(source).value(value);
    } catch (IllegalArgumentException e) {
      outcome = e.getMessage();
    }
    assertTrue(outcome.endsWith(expected), outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time(t)|needs a pattern",
        "time(t, dd.MM.yyyy HH:mm)|or a time zone",
        "time(t, dd.MM.yyyy HH:mm, Berlin)|must be a time zone",
        "date(t)|needs a pattern",
        "date(t, bogus)|Unknown pattern letter",
      })
  void aFunctionThatIsNotUnderstoodNamesTheRemedy(String source, String reason) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Source.parse(source));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }
}
