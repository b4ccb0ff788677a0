package dev.bellwether.ingest.mention;

import dev.bellwether.ingest.rows.InvalidRowException;
import dev.bellwether.ingest.rows.RowFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * When something was posted: an ISO-8601 time with an offset, or a whole number since 1970. Of such
 * a number the digits tell the unit: between 1990 and today, seconds have 9 or 10 of them and
 * milliseconds 12 or 13.
 */
final class PostTime {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{9,10}");
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{12,13}");
  private static final int LENGTH_OF_DAY = 10;

  /** Offsets also as +01 and +0100, and after a blank, as many exports write them. */
  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  // Clocks of phones are wrong by hours, not by days.
  private static final Duration MAX_AHEAD = Duration.ofDays(1);

  private PostTime() {}

  /**
   * @param now the latest moment a post may be of, but for a day of clock skew
   * @throws InvalidRowException when it is no time, or lies before 1990 or too far ahead
   */
  static Instant read(String field, String text, Instant now) {
    // Stores keep microseconds: a mention must not differ from what is remembered of it
    Instant time = parsed(field, text).truncatedTo(ChronoUnit.MICROS);
    if (time.isBefore(EARLIEST) || time.isAfter(now.plus(MAX_AHEAD))) {
      throw RowFields.invalid(
          field, field + " must lie between 1990 and a day from now, not at " + time);
    }
    return time;
  }

  private static Instant parsed(String field, String text) {
    if (SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    if (MILLISECONDS.matcher(text).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    String iso = withT(text);
    try {
      return OffsetDateTime.parse(iso, WITH_OFFSET).toInstant();
    } catch (DateTimeException e) {
      throw RowFields.invalid(field, field + flaw(iso) + ", not " + RowFields.quoted(text));
    }
  }

  /** Databases and Python write a blank between day and time. */
  private static String withT(String text) {
    return text.length() > LENGTH_OF_DAY && text.charAt(LENGTH_OF_DAY) == ' '
        ? text.substring(0, LENGTH_OF_DAY) + "T" + text.substring(LENGTH_OF_DAY + 1)
        : text;
  }

  private static String flaw(String text) {
    if (parses(() -> LocalDateTime.parse(text))) {
      return " needs a time zone: write Z or an offset such as +01:00 behind it";
    }
    if (parses(() -> LocalDate.parse(text))) {
      return " needs a time of day and an offset, such as 2026-11-21T09:30:00Z";
    }
    return " must be a time that exists, with an offset, such as 2026-11-21T09:30:00Z, or seconds or milliseconds since 1970";
  }

  private static boolean parses(Supplier<?> parsing) {
    try {
      return parsing.get() != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
