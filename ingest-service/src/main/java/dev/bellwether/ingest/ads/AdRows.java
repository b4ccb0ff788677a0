package dev.bellwether.ingest.ads;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.ingest.rows.RowFields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** Reads rows of ad figures. */
final class AdRows {

  private static final int NAME = 256;

  private AdRows() {}

  /**
   * @throws dev.bellwether.ingest.rows.InvalidRowException at the first field that cannot be taken
   */
  static AdPerformance from(RowFields row, String workspace, LocalDate today) {
    long impressions = row.count("impressions", 0L);
    long clicks = row.count("clicks", 0L);
    if (clicks > impressions && row.optionalText("impressions") != null) {
      throw RowFields.invalid(
          "clicks", "clicks (" + clicks + ") exceed impressions (" + impressions + ")");
    }
    Long spend = row.micros("spend");
    if (spend == null) {
      throw RowFields.invalid("spend", "spend is missing");
    }
    return new AdPerformance(
        AdPerformance.SCHEMA_VERSION,
        workspace,
        row.text("account", NAME),
        row.text("campaign", NAME),
        row.text("adSet", NAME),
        row.optionalText("ad", NAME),
        segment(row),
        window(row, today),
        spend,
        currency(row),
        impressions,
        clicks,
        row.amount("conversions", BigDecimal.ZERO).doubleValue(),
        row.micros("revenue"));
  }

  private static Segment segment(RowFields row) {
    return new Segment(
        row.optionalText("age", NAME),
        row.optionalText("gender", NAME),
        row.optionalText("geo", NAME),
        row.optionalText("interest", NAME),
        row.optionalText("placement", NAME));
  }

  private static AdWindow window(RowFields row, LocalDate today) {
    String zone = zone(row);
    String date = row.optionalText("date");
    if (date != null) {
      LocalDateTime start = inRange("date", date(date), today).atStartOfDay();
      return new AdWindow(start, start.plusDays(1), zone);
    }
    LocalDateTime start = time("start", row);
    LocalDateTime end = time("end", row);
    inRange("start", start.toLocalDate(), today);
    if (!start.isBefore(end)) {
      throw RowFields.invalid("end", "end must lie after start");
    }
    return new AdWindow(start, end, zone);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw RowFields.invalid(
          "date", "date must be a day such as 2026-11-21, not " + RowFields.quoted(text));
    }
  }

  private static LocalDate inRange(String field, LocalDate day, LocalDate today) {
    if (day.getYear() < 1990 || day.isAfter(today.plusDays(1))) {
      throw RowFields.invalid(field, field + " must lie between 1990 and today, not on " + day);
    }
    return day;
  }

  private static LocalDateTime time(String field, RowFields row) {
    String text = row.optionalText(field);
    if (text == null) {
      throw RowFields.invalid(
          "date", "date is missing: give date, or start and end in the account's local time");
    }
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw RowFields.invalid(
          field,
          field + " must be a local time such as 2026-11-21T09:00, not " + RowFields.quoted(text));
    }
  }

  private static String zone(RowFields row) {
    String zone = row.optionalText("timeZone");
    if (zone == null) {
      return "UTC";
    }
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw RowFields.invalid(
          "timeZone",
          "timeZone must be an IANA name such as Europe/Berlin, not " + RowFields.quoted(zone));
    }
  }

  private static String currency(RowFields row) {
    String code = row.text("currency").toUpperCase(Locale.ROOT);
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw RowFields.invalid(
          "currency",
          "currency must be an ISO 4217 code such as EUR, not " + RowFields.quoted(code));
    }
  }
}
