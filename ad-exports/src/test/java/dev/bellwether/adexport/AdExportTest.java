package dev.bellwether.adexport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdExportTest {

  private static final String HEADER = "Campaign,Ad group,Day,Currency code,Cost,Impr.,Clicks\n";

  private static AdExport google(String rows, String... options) {
    var all = new String[options.length + 4];
    System.arraycopy(new String[] {"account", "a", "timeZone", "UTC"}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    return Exports.read(HEADER + rows.replace('|', '\n'), all);
  }

  private static List<String> spends(AdExport export) {
    return export.rows().stream().map(row -> row.fields().get("spend")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1,234.56;1234.56",
        "1.234,56;1234.56",
        "1 234,56;1234.56",
        "1\u00A0234,5;1234.5",
        "1\u202F234.5;1234.5",
        "1’234.50;1234.5",
        "12,34,567.00;1234567",
        "1,234,567;1234567",
        "1.234.567;1234567",
        "0,123;0.123",
        "0.123;0.123",
        "1234,567;1234.567",
        "12,5;12.5",
        "€1,234.50;1234.5",
        "EUR 12.50;12.5",
        "12,50 €;12.5",
        "1e-05;0.00001",
        "7;7"
      })
  void aNumberIsReadAsItCanOnlyBeMeant(String cell, String number) {
    assertEquals(List.of(number), spends(google("c,s,2026-10-01,EUR,\"" + cell + "\",,")), cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {"12 USD", "1,23.4", "12.5%", "<10", "abc", "-1", "1,2,3", "0x10", "."})
  void whatIsNoNumberIsRefusedWithItsColumnAndLine(String cell) {
    var export = google("c,s,2026-10-01,EUR,\"" + cell + "\",,|c,s,2026-10-02,EUR,2.5,,");
    assertEquals(List.of("2.5"), spends(export), cell);
    var problem = export.problems().getFirst();
    assertEquals(2, problem.line());
    assertEquals("spend", problem.field());
    assertTrue(problem.reason().contains("column \"Cost\""), problem.reason());
  }

  @Test
  void aMarkThatMayBeEitherIsAskedForAndTheAnswerIsTaken() {
    String rows = "c,s,2026-10-01,EUR,\"1,234\",,";
    var open = assertThrows(ExportException.class, () -> google(rows));
    assertEquals("decimal", open.field());
    assertTrue(open.getMessage().contains("\"1,234\" on line 2"), open.getMessage());
    assertEquals(List.of("1234"), spends(google(rows, "decimal", "point")));
    assertEquals(List.of("1.234"), spends(google(rows, "decimal", "comma")));
    // Another line, or a count, settles it
    assertEquals(List.of("1234", "0.5"), spends(google(rows + "|c,s,2026-10-02,EUR,0.5,,")));
    assertEquals(List.of("1234"), spends(google("c,s,2026-10-01,EUR,\"1,234\",\"2,000\",")));
    assertEquals(List.of("1.234"), spends(google("c,s,2026-10-01,EUR,\"1,234\",2.000,")));
    var both =
        assertThrows(
            ExportException.class,
            () -> google("c,s,2026-10-01,EUR,0.5,,|c,s,2026-10-02,EUR,\"0,5\",,"));
    assertTrue(both.getMessage().contains("\"0,5\" on line 3"), both.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {"1,234 EUR", "EUR 1,234", "EUR1.234", "€ 1,234", "-123,456"})
  void aUnitOrSignBesideAMarkSettlesNothing(String cell) {
    var open =
        assertThrows(
            ExportException.class, () -> google("c,s,2026-10-01,EUR,\"" + cell + "\",,"), cell);
    assertEquals("decimal", open.field());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-10-03",
        "2026-10-03 00:00:00",
        "03.10.2026",
        "Oct 3, 2026",
        "October 3, 2026",
        "3 Oct 2026",
        "Sat, Oct 3, 2026",
        "2026/10/3",
        "20261003"
      })
  void aDayIsReadAsItIsWritten(String day) {
    var row = google("c,s,\"" + day + "\",EUR,1,,").rows().getFirst();
    assertEquals("2026-10-03T00:00", row.fields().get("start"));
    assertEquals("2026-10-04T00:00", row.fields().get("end"));
  }

  @ParameterizedTest
  @CsvSource({"+999999999-12-31", "+10000-01-01", "-0001-12-31", "0000-01-01"})
  void aDayThatNobodyCanMeanIsRefusedWithItsLine(String day) {
    var export = google("c,s,%s,EUR,1,,|c,s,2026-10-02,EUR,2.5,,".formatted(day));
    assertEquals(List.of("2.5"), spends(export));
    assertEquals(2, export.problems().getFirst().line());
    assertEquals("date", export.problems().getFirst().field());
  }

  @Test
  void aTitleWithADayThatNobodyCanMeanIsATitle() {
    var export =
        Exports.read(
            "+999999999-12-31\n" + HEADER + "c,s,2026-10-02,EUR,2.5,,",
            Map.of("account", "a", "timeZone", "UTC"));
    assertEquals(List.of("2.5"), spends(export));
  }

  @Test
  void aCountBeyondAllReasonIsRefusedAndNotSummed() {
    var export =
        Exports.read(
            HEADER.strip()
                + ",Device\nc,s,2026-10-01,EUR,1,9223372036854775807,,x\n"
                + "c,s,2026-10-01,EUR,1,9223372036854775807,,y\n",
            Map.of("account", "a", "timeZone", "UTC"));
    assertEquals(List.of(), export.rows());
    assertEquals("impressions", export.problems().getFirst().field());
  }

  @Test
  void aDayThatMayBeAMonthIsAskedForUnlessAnotherLineSettlesIt() {
    String rows = "c,s,03/04/2026,EUR,1,,";
    assertEquals("dates", assertThrows(ExportException.class, () -> google(rows)).field());
    assertEquals(
        "2026-04-03T00:00", google(rows, "dates", "dmy").rows().getFirst().fields().get("start"));
    assertEquals(
        "2026-03-04T00:00", google(rows, "dates", "mdy").rows().getFirst().fields().get("start"));
    assertEquals(
        "2026-04-03T00:00",
        google(rows + "|c,s,13/04/2026,EUR,1,,").rows().getFirst().fields().get("start"));
    assertEquals("date", google("c,s,2026-02-30,EUR,1,,").problems().getFirst().field());
  }

  @Test
  void linesThatContradictOneAnotherAreAllRefusedAndEachNamesTheOther() {
    var export = google("c,s,2026-10-01,EUR,1,,|c,s,2026-10-02,EUR,2,,|c,s,2026-10-01,EUR,3,,");
    assertEquals(List.of("2"), spends(export));
    assertEquals(List.of(2L, 4L), export.problems().stream().map(ExportProblem::line).toList());
    assertTrue(export.problems().getFirst().reason().contains("line 4"));
    assertTrue(export.problems().getLast().reason().contains("line 2"));
  }

  @Test
  void aThirdLineOfAContradictionIsNotTakenEither() {
    var export = google("c,s,2026-10-01,EUR,1,,|c,s,2026-10-01,EUR,3,,|c,s,2026-10-01,EUR,1,,");
    assertEquals(List.of(), export.rows());
    assertEquals(3, export.problems().size());
  }

  @Test
  void aSumWithAPartThatCannotBeReadIsNotTakenAsIfItWereWhole() {
    String text =
        "Campaign,Ad group,Day,Device,Currency code,Cost\nc,s,2026-10-01,Mobile,EUR,1\nc,s,2026-10-01,TV,EUR,x\nc,s,2026-10-01,Tablet,EUR,4\nc,s,2026-10-02,TV,EUR,5\n";
    var export = Exports.read(text, "account", "a", "timeZone", "UTC");
    assertEquals(List.of("5"), spends(export));
    assertEquals(List.of(2L, 3L, 4L), export.problems().stream().map(ExportProblem::line).toList());
  }

  @Test
  void theSameLineOfABreakdownTwiceCountsOnceWithinTheSum() {
    String text =
        "Campaign,Ad group,Day,Colour,Currency code,Cost\nc,s,2026-10-01,red,EUR,1\nc,s,2026-10-01,red,EUR,1\nc,s,2026-10-01,blue,EUR,2\n";
    var export = Exports.read(text, "account", "a", "timeZone", "UTC");
    assertEquals(List.of("3"), spends(export));
    assertEquals(1, export.repeated());
    assertEquals(1, export.summed());
    assertTrue(export.notes().getLast().contains("\"Colour\""), export.notes().toString());
  }

  @Test
  void whereCampaignsHoldTheBudgetTheirAdSetsAreSummed() {
    var export =
        google("c,s,2026-10-01,EUR,1,5,|c,t,2026-10-01,EUR,2,6,", "budgetLevel", "campaign");
    var row = export.rows().getFirst().fields();
    assertEquals("c", row.get("adSet"));
    assertEquals("3", row.get("spend"));
    assertEquals("11", row.get("impressions"));
    String campaigns = "Campaign,Day,Currency code,Cost\nc,2026-10-01,EUR,1\n";
    var missing =
        assertThrows(
            ExportException.class,
            () -> Exports.read(campaigns, "account", "a", "timeZone", "UTC"));
    assertEquals("budgetLevel", missing.field());
    assertEquals(
        List.of("1"),
        spends(
            Exports.read(campaigns, "account", "a", "timeZone", "UTC", "budgetLevel", "campaign")));
  }

  @Test
  void adSetsThatShareANameAreToldApartByTheirIds() {
    String text =
        "Campaign name,Campaign ID,Ad set name,Ad set ID,Day,Amount spent (EUR)\nc,1,s,11,2026-10-01,1\nc,1,s,12,2026-10-01,2\n";
    var named = Exports.read(text, "account", "a", "timeZone", "UTC");
    assertEquals(List.of(), named.rows());
    assertTrue(named.problems().getFirst().reason().contains("by=id"));
    var byId = Exports.read(text, "account", "a", "timeZone", "UTC", "by", "id");
    assertEquals(
        List.of("11", "12"), byId.rows().stream().map(row -> row.identity().adSet()).toList());
  }

  @Test
  void aReportWithoutDaysIsOfTheDaysInItsTitle() {
    String text =
        "Report\n\"September 1, 2026 - September 30, 2026\"\nCampaign,Ad group,Currency code,Cost\nTotal: brand,s,EUR,9\nc,s,EUR,1\n";
    var export = Exports.read(text, "account", "a", "timeZone", "UTC");
    assertEquals(
        "2026-10-01T00:00", export.rows().getFirst().fields().get("end"), "the end is exclusive");
    assertEquals(1, export.totals());
    assertTrue(export.notes().getLast().contains("more than one day"), export.notes().toString());
    var open =
        assertThrows(
            ExportException.class,
            () -> Exports.read(text.replace("2026", "x"), "account", "a", "timeZone", "UTC"));
    assertEquals("window", open.field());
  }

  @Test
  void aCampaignNamedLikeATotalIsTakenWhereItsRowHasADay() {
    assertEquals(List.of("1"), spends(google("Total: brand,s,2026-10-01,EUR,1,,")));
  }

  @Test
  void severalCurrenciesAreEachTheirRowsAndTwoColumnsOfSpendAreAskedFor() {
    var export = google("c,s,2026-10-01,EUR,1,,|c,t,2026-10-01,USD,2,,");
    assertEquals(List.of("EUR", "USD"), export.rows().stream().map(ExportedRow::currency).toList());
    assertEquals(
        "currency",
        google("c,s,2026-10-01,EUR,1,,", "currency", "USD").problems().getFirst().field());
    String two =
        "Campaign name,Ad set name,Day,Amount spent (EUR),Amount spent (USD)\nc,s,2026-10-01,1,2\n";
    assertEquals(
        "currency",
        assertThrows(
                ExportException.class, () -> Exports.read(two, "account", "a", "timeZone", "UTC"))
            .field());
    assertEquals(
        List.of("2"),
        spends(Exports.read(two, "account", "a", "timeZone", "UTC", "currency", "USD")));
  }

  @Test
  void theUserSaysWhichColumnCountsAndItsValueGoesWithIt() {
    String text =
        "Campaign name,Ad set name,Day,Amount spent (EUR),Purchases,Leads,Website purchases,Website purchases conversion value,Purchases conversion value\nc,s,2026-10-01,1,2,3,4,40,20\n";
    var usual = Exports.read(text, "account", "a", "timeZone", "UTC").rows().getFirst().fields();
    assertEquals("2", usual.get("conversions"));
    assertEquals("20", usual.get("revenue"));
    var leads =
        Exports.read(text, "account", "a", "timeZone", "UTC", "conversions", "leads")
            .rows()
            .getFirst()
            .fields();
    assertEquals("3", leads.get("conversions"));
    var website =
        Exports.read(text, "account", "a", "timeZone", "UTC", "conversions", "Website purchases")
            .rows()
            .getFirst()
            .fields();
    assertEquals("4", website.get("conversions"));
    assertEquals("40", website.get("revenue"));
  }

  @Test
  void severalAccountsUnderOneNameAreNotMixedUp() {
    String text =
        "Customer ID,Campaign,Ad group,Day,Currency code,Cost\n123-456-7890,c,s,2026-10-01,EUR,1\n999-456-7890,c,s,2026-10-01,EUR,2\n";
    var own = Exports.read(text, "timeZone", "UTC");
    assertEquals(
        List.of("1234567890", "9994567890"),
        own.rows().stream().map(row -> row.identity().account()).toList());
    var named = Exports.read(text, "timeZone", "UTC", "account", "mine");
    assertEquals("mine", named.rows().getFirst().identity().account());
    assertEquals("account", named.problems().getFirst().field());
    var dashed = google("c,s,2026-10-01,EUR,1,,", "account", "123-456-7890");
    assertEquals("1234567890", dashed.rows().getFirst().identity().account());
  }

  @Test
  void aFileThatIsNoExportIsNotTakenForOne() throws IOException {
    for (String text :
        List.of("", "\n\n", "id,platform,text\n1,x,spend\n", "Campaign,Clicks\nc,1\n")) {
      assertNull(AdExport.recognise(() -> new StringReader(text)), text);
      assertEquals("body", assertThrows(ExportException.class, () -> Exports.read(text)).field());
    }
  }

  @Test
  void brokenLinesAreToldWithTheirLine() {
    var export =
        google(
            "c,s,2026-10-01|c,s,2026-10-01,EUR,1,,,|c,s,2026-10-02,EUR,1,,,x|,,,,,,|c,,2026-10-03,EUR,1,,");
    assertEquals(List.of("1"), spends(export), "an empty value too many is none");
    assertEquals(List.of(2L, 4L, 6L), export.problems().stream().map(ExportProblem::line).toList());
    assertEquals(1, export.empty());
    assertFalse(google("\"c\nd\",s,2026-10-01,EUR,1,,").rows().isEmpty(), "a name of two lines");
  }

  /** A range is looked for with a pattern that takes the square of a line's length. */
  @Test
  void aTitleAsLongAsALineMayBeHoldsNobodyUp() {
    String title = "2026 - ".repeat(25_000) + "\n";
    var export =
        Exports.read(
            title + HEADER + "c,s,2026-10-01,EUR,1,,\n", "account", "a", "timeZone", "UTC");
    assertEquals(List.of("1"), spends(export));
  }

  @Test
  void optionsThatMeanNothingAreNamed() {
    for (String[] option :
        new String[][] {
          {"timezone", "UTC"},
          {"decimal", "dot"},
          {"dates", "ymd"},
          {"by", "key"},
          {"budgetLevel", "ad"},
          {"window", "2026-10-02/2026-10-01"},
          {"window", "yesterday"},
          {"currency", "Euro"},
          {"timeZone", "Berlin"},
          {"clicks", "Taps"}
        }) {
      var wrong =
          assertThrows(
              ExportException.class, () -> google("c,s,2026-10-01,EUR,1,,", option), option[0]);
      assertEquals(option[0], wrong.field());
    }
  }
}
