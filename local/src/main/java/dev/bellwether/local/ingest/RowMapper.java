package dev.bellwether.local.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

/** Makes a request's row of a file's row. */
record RowMapper(FieldMapping mapping) {

  /**
   * Never more than the service takes, which counts characters; so that a single row never fills a
   * request.
   */
  private static final int MOST_BYTES = BoundedLines.LONGEST;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The service takes no longer one; reading it here would take long for nothing. */
  private static final int LONGEST_NUMBER = 60;

  private static final Set<String> PLATFORMS_WITH_SNOWFLAKES = Set.of("x", "twitter");

  /** What became of a row. */
  sealed interface Outcome {}

  /**
   * @param time its event time, in milliseconds of the epoch
   * @param json the request's row, UTF-8
   */
  record Mapped(long time, byte[] json) implements Outcome {}

  /**
   * @param id as the file has it; may be null
   */
  record Refused(String id, String field, String reason) implements Outcome {}

  Outcome map(RawRow row) {
    var result = JsonNodeFactory.instance.objectNode();
    String field = null;
    try {
      for (var next : mapping.kind().fields()) {
        field = next;
        var value = value(row, field);
        if (value != null) {
          result.set(field, value);
        }
      }
      field = "createdAt";
      timeFromId(result);
      if (mapping.kind() == Kind.MENTIONS && result.has(field)) {
        result.put(field, EventTime.of(result.get(field)).toString());
      }
    } catch (IllegalArgumentException e) {
      return new Refused(result.path("id").asText(null), field, e.getMessage());
    }
    return checked(result);
  }

  private JsonNode value(RawRow row, String field) {
    var constant = mapping.constants().get(field);
    if (constant != null) {
      return typed(field, TextNode.valueOf(constant));
    }
    var column = mapping.column(field);
    var value = column == null ? null : row.values().get(column);
    if (value == null) {
      return null;
    }
    var source = mapping.sources().get(field);
    return source == null || source instanceof Source.Column
        ? typed(field, value)
        : TextNode.valueOf(source.value(value.asText()));
  }

  /** A number that cannot be read goes as it is: the service says what is wrong with it. */
  private JsonNode typed(String field, JsonNode value) {
    if (value.isContainerNode()) {
      throw new IllegalArgumentException("must be a plain value, not an object or a list");
    }
    if (value.isTextual() && !StandardCharsets.UTF_8.newEncoder().canEncode(value.textValue())) {
      throw new IllegalArgumentException(
          "holds half of a surrogate pair (an emoji cut in two?): remove or complete it");
    }
    if (field.equals("id") && value.isValueNode()) {
      return TextNode.valueOf(Source.unquoted(value.asText()));
    }
    if (mapping.kind().isNumber(field)
        && value.isTextual()
        && value.textValue().length() <= LONGEST_NUMBER) {
      try {
        return JsonNodeFactory.instance.numberNode(new BigDecimal(value.textValue().strip()));
      } catch (NumberFormatException e) {
        return value;
      }
    }
    return value.isTextual() && !field.equals("text")
        ? TextNode.valueOf(value.textValue().strip())
        : value;
  }

  private void timeFromId(ObjectNode row) {
    if (mapping.kind() == Kind.MENTIONS
        && !row.has("createdAt")
        && row.has("id")
        && PLATFORMS_WITH_SNOWFLAKES.contains(row.path("platform").asText())) {
      row.put("createdAt", Source.Snowflake.timeOf(row.get("id").asText()).toString());
    }
  }

  private Outcome checked(ObjectNode row) {
    var id = row.path("id").asText(null);
    for (var field : mapping.kind().required()) {
      if (!row.has(field)) {
        return missing(id, field);
      }
    }
    var timeField =
        mapping.kind() == Kind.MENTIONS ? "createdAt" : row.has("start") ? "start" : "date";
    if (!row.has(timeField)) {
      return missing(id, timeField);
    }
    try {
      long time = eventTime(row, timeField).toEpochMilli();
      var json = JSON.writeValueAsBytes(row);
      return json.length > MOST_BYTES
          ? new Refused(
              id, null, "has %,d bytes; at most %,d are taken".formatted(json.length, MOST_BYTES))
          : new Mapped(time, json);
    } catch (DateTimeException e) {
      return new Refused(
          id,
          timeField,
          "'"
              + EventTime.shortened(row.get(timeField).asText())
              + "' is not "
              + expected(timeField));
    } catch (JsonProcessingException e) {
      return new Refused(id, null, "holds half of a surrogate pair: remove or complete it");
    }
  }

  private static Refused missing(String id, String field) {
    return new Refused(
        id,
        field,
        "is missing or empty: --map %s=COLUMN or --set %s=VALUE fills it".formatted(field, field));
  }

  private static Instant eventTime(ObjectNode row, String field) {
    var text = row.get(field).asText();
    if (field.equals("createdAt")) {
      return Instant.parse(text);
    }
    var zone = ZoneId.of(row.path("timeZone").asText("UTC"));
    return field.equals("date")
        ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  private static String expected(String field) {
    return switch (field) {
      case "date" -> "a day, such as 2026-11-21, in a known time zone";
      default -> "a local date-time, such as 2026-11-21T09:00, in a known time zone";
    };
  }
}
