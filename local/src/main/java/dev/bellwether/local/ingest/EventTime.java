package dev.bellwether.local.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * When a post was written, in the notations that the API takes: ISO-8601 with an offset, or a whole
 * number of seconds (9 or 10 digits) or milliseconds (12 or 13) since 1970.
 */
final class EventTime {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{9,10}");
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{12,13}");
  private static final int LENGTH_OF_DAY = 10;
  private static final int MOST_DIGITS = 40;

  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private EventTime() {}

  /**
   * @throws IllegalArgumentException when it is none; the message says what is missing
   */
  static Instant of(JsonNode value) {
    String text = value.isNumber() ? plain(value.decimalValue()) : value.asText().strip();
    if (SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    if (MILLISECONDS.matcher(text).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    String iso =
        text.length() > LENGTH_OF_DAY && text.charAt(LENGTH_OF_DAY) == ' '
            ? text.substring(0, LENGTH_OF_DAY) + "T" + text.substring(LENGTH_OF_DAY + 1)
            : text;
    try {
      return OffsetDateTime.parse(iso, WITH_OFFSET).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + shortened(text) + "' " + flaw(iso), e);
    }
  }

  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) > MOST_DIGITS
        ? number.toString()
        : number.stripTrailingZeros().toPlainString();
  }

  private static String flaw(String text) {
    if (parses(() -> LocalDateTime.parse(text)) || parses(() -> LocalDate.parse(text))) {
      return "has no time zone: --map 'createdAt=time(COLUMN, yyyy-MM-dd HH:mm:ss, Europe/Berlin)' gives it one";
    }
    return "is not an ISO-8601 time with offset, such as 2026-11-21T09:30:00Z, nor seconds or milliseconds since 1970;"
        + " --map 'createdAt=time(COLUMN, PATTERN, ZONE)' reads others";
  }

  static String shortened(String text) {
    return text.length() <= MOST_DIGITS ? text : text.substring(0, MOST_DIGITS) + "…";
  }

  private static boolean parses(Supplier<?> parsing) {
    try {
      return parsing.get() != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
