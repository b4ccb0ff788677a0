package dev.bellwether.ingest.ads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.RequestRows;
import dev.bellwether.ingest.rows.RowFields;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static Checked<AdPerformance> read(String fields) {
    String row =
        "{\"account\":\"a\",\"campaign\":\"c\",\"adSet\":\"s\",\"currency\":\"EUR\",\"spend\":1,\"date\":\"2026-11-01\"}";
    try {
      var merged = JSON.readerForUpdating(JSON.readTree(row)).readTree(fields.replace('\'', '"'));
      byte[] body = JSON.writeValueAsBytes(merged);
      return RowFields.read(
          new RequestRows().read(body).findFirst().orElseThrow(), f -> AdRows.from(f, "w", TODAY));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static AdPerformance taken(String fields) {
    var row = read(fields);
    return (AdPerformance)
        assertInstanceOf(Checked.Valid.class, row, () -> fields + ": " + row).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // money
        "{'spend':-1}|spend|zero or more",
        "{'spend':'-0.01'}|spend|zero or more",
        "{'spend':'1.234,56'}|spend|such as 1234.56",
        "{'spend':'1,234.56'}|spend|such as 1234.56",
        "{'spend':'12 EUR'}|spend|no unit",
        "{'spend':'NaN'}|spend|must be a number",
        "{'spend':'Infinity'}|spend|must be a number",
        "{'spend':'0x10'}|spend|must be a number",
        "{'spend':1000000000001}|spend|at most 1,000,000,000,000",
        "{'spend':9223372036855}|spend|at most 1,000,000,000,000",
        "{'spend':1e300}|spend|out of range",
        "{'spend':'1e999999999'}|spend|out of range",
        "{'spend':null}|spend|missing",
        "{'spend':true}|spend|not true or false",
        "{'spend':{'amount':1}}|spend|plain value",
        "{'revenue':'-1'}|revenue|zero or more",
        "{'currency':'EURO'}|currency|ISO 4217",
        "{'currency':'€'}|currency|ISO 4217",
        "{'currency':''}|currency|missing",
        // counts
        "{'impressions':10,'clicks':11}|clicks|exceed impressions",
        "{'impressions':1.5}|impressions|whole number",
        "{'impressions':9223372036854775808}|impressions|whole number below 2^63",
        "{'conversions':-1}|conversions|zero or more",
        "{'conversions':1e30}|conversions|too large",
        // names
        "{'account':'a\\u0000b'}|account|NUL",
        "{'geo':'\\ud83d'}|geo|surrogate",
        "{'campaign':7.5}|campaign|must be a text",
        "{'adSet':' '}|adSet|missing",
        // windows
        "{'date':'2026-02-30'}|date|a day that exists",
        "{'date':'01.11.2026'}|date|such as 2026-11-21",
        "{'date':'1900-01-01'}|date|between 1990 and today",
        "{'date':'2027-11-01'}|date|between 1990 and today",
        "{'date':1793527200}|date|such as 2026-11-21",
        "{'date':null}|date|date is missing",
        "{'date':null,'start':'2026-11-01T00:00'}|date|start and end",
        "{'start':'2026-11-01T00:00','end':'2026-11-02T00:00'}|date|the one or the other",
        "{'date':null,'start':'2026-11-02T00:00','end':'2026-11-01T00:00'}|end|wrong way round",
        "{'date':null,'start':'2026-11-02T00:00','end':'2026-11-02T00:00'}|end|after start",
        "{'date':null,'start':'2026-11-02T00:00','end':'2062-11-03T00:00'}|end|366 days",
        "{'date':null,'start':'2026-11-02T00:00Z','end':'2026-11-03T00:00Z'}|start|without an offset",
        "{'timeZone':'Berlin'}|timeZone|IANA",
        "{'timeZone':'Mars/Olympus'}|timeZone|IANA",
        "{'date':null,'start':'2026-03-29T02:00','end':'2026-03-29T03:00','timeZone':'Europe/Berlin'}|start|clocks skip",
        "{'date':null,'start':'2026-03-29T02:30','end':'2026-03-29T03:00','timeZone':'Europe/Berlin'}|start|clocks skip",
      })
  void aRowThatCannotBeTakenNamesFieldAndRemedy(String fields, String field, String reason) {
    var invalid = assertInstanceOf(Checked.Invalid.class, read(fields), fields);
    assertEquals(field, invalid.field(), invalid.reason());
    assertTrue(invalid.reason().contains(reason), invalid.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'spend':'1.5e3'}|1500000000",
        "{'spend':1.429999948}|1430000",
        "{'spend':'0.0000004'}|0",
        "{'spend':0}|0",
        "{'spend':12.345678}|12345678",
        "{'spend':1000000000000}|1000000000000000000",
      })
  void moneyIsRoundedToMillionths(String fields, long micros) {
    assertEquals(micros, taken(fields).spendMicros());
  }

  @Test
  void moreConversionsThanClicksAreTakenBecauseAViewMayConvertToo() {
    assertEquals(5, taken("{'impressions':100,'clicks':1,'conversions':5}").conversions());
    assertEquals(7, taken("{'clicks':7}").clicks(), "impressions may be unknown");
  }

  @Test
  void windowsAreTheAccountsLocalTime() {
    var day = taken("{'date':'2026-03-29','timeZone':'Europe/Berlin'}").window();
    assertEquals(LocalDateTime.of(2026, 3, 30, 0, 0), day.end());
    assertEquals("Europe/Berlin", day.timeZone());
    // The hour before clocks skip ends at a time that does not exist; midnight itself may be
    // skipped
    taken(
        "{'date':null,'start':'2026-03-29T01:00','end':'2026-03-29T02:00','timeZone':'Europe/Berlin'}");
    taken("{'date':'2026-04-24','timeZone':'Africa/Cairo'}");
    // The hour that comes twice
    taken(
        "{'date':null,'start':'2026-10-25T02:00','end':'2026-10-25T03:00','timeZone':'Europe/Berlin'}");
    taken("{'date':'2026-11-22'}");
  }

  @Test
  void namesTooLongForTheDatabasesKeyAreRefusedTogether() {
    String name = "名".repeat(256);
    taken("{'campaign':'" + name + "'}");
    var invalid =
        assertInstanceOf(
            Checked.Invalid.class, read("{'campaign':'" + name + "','adSet':'" + name + "'}"));
    assertTrue(invalid.reason().contains("at most 1500"), invalid.reason());
  }
}
