package dev.bellwether.ingest.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * One flat row of a request, read field by field. Numbers may come as JSON numbers or as strings
 * that hold one, because rows often start life in a CSV file. Each method throws {@link
 * InvalidRowException} naming its field.
 */
public final class RowFields {

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

  private final JsonNode row;

  private RowFields(JsonNode row) {
    this.row = row;
  }

  /** Reads a row with {@code reader}, turning what it throws into {@link Checked.Invalid}. */
  public static <T> Checked<T> read(JsonNode row, Function<RowFields, T> reader) {
    if (row == null || !row.isObject()) {
      return new Checked.Invalid<>(null, "a row must be a JSON object");
    }
    try {
      return new Checked.Valid<>(reader.apply(new RowFields(row)));
    } catch (InvalidRowException e) {
      return new Checked.Invalid<>(e.field(), e.getMessage());
    }
  }

  /** Ends the row: {@code field} cannot be taken for {@code reason}. */
  public static InvalidRowException invalid(String field, String reason) {
    return new InvalidRowException(field, reason);
  }

  /** The field's text, trimmed; null when absent, null or blank. */
  public String optionalText(String field) {
    JsonNode node = row.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isContainerNode()) {
      throw invalid(field, field + " must be a plain value, not an object or a list");
    }
    String text = node.asText().strip();
    return text.isEmpty() ? null : text;
  }

  public String text(String field) {
    String text = optionalText(field);
    if (text == null) {
      throw invalid(field, field + " is missing");
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
    String text = optionalText(field);
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

  /** A number of zero or more; {@code absent} when the field is not there. */
  public BigDecimal amount(String field, BigDecimal absent) {
    String text = optionalText(field);
    return text == null ? absent : decimal(field, text);
  }

  /** Currency units as millionths, rounded half up; null when absent. */
  public Long micros(String field) {
    BigDecimal units = amount(field, null);
    if (units == null) {
      return null;
    }
    try {
      return units.multiply(MICROS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    } catch (ArithmeticException e) {
      throw invalid(
          field, field + " is too large: at most 9,223,372,036,854 currency units are taken");
    }
  }

  private static BigDecimal decimal(String field, String text) {
    // A longer one is no figure, and BigDecimal's arithmetic on a huge exponent would stall the
    // service.
    if (text.length() > 40) {
      throw invalid(field, field + " must be a number of at most 40 characters");
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw invalid(field, field + " must be a number, not " + quoted(text));
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
