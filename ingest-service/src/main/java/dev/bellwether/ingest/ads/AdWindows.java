package dev.bellwether.ingest.ads;

import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.ingest.rows.InvalidRowException;
import dev.bellwether.ingest.rows.RowFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Reads the window of a row of ad figures: a day, or a stretch of the account's local time. */
final class AdWindows {

  private static final int FIRST_YEAR = 1990;

  /** A leap year; what is longer is a mistyped year. */
  private static final int MAX_DAYS = 366;

  private AdWindows() {}

  /**
   * @throws InvalidRowException at the first field that cannot be taken
   */
  static AdWindow from(RowFields row, LocalDate today) {
    ZoneId zone = zone(row);
    String date = row.optionalText("date");
    if (date == null) {
      return stretch(row, zone, today);
    }
    if (row.optionalText("start") != null || row.optionalText("end") != null) {
      throw RowFields.invalid("date", "date stands beside start or end; give the one or the other");
    }
    LocalDateTime start = inRange("date", date(date), today).atStartOfDay();
    return new AdWindow(start, start.plusDays(1), zone.getId());
  }

  private static AdWindow stretch(RowFields row, ZoneId zone, LocalDate today) {
    LocalDateTime start = time("start", row);
    LocalDateTime end = time("end", row);
    inRange("start", start.toLocalDate(), today);
    if (!start.isBefore(end)) {
      throw RowFields.invalid("end", "end must lie after start; are they the wrong way round?");
    }
    if (end.isAfter(start.plusDays(MAX_DAYS))) {
      throw RowFields.invalid(
          "end", "end lies more than " + MAX_DAYS + " days after start; cut the window");
    }
    // Where clocks are put forward, an hour by the calendar may be no time at all
    if (!start.atZone(zone).toInstant().isBefore(end.atZone(zone).toInstant())) {
      throw RowFields.invalid(
          "start",
          "start to end lies in the hour that clocks skip in "
              + zone.getId()
              + "; leave the row out, or give its timeZone");
    }
    return new AdWindow(start, end, zone.getId());
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw RowFields.invalid(
          "date",
          "date must be a day that exists, such as 2026-11-21, not " + RowFields.quoted(text));
    }
  }

  private static LocalDate inRange(String field, LocalDate day, LocalDate today) {
    // One ahead: it is tomorrow already in the east
    if (day.getYear() < FIRST_YEAR || day.isAfter(today.plusDays(1))) {
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
          field
              + " must be a local time without an offset, such as 2026-11-21T09:00 (its zone goes into timeZone), not "
              + RowFields.quoted(text));
    }
  }

  private static ZoneId zone(RowFields row) {
    String zone = row.optionalText("timeZone");
    if (zone == null) {
      return ZoneId.of("UTC");
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw RowFields.invalid(
          "timeZone",
          "timeZone must be an IANA name such as Europe/Berlin, not " + RowFields.quoted(zone));
    }
  }
}
