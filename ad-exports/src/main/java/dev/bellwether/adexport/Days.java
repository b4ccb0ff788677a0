package dev.bellwether.adexport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads days as platforms write them. */
final class Days {

  /** 13/04/2026, where the order of day and month must be known. */
  static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(:00(\\.0+)?)?$");

  /** Of these nobody can mistake one for another: points go with the day first. */
  private static final List<DateTimeFormatter> CLEAR =
      List.of(
          formatter("uuuu-M-d"),
          formatter("uuuu/M/d"),
          formatter("d.M.uuuu"),
          formatter("MMM d, uuuu"),
          formatter("MMMM d, uuuu"),
          formatter("d MMM uuuu"),
          formatter("d MMMM uuuu"),
          formatter("EEE, MMM d, uuuu"),
          formatter("uuuuMMdd"));

  private static final Pattern RANGE = Pattern.compile("(.+?\\d{4})\\s*(?:-|–|—|to)\\s*(.+\\d{4})");

  /** Beyond, the day after may be none. */
  private static final int LAST_YEAR = 9999;

  /** Looking for a range takes the square of a line's length. */
  private static final int LONGEST_RANGE = 100;

  private Days() {}

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT)
        .withChronology(IsoChronology.INSTANCE);
  }

  /**
   * The day, or null where the text is none of the years 1 to 9999.
   *
   * @param dayFirst of days with slashes; null where that is not known
   */
  static LocalDate parse(String cell, Boolean dayFirst) {
    LocalDate day = anyYear(cell, dayFirst);
    return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
  }

  private static LocalDate anyYear(String cell, Boolean dayFirst) {
    String text = MIDNIGHT.matcher(cell.strip()).replaceFirst("");
    var slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      return dayFirst == null
          ? null
          : day(slashed.group(3), slashed.group(dayFirst ? 2 : 1), slashed.group(dayFirst ? 1 : 2));
    }
    for (DateTimeFormatter clear : CLEAR) {
      try {
        return LocalDate.parse(text, clear);
      } catch (DateTimeException e) {
        // the next one
      }
    }
    return null;
  }

  private static LocalDate day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The days of a line such as {@code September 1, 2026 - September 30, 2026}, or null. */
  static Window range(String line) {
    String text = line.strip().replace("\"", "");
    if (text.length() > LONGEST_RANGE) {
      return null;
    }
    var range = RANGE.matcher(text);
    if (range.matches()) {
      var first = parse(range.group(1), null);
      var last = parse(range.group(2), null);
      return first == null || last == null || last.isBefore(first)
          ? null
          : Window.ofDays(first, last);
    }
    var day = parse(text, null);
    return day == null ? null : Window.ofDay(day);
  }
}
