package dev.bellwether.local.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a field's value comes from: a column, or something computed from one. */
sealed interface Source {

  Pattern FUNCTION = Pattern.compile("(snowflake|date|time)\\((.+)\\)");

  /** The column's name, as the person wrote it. */
  String column();

  /**
   * The value from the column's.
   *
   * @throws IllegalArgumentException when the column's value does not fit; the message ends "…is
   *     not …"
   */
  String value(String columnValue);

  /**
   * Reads {@code column}, {@code snowflake(column)}, {@code date(column, pattern)} or {@code
   * time(column, pattern, zone)}, whose zone may be left out where the pattern has an offset.
   *
   * @throws IllegalArgumentException for a pattern that {@link DateTimeFormatter} does not know
   */
  static Source parse(String text) {
    var function = FUNCTION.matcher(text.strip());
    if (!function.matches()) {
      return new Column(text);
    }
    var argument = function.group(2);
    if (function.group(1).equals("snowflake")) {
      return new Snowflake(argument);
    }
    return function.group(1).equals("date") ? DateOf.parse(argument) : TimeOf.parse(argument);
  }

  /** Strict, so that 30 February does not become the 28th, and English whatever the machine. */
  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        // yyyy is a year of an era, which strictly needs one
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The column as it is. */
  record Column(String column) implements Source {
    @Override
    public String value(String columnValue) {
      return columnValue;
    }
  }

  /**
   * The time inside an id of Twitter's: milliseconds since its epoch, above 22 bits of machine and
   * sequence.
   */
  record Snowflake(String column) implements Source {

    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int BITS_BELOW_TIME = 22;

    @Override
    public String value(String columnValue) {
      return timeOf(columnValue).toString();
    }

    static Instant timeOf(String id) {
      try {
        long number = Long.parseLong(unquoted(id));
        if (number >= 1L << BITS_BELOW_TIME) {
          return Instant.ofEpochMilli((number >> BITS_BELOW_TIME) + EPOCH_MILLIS);
        }
      } catch (NumberFormatException e) {
        // answered below, as any other id without a time
      }
      throw new IllegalArgumentException(
          "'" + EventTime.shortened(id) + "' is not an id with a time in it (a snowflake)");
    }
  }

  /** A day in another notation. */
  record DateOf(String column, DateTimeFormatter pattern) implements Source {

    private static DateOf parse(String argument) {
      int comma = argument.lastIndexOf(',');
      if (comma < 0) {
        throw new IllegalArgumentException("date needs a pattern: date(column, dd-MM-yyyy)");
      }
      return new DateOf(
          argument.substring(0, comma), formatter(argument.substring(comma + 1).strip()));
    }

    @Override
    public String value(String columnValue) {
      try {
        return LocalDate.parse(columnValue.strip(), pattern).toString();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "'" + EventTime.shortened(columnValue) + "' is not a date of the given pattern", e);
      }
    }
  }

  /**
   * A time in another notation.
   *
   * @param zone of a pattern without offset, else null
   */
  record TimeOf(String column, DateTimeFormatter pattern, ZoneId zone) implements Source {

    private static final Pattern OFFSET = Pattern.compile("[XxZzVvO]");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final String EXAMPLE = "time(column, dd.MM.yyyy HH:mm, Europe/Berlin)";

    private static TimeOf parse(String argument) {
      int last = argument.lastIndexOf(',');
      int first = argument.lastIndexOf(',', last - 1);
      if (last < 0) {
        throw new IllegalArgumentException("time needs a pattern: " + EXAMPLE);
      }
      if (first < 0) {
        return withOffset(argument.substring(0, last), argument.substring(last + 1).strip());
      }
      try {
        return new TimeOf(
            argument.substring(0, first),
            formatter(argument.substring(first + 1, last).strip()),
            ZoneId.of(argument.substring(last + 1).strip()));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "the last argument of time must be a time zone: " + EXAMPLE, e);
      }
    }

    private static TimeOf withOffset(String column, String pattern) {
      if (!OFFSET.matcher(LITERAL.matcher(pattern).replaceAll("")).find()) {
        throw new IllegalArgumentException(
            "time needs an offset in its pattern, or a time zone: " + EXAMPLE);
      }
      return new TimeOf(column, formatter(pattern), null);
    }

    @Override
    public String value(String columnValue) {
      try {
        if (zone == null) {
          return ZonedDateTime.parse(columnValue.strip(), pattern).toInstant().toString();
        }
        var local = LocalDateTime.parse(columnValue.strip(), pattern);
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
          throw new IllegalArgumentException(
              "'%s' does not exist in %s, where clocks skip it".formatted(columnValue, zone));
        }
        return local.atZone(zone).toInstant().toString();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "'" + EventTime.shortened(columnValue) + "' is not a time of the given pattern", e);
      }
    }
  }

  /** Some files keep ids in single quotes, so that a spreadsheet does not round them. */
  static String unquoted(String id) {
    var bare = id.strip();
    return bare.length() >= 2 && bare.startsWith("'") && bare.endsWith("'")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }
}
