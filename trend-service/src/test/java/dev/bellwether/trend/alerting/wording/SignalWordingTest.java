package dev.bellwether.trend.alerting.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.trend.alerting.delivery.Golden;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalWordingTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private static final SignalWording BERLIN =
      new SignalWording(
          ZoneId.of("Europe/Berlin"),
          id -> Map.of("m1", "Acme", "p1", "Spring").getOrDefault(id, id));

  /** One of each kind as its sender sends it, and what each leaves out at times. */
  private static final List<Signal> SIGNALS =
      List.of(
          signal(SignalKind.SPIKE, "m1", "mentions", null, 412.0, 120.5, 80.0, 171.0, 0.997, 412L),
          signal(SignalKind.SPIKE, "m1", "mentions", null, 5.0, 0.0, 0.0, 1.0, 0.9999, 5L),
          signal(SignalKind.SPIKE, "act", "cpc", "Lids / US", 1.875, 1.5, 1.2, 1.7, 0.95, null),
          signal(
              SignalKind.SPIKE, "m1", "negative-share", null, 0.38, 0.12, 0.08, 0.17, 0.98, 412L),
          signal(SignalKind.SPIKE, "m1", "mentions", null, null, null, null, null, null, null),
          signal(SignalKind.DROP, "m1", "mentions", null, 12.0, 120.5, 80.0, 171.0, 0.99, 12L),
          signal(
              SignalKind.DROP, "m1", "mentions", null, 0.0, 12_400.0, 8_000.0, 17_100.0, 1.0, 0L),
          signal(SignalKind.SHIFT_UP, "m1", "mentions", null, 312.0, 120.5, 80.0, 171.0, 0.9, 312L),
          signal(SignalKind.SHIFT_DOWN, "act", "cpm", "Lids", 8.1, 12.0, 10.0, 14.0, 0.8, null),
          signal(
              SignalKind.NEGATIVE_SHARE,
              "m1",
              "negative-share",
              null,
              0.382,
              0.12,
              0.08,
              0.17,
              null,
              412L),
          signal(
              SignalKind.NEGATIVE_SHARE,
              "m1",
              "negative-share",
              null,
              0.044,
              null,
              null,
              null,
              null,
              null),
          signal(SignalKind.NEW_TOPIC, "m1", null, "lid, leak", null, null, null, null, 0.93, 60L),
          signal(SignalKind.TOPIC_BACK, "m1", null, "lid, leak", null, null, null, null, 0.93, 1L),
          signal(
              SignalKind.CONNECTOR_SILENT,
              "x",
              "mentions",
              null,
              12_000.0,
              2_400.0,
              null,
              null,
              null,
              null),
          signal(
              SignalKind.CONNECTOR_SILENT,
              "act",
              "ad-performance",
              null,
              200_000.0,
              null,
              null,
              null,
              null,
              null),
          signal(
              SignalKind.CONNECTOR_BACK,
              "x",
              "mentions",
              null,
              12_345.0,
              null,
              null,
              null,
              null,
              null),
          signal(
              SignalKind.PACING_OFF,
              "p1",
              "spend",
              "Spring",
              1_240.0,
              1_000.0,
              null,
              null,
              0.97,
              null),
          signal(
              SignalKind.PACING_OFF,
              "p1",
              "spend",
              "Spring",
              240.5,
              1_000.0,
              900.0,
              1_100.0,
              0.97,
              null),
          signal(
              SignalKind.PACING_OFF,
              "p1",
              "spend",
              "Spring",
              2_500.0,
              1_000.0,
              null,
              null,
              null,
              null));

  @Test
  void everyKindIsSaidInPlainWords() {
    var lines = new ArrayList<String>();
    for (Signal signal : SIGNALS) {
      lines.add(BERLIN.heading(signal) + "\n    " + BERLIN.line(signal));
    }
    Golden.assertText("wording.txt", String.join("\n", lines) + "\n");
    assertTrue(
        Arrays.stream(SignalKind.values())
            .allMatch(kind -> SIGNALS.stream().anyMatch(signal -> signal.kind() == kind)));
  }

  @Test
  void aTitleNamesItsRuleAndCountsTheRest() {
    assertEquals(
        "Lids: Mentions of m1: 3.4 times the usual",
        SignalWording.UTC.title("Lids", SIGNALS.subList(0, 1)));
    assertEquals(
        "Lids: Mentions of m1: 3.4 times the usual and 4 more",
        SignalWording.UTC.title("Lids", SIGNALS.subList(0, 5)));
    String long200 = SignalWording.UTC.title("r".repeat(500), SIGNALS);
    assertEquals(200, long200.length());
    assertTrue(long200.endsWith("… and 18 more"), long200);
  }

  @Test
  void aLabelCannotForgeALine() {
    Signal forged =
        signal(
            SignalKind.NEW_TOPIC,
            "m1",
            null,
            "a\r\nBcc: b\u2028c\u202ed",
            null,
            null,
            null,
            null,
            null,
            null);

    String line = SignalWording.UTC.line(forged);

    assertEquals("New topic around m1: a Bcc: b c d; 2026-11-22 10:00 UTC", line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "0.0341 | 0.0341",
        "0.5 | 0.5",
        "1.23456 | 1.23",
        "13.349 | 13.3",
        "99.96 | 100",
        "120.5 | 121",
        "12400.4 | 12,400",
        "1234567 | 1,234,567",
        "-3.14159 | -3.14",
        "NaN | unknown"
      })
  void numbersHaveAsManyDigitsAsTellSomething(double value, String text) {
    assertEquals(text, Figures.number(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | EUR | 0.00 EUR",
        "0.0342 | EUR | 0.0342 EUR",
        "0.5 | EUR | 0.50 EUR",
        "1.5 | EUR | 1.50 EUR",
        "1000 | EUR | 1,000.00 EUR",
        "123456.78 | USD | 123,457 USD",
        "1234.5 | JPY | 1,235 JPY",
        "1.5 | XYZZY | 1.50 XYZZY",
        "-12.345 | EUR | -12.35 EUR"
      })
  void moneyHasItsCurrencysDecimals(double value, String currency, String text) {
    assertEquals(text, Figures.money(value, currency));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5 | 50 % sure",
        "0.954 | 95 % sure",
        "0.997 | 99.7 % sure",
        "0.9996 | more than 99.9 % sure",
        "1 | more than 99.9 % sure",
        "NaN | unknown how sure"
      })
  void nothingIsWhollySure(double probability, String text) {
    assertEquals(text, Figures.sureness(probability));
  }

  private static Signal signal(
      SignalKind kind,
      String subject,
      String series,
      String label,
      Double value,
      Double expected,
      Double low,
      Double high,
      Double score,
      Long mentions) {
    String currency =
        kind == SignalKind.PACING_OFF || "cpc".equals(series) || "cpm".equals(series)
            ? "EUR"
            : null;
    return new Signal(
        1, "w", "s1", kind, subject, series, label, AT, value, expected, low, high, score, mentions,
        null, List.of(), currency);
  }
}
