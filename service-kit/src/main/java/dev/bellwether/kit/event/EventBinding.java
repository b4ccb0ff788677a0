package dev.bellwether.kit.event;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.bellwether.contracts.kafka.EventTypes;
import dev.bellwether.contracts.kafka.Versioned;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Reads the value of a topic's record as its schema says: required fields are there, and the
 * schema's version is one that this service knows. Fields it does not know are passed over.
 */
public final class EventBinding<T extends Versioned> {

  private final ObjectReader event;
  private final ObjectReader tree;
  private final int known;

  private EventBinding(ObjectReader event, ObjectReader tree, int known) {
    this.event = event;
    this.tree = tree;
    this.known = known;
  }

  /**
   * @throws IllegalArgumentException when the type is on no topic
   */
  public static <T extends Versioned> EventBinding<T> of(ObjectMapper json, Class<T> type) {
    // A number that is missing would otherwise read as zero
    var event = json.readerFor(type).with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    return new EventBinding<>(event, json.reader(), EventTypes.of(type).schemaVersion());
  }

  /**
   * @param value not null: a tombstone is no event
   */
  public T read(byte[] value) throws UnreadableEventException {
    T read;
    try {
      read = event.readValue(value);
    } catch (IOException e) {
      requireKnown(versionIn(value));
      throw new UnreadableEventException(reason(e));
    }
    if (read == null) {
      throw new UnreadableEventException("holds the word null; a tombstone holds nothing");
    }
    requireKnown(read.schemaVersion());
    return read;
  }

  /** A newer version may well read, and mean something else. */
  private void requireKnown(int version) throws UnreadableEventException {
    if (version > known) {
      throw new UnreadableEventException(
          "schema version %d, and this service knows %d: upgrade it, then replay"
              .formatted(version, known));
    }
  }

  /** Zero where it cannot be told. */
  private int versionIn(byte[] value) {
    try {
      return tree.readTree(value).path("schemaVersion").asInt();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Our own constructors' messages name fields only; Jackson's quote what they found. */
  private static String reason(IOException e) {
    return switch (e) {
      case JsonParseException parse -> "is no JSON" + place(parse);
      case JsonMappingException within when within.getCause() instanceof JsonParseException parse ->
          "is no JSON" + place(parse);
      case InvalidFormatException format ->
          "is no valid %s at %s".formatted(format.getTargetType().getSimpleName(), path(format));
      case ValueInstantiationException refused
          when refused.getCause() instanceof IllegalArgumentException ours ->
          "is refused at %s: %s".formatted(path(refused), ours.getMessage());
      case MismatchedInputException mismatch when mismatch.getPath().isEmpty() ->
          "has not the form of the event" + place(mismatch);
      case JsonMappingException mapping ->
          "is missing or has another form at " + path(mapping) + place(mapping);
      default -> e.getClass().getSimpleName();
    };
  }

  private static String place(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  /** Names of fields and numbers of items: a map's keys, which are data, no event has. */
  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
