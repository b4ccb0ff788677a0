package dev.bellwether.adexport;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rows as platforms do. */
final class Rendering {

  private Rendering() {}

  record Row(
      String campaign,
      String adSet,
      LocalDate day,
      String gender,
      BigDecimal spend,
      long impressions,
      long clicks,
      BigDecimal conversions) {

    static final String GOOGLE_API_HEADER =
        "customer.currency_code,campaign.name,ad_group.name,segments.date,gender,segments.device,metrics.cost_micros,metrics.impressions,metrics.clicks,metrics.conversions\n";

    String googleApi(
        String device, BigDecimal cost, long seen, long clicked, BigDecimal converted) {
      return line(
          ',',
          List.of(
              "EUR",
              campaign,
              adSet,
              day.toString(),
              gender,
              device,
              cost.movePointRight(6).toBigInteger().toString(),
              Long.toString(seen),
              Long.toString(clicked),
              converted.toPlainString()));
    }
  }

  /** A platform, and how its user has set it. */
  enum Style {
    META,
    META_API,
    GOOGLE,
    GOOGLE_GERMAN_NUMBERS,
    GOOGLE_API;

    String decimal() {
      return this == GOOGLE_GERMAN_NUMBERS ? "comma" : "point";
    }

    int totals() {
      return switch (this) {
        case META -> 1;
        case GOOGLE, GOOGLE_GERMAN_NUMBERS -> 2;
        case META_API, GOOGLE_API -> 0;
      };
    }

    String render(List<Row> rows, char separator) {
      return switch (this) {
        case META -> meta(rows, separator);
        case META_API -> metaApi(rows, separator);
        case GOOGLE -> google(rows, separator, number(Locale.US), "MMM d, yyyy");
        case GOOGLE_GERMAN_NUMBERS -> google(rows, separator, number(Locale.GERMANY), "dd.MM.yyyy");
        case GOOGLE_API ->
            Row.GOOGLE_API_HEADER.replace(',', separator)
                + rows.stream()
                    .map(
                        row ->
                            row.googleApi(
                                "MOBILE",
                                row.spend(),
                                row.impressions(),
                                row.clicks(),
                                row.conversions()))
                    .map(line -> separator == ',' ? line : reseparated(line, separator))
                    .collect(Collectors.joining());
      };
    }

    private static String reseparated(String line, char separator) {
      var cells = new ArrayList<String>();
      try (var csv = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(line)) {
        csv.forEach(record -> cells.addAll(record.getFields()));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return line(separator, cells);
    }

    Map<String, String> expected(Row row) {
      var fields = new LinkedHashMap<String, String>();
      fields.put("account", "a");
      fields.put("campaign", row.campaign());
      fields.put("adSet", row.adSet());
      fields.put("gender", row.gender());
      fields.put("start", row.day() + "T00:00");
      fields.put("end", row.day().plusDays(1) + "T00:00");
      fields.put("timeZone", "UTC");
      fields.put("currency", "EUR");
      fields.put("spend", plain(row.spend()));
      fields.put("impressions", Long.toString(row.impressions()));
      fields.put("clicks", Long.toString(row.clicks()));
      fields.put("conversions", plain(row.conversions()));
      return fields;
    }

    private static String meta(List<Row> rows, char separator) {
      var text =
          new StringBuilder(
              line(
                  separator,
                  List.of(
                      "Reporting starts",
                      "Reporting ends",
                      "Campaign name",
                      "Ad set name",
                      "Day",
                      "Gender",
                      "Amount spent (EUR)",
                      "Impressions",
                      "Link clicks",
                      "Results")));
      text.append(
          line(
              separator,
              List.of("2025-09-01", "2026-10-31", "", "", "", "", "12.50", "7", "1", "")));
      for (Row row : rows) {
        text.append(
            line(
                separator,
                List.of(
                    "2025-09-01",
                    "2026-10-31",
                    row.campaign(),
                    row.adSet(),
                    row.day().toString(),
                    row.gender(),
                    plain(row.spend()),
                    Long.toString(row.impressions()),
                    Long.toString(row.clicks()),
                    plain(row.conversions()))));
      }
      return text.toString();
    }

    private static String metaApi(List<Row> rows, char separator) {
      var text =
          new StringBuilder(
              line(
                  separator,
                  List.of(
                      "account_currency",
                      "campaign_name",
                      "adset_name",
                      "date_start",
                      "date_stop",
                      "gender",
                      "spend",
                      "impressions",
                      "inline_link_clicks",
                      "actions")));
      for (Row row : rows) {
        text.append(
            line(
                separator,
                List.of(
                    "EUR",
                    row.campaign(),
                    row.adSet(),
                    row.day().toString(),
                    row.day().toString(),
                    row.gender(),
                    row.spend().toPlainString(),
                    Long.toString(row.impressions()),
                    Long.toString(row.clicks()),
                    "[{\"action_type\":\"link_click\",\"value\":\"1\"},{\"action_type\":\"purchase\",\"value\":\"%s\"}]"
                        .formatted(row.conversions().toPlainString()))));
      }
      return text.toString();
    }

    private static String google(
        List<Row> rows, char separator, DecimalFormat number, String days) {
      var day = DateTimeFormatter.ofPattern(days, Locale.ENGLISH);
      var text = new StringBuilder("Ad group report\n\"September 1, 2025 - October 31, 2026\"\n");
      text.append(
          line(
              separator,
              List.of(
                  "Campaign",
                  "Ad group",
                  "Day",
                  "Gender",
                  "Currency code",
                  "Cost",
                  "Impr.",
                  "Clicks",
                  "CTR",
                  "Conversions")));
      for (Row row : rows) {
        text.append(
            line(
                separator,
                List.of(
                    row.campaign(),
                    row.adSet(),
                    day.format(row.day()),
                    row.gender(),
                    "EUR",
                    number.format(row.spend()),
                    number.format(row.impressions()),
                    number.format(row.clicks()),
                    row.impressions() == 0 ? " --" : "5.00%",
                    number.format(row.conversions()))));
      }
      for (String total : List.of("Total: Ad groups", "Total: Account")) {
        text.append(
            line(
                separator,
                List.of(
                    total, " --", " --", " --", "EUR", number.format(12.5), "1", "1", " --", "1")));
      }
      return text.toString();
    }

    private static DecimalFormat number(Locale locale) {
      return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(locale));
    }
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String line(char separator, List<String> cells) {
    return cells.stream()
            .map(
                cell ->
                    cell.indexOf(separator) >= 0 || cell.contains("\"")
                        ? "\"" + cell.replace("\"", "\"\"") + "\""
                        : cell)
            .collect(Collectors.joining(String.valueOf(separator)))
        + "\n";
  }
}
