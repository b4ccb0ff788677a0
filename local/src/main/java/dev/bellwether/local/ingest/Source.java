package dev.bellwether.local.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Where a field's value comes from: a column, or something computed from one. */
sealed interface Source {

  Pattern FUNCTION = Pattern.compile("(snowflake|date)\\((.+)\\)");

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
   * Reads {@code column}, {@code snowflake(column)} or {@code date(column, pattern)}.
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
    int comma = argument.lastIndexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException("date needs a pattern: date(column, dd-MM-yyyy)");
    }
    return new DateOf(
        argument.substring(0, comma),
        DateTimeFormatter.ofPattern(argument.substring(comma + 1).strip()));
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
          "'" + id + "' is not an id with a time in it (a snowflake)");
    }
  }

  /** A day in another notation. */
  record DateOf(String column, DateTimeFormatter pattern) implements Source {
    @Override
    public String value(String columnValue) {
      try {
        return LocalDate.parse(columnValue.strip(), pattern).toString();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "'" + columnValue + "' is not a date of the given pattern", e);
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
