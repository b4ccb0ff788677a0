package dev.bellwether.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says what is wrong with a JSON body in the caller's terms. Jackson's own words name Java classes,
 * and quote what was sent, which may be a person's.
 */
final class JsonProblem {

  private static final Pattern ALLOWED = Pattern.compile("Enum class: \\[(.*)]");

  private JsonProblem() {}

  static Problem of(JsonProcessingException e) {
    String field = e instanceof JsonMappingException mapping ? path(mapping) : null;
    return new Problem("about:blank", "Unreadable JSON", 400, detail(e, field), field);
  }

  private static String detail(JsonProcessingException e, String field) {
    // What breaks inside a field comes wrapped into the field's path
    Throwable cause =
        e.getCause() instanceof JsonProcessingException && !(e instanceof MismatchedInputException)
            ? e.getCause()
            : e;
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          "%s is no field of this request. Its place takes %s."
              .formatted(
                  field,
                  unknown.getKnownPropertyIds().stream()
                      .map(Object::toString)
                      .sorted()
                      .collect(Collectors.joining(", ")));
      case MismatchedInputException mismatch ->
          (field == null ? "The body" : field)
              + " must be "
              + expected(mismatch, field == null)
              + ".";
      case StreamConstraintsException _ ->
          "The body is nested too deeply, or holds too long a number or name.";
      case JsonEOFException _ -> "The body breaks off; send all of it.";
      default ->
          "The body is not JSON; it cannot be read from line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    };
  }

  private static String expected(MismatchedInputException e, boolean whole) {
    Class<?> type = e.getTargetType();
    if (whole || type == null) {
      return "a JSON object of the documented fields";
    }
    if (type.isEnum()) {
      Matcher allowed = ALLOWED.matcher(e.getOriginalMessage());
      return allowed.find()
          ? "one of "
              + Arrays.stream(allowed.group(1).split(", "))
                  .sorted()
                  .collect(Collectors.joining(", "))
          : "one of the documented names";
    }
    if (type == LocalDate.class) {
      return "a day that exists, such as 2026-11-21";
    }
    if (type == OffsetDateTime.class) {
      return "a time with an offset, such as 2026-11-21T09:30:00Z";
    }
    if (type == String.class) {
      return "a text";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
      return "a number";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type == Boolean.class || type == boolean.class ? "true or false" : "an object";
  }

  /** As requests are written about: {@code lines[2].minimum}. */
  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference part : e.getPath()) {
      if (part.getFieldName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
      }
    }
    return path.isEmpty() ? null : path.toString();
  }
}
