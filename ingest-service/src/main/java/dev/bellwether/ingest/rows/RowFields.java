package dev.bellwether.ingest.rows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.kit.request.StorableText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * One flat row of a request, read field by field. Numbers may come as JSON numbers or as strings
 * that hold one, because rows often start life in a CSV file. Each method throws {@link
 * InvalidRowException} naming its field.
 */
public final class RowFields {

  /** Above this a figure is a mistake, and the sum of a few could leave the range of a long. */
  public static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(1_000_000_000_000L);

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final int MAX_DIGITS = 40;

  private final JsonNode row;

  private RowFields(JsonNode row) {
    this.row = row;
  }

  /** Reads a row with {@code reader}, turning what it throws into {@link Checked.Invalid}. */
  public static <T> Checked<T> read(BodyRow row, Function<RowFields, T> reader) {
    return read(row, reader, fields -> null);
  }

  /**
   * As {@link #read(BodyRow, Function)}.
   *
   * @param identity reads who a bad row is, from what of it can be read; asked of bad rows only
   */
  public static <T> Checked<T> read(
      BodyRow row, Function<RowFields, T> reader, Function<RowFields, String> identity) {
    return switch (row) {
      case BodyRow.Unreadable(int line, String field, String reason) ->
          new Checked.Invalid<>(line, field, reason);
      case BodyRow.Read(int line, JsonNode json) -> {
        var fields = new RowFields(json);
        try {
          yield new Checked.Valid<>(reader.apply(fields));
        } catch (InvalidRowException e) {
          yield new Checked.Invalid<>(
              line, identityOf(fields, identity), e.field(), e.getMessage());
        }
      }
    };
  }

  private static String identityOf(RowFields fields, Function<RowFields, String> identity) {
    try {
      return identity.apply(fields);
    } catch (InvalidRowException e) {
      // the identity itself may be what is wrong
      return null;
    }
  }

  /** Ends the row: {@code field} cannot be taken for {@code reason}. */
  public static InvalidRowException invalid(String field, String reason) {
    return new InvalidRowException(field, reason);
  }

  /**
   * The field's text, trimmed; null when absent, null or blank. A whole number is taken as well:
   * ids often are.
   */
  public String optionalText(String field) {
    if (row.path(field).isNumber() && !row.get(field).canConvertToExactIntegral()) {
      throw invalid(field, field + " must be a text, not a number with decimals");
    }
    return scalar(field);
  }

  private String scalar(String field) {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isContainerNode()) {
      throw invalid(field, field + " must be a plain value, not an object or a list");
    }
    if (node.isBoolean()) {
      throw invalid(field, field + " must be a text or a number, not true or false");
    }
    String text = (node.isNumber() ? plain(node.decimalValue()) : node.asText()).strip();
    StorableText.flaw(text)
        .ifPresent(
            flaw -> {
              throw invalid(field, field + " " + flaw);
            });
    return text.isEmpty() ? null : text;
  }

  /** 1.7e9 is the number 1700000000, but 1e999999999 is no number to write out. */
  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) > MAX_DIGITS ? number.toString() : number.toPlainString();
  }

  /** Words somebody wrote: a text in the JSON too. */
  public String prose(String field, int maxLength) {
    if (row.path(field).isNumber()) {
      throw invalid(field, field + " must be a text, not a number");
    }
    return text(field, maxLength);
  }

  public String text(String field) {
    String text = optionalText(field);
    if (text == null) {
      throw invalid(field, field + " is missing or empty; give it in every row");
    }
    return text;
  }

  public String text(String field, int maxLength) {
    return bounded(field, text(field), maxLength);
  }

  public String optionalText(String field, int maxLength) {
    String text = optionalText(field);
    return text == null ? null : bounded(field, text, maxLength);
  }

  private static String bounded(String field, String text, int maxLength) {
    if (text.length() > maxLength) {
      throw invalid(
          field,
          field + " has " + text.length() + " characters; at most " + maxLength + " are taken");
    }
    return text;
  }

  /** A whole number of zero or more; {@code absent} when the field is not there. */
  public Long count(String field, Long absent) {
    String text = scalar(field);
    if (text == null) {
      return absent;
    }
    BigDecimal number = decimal(field, text);
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw invalid(field, field + " must be a whole number below 2^63, not " + text);
    }
  }

  /** A number from zero to {@link #MAX_AMOUNT}; {@code absent} when the field is not there. */
  public BigDecimal amount(String field, BigDecimal absent) {
    String text = scalar(field);
    if (text == null) {
      return absent;
    }
    BigDecimal number = decimal(field, text);
    if (number.compareTo(MAX_AMOUNT) > 0) {
      throw invalid(field, field + " is too large: at most 1,000,000,000,000 is taken");
    }
    return number;
  }

  /** Currency units as millionths, rounded half up; null when absent. */
  public Long micros(String field) {
    BigDecimal units = amount(field, null);
    return units == null
        ? null
        : Long.valueOf(units.multiply(MICROS).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static BigDecimal decimal(String field, String text) {
    // A longer one is no figure, and BigDecimal's arithmetic on a huge exponent would stall the
    // service.
    if (text.length() > MAX_DIGITS) {
      throw invalid(field, field + " must be a number of at most " + MAX_DIGITS + " characters");
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw invalid(
          field,
          field
              + " must be a number such as 1234.56 (a point before the decimals, nothing between thousands, no unit),"
              + " not "
              + quoted(text));
    }
    if (number.signum() < 0) {
      throw invalid(field, field + " must be zero or more, not " + text);
    }
    if (number.scale() < -30 || number.scale() > 60) {
      throw invalid(field, field + " is out of range");
    }
    return number;
  }

  /** {@code text} shortened and in quotation marks, for messages. */
  public static String quoted(String text) {
    return "\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "\"";
  }
}
