package dev.bellwether.contractdocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contractdocs.schema.EventSchemas;
import dev.bellwether.contractdocs.schema.SourceJavadoc;
import dev.bellwether.contracts.kafka.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree, and what is made from it. */
final class Repository {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final EventSchemas SCHEMAS = new EventSchemas(JSON, javadoc());

  private Repository() {}

  static Path root() {
    return Path.of(System.getProperty("bellwether.root", ".."));
  }

  static EventSchemas schemas() {
    return SCHEMAS;
  }

  static ObjectNode schemaOf(EventType event) {
    return SCHEMAS.schemaOf(event);
  }

  /** A golden event of {@code contracts}. */
  static ObjectNode golden(EventType event) {
    var name = EventSchemas.kebab(event.type().getSimpleName()) + ".json";
    return (ObjectNode) read(root().resolve("contracts/src/test/resources/golden").resolve(name));
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceJavadoc javadoc() {
    try {
      return SourceJavadoc.of(root().resolve("contracts/src/main/java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
