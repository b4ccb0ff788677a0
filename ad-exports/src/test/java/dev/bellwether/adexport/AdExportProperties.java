package dev.bellwether.adexport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.adexport.Rendering.Row;
import dev.bellwether.adexport.Rendering.Style;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a platform writes down of rows, the same rows are read of it. */
class AdExportProperties {

  @Property(tries = 300)
  void whatAnyDialectWritesIsReadAsItWas(
      @ForAll("rows") List<Row> rows, @ForAll Style style, @ForAll("separators") char separator) {
    List<Row> written = distinct(rows);
    var export = read(style, style.render(written, separator), written);
    assertEquals(List.of(), export.problems());
    assertEquals(
        written.stream().map(style::expected).toList(),
        export.rows().stream().map(ExportedRow::fields).toList());
    assertEquals(style.totals(), export.totals());
  }

  @Property(tries = 200)
  void theOrderOfLinesAndLinesThatRepeatChangeNoRow(
      @ForAll("rows") List<Row> rows, @ForAll Style style, @ForAll Random random) {
    List<Row> written = distinct(rows);
    var shuffled = new ArrayList<>(written);
    shuffled.addAll(written.subList(0, written.size() / 2));
    Collections.shuffle(shuffled, random);
    var export = read(style, style.render(shuffled, ','), written);
    assertEquals(written.size() / 2, export.repeated());
    assertEquals(
        new HashSet<>(written.stream().map(style::expected).toList()),
        new HashSet<>(export.rows().stream().map(ExportedRow::fields).toList()));
    assertEquals(written.size(), export.rows().size());
  }

  /** Splitting a row over devices and reading it gives the row. */
  @Property(tries = 200)
  void partsOfABreakdownThatNoFieldHoldsAddUpToTheRow(
      @ForAll("rows") List<Row> rows, @ForAll Random random) {
    List<Row> written = distinct(rows);
    var lines = new ArrayList<String>();
    for (Row row : written) {
      BigDecimal part = row.spend().multiply(new BigDecimal("0.25"));
      long seen = random.nextLong(row.impressions() + 1);
      lines.add(row.googleApi("MOBILE", part, seen, 0, BigDecimal.ZERO));
      lines.add(
          row.googleApi(
              "DESKTOP",
              row.spend().subtract(part),
              row.impressions() - seen,
              row.clicks(),
              row.conversions()));
    }
    Collections.shuffle(lines, random);
    var export = read(Style.GOOGLE_API, Row.GOOGLE_API_HEADER + String.join("", lines), written);
    assertEquals(written.size(), export.summed());
    assertEquals(
        new HashSet<>(written.stream().map(Style.GOOGLE_API::expected).toList()),
        new HashSet<>(export.rows().stream().map(ExportedRow::fields).toList()));
  }

  /** No line is lost, whatever stands in it: it is a row, part of one, or told of. */
  @Property(tries = 300)
  void everyLineIsAccountedFor(
      @ForAll("rows") List<Row> rows, @ForAll("cells") List<List<String>> strange) {
    List<Row> written = distinct(rows);
    var text = new StringBuilder(Style.META.render(written, ','));
    for (List<String> cells : strange) {
      text.append(String.join(",", cells)).append('\n');
    }
    var export =
        Exports.read(
            text.toString(),
            Map.of("account", "a", "timeZone", "UTC", "decimal", "point", "dates", "dmy"));
    long lines = text.chars().filter(c -> c == '\n').count() - 1;
    assertEquals(
        lines,
        export.rows().size()
            + export.problems().size()
            + export.repeated()
            + export.summed()
            + export.totals()
            + export.empty());
  }

  private static AdExport read(Style style, String text, List<Row> rows) {
    boolean anyDecimals =
        rows.stream().anyMatch(row -> style.expected(row).get("spend").contains("."));
    // Where all numbers are whole, grouped thousands leave it open
    return Exports.read(
        text,
        anyDecimals
            ? Map.of("account", "a", "timeZone", "UTC")
            : Map.of("account", "a", "timeZone", "UTC", "decimal", style.decimal()));
  }

  private static List<Row> distinct(List<Row> rows) {
    var seen = new HashSet<List<Object>>();
    return rows.stream()
        .filter(row -> seen.add(List.of(row.campaign(), row.adSet(), row.day(), row.gender())))
        .toList();
  }

  @Provide
  Arbitrary<Character> separators() {
    return Arbitraries.of(',', ';', '\t');
  }

  @Provide
  Arbitrary<List<List<String>>> cells() {
    return Arbitraries.of(
            "",
            "--",
            "Total",
            "All",
            "c",
            "2026-10-01",
            "03/04/2026",
            "1",
            "1.5",
            "-1",
            "1,5",
            "EUR",
            "x y")
        .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
        .list()
        .ofMinSize(1)
        .ofMaxSize(10)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("abcÄ検 |&:/-_'é9")
            .withChars(',', ';', '"', '.')
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(name -> "n" + name.strip());
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 400).map(day -> LocalDate.of(2025, 9, 1).plusDays(day));
    Arbitrary<BigDecimal> money =
        Arbitraries.longs().between(0, 99_999_999).map(cents -> BigDecimal.valueOf(cents, 2));
    Arbitrary<BigDecimal> credits =
        Arbitraries.longs().between(0, 9_999).map(parts -> BigDecimal.valueOf(parts, 2));
    return Combinators.combine(
            names,
            names,
            days,
            Arbitraries.of("female", "male", "unknown"),
            money,
            Arbitraries.longs().between(0, 5_000_000),
            credits)
        .as(
            (campaign, adSet, day, gender, spend, impressions, conversions) ->
                new Row(
                    campaign,
                    adSet,
                    day,
                    gender,
                    spend,
                    impressions,
                    impressions / 20,
                    conversions))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }
}
