package dev.bellwether.contractdocs;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contractdocs.compatibility.Difference;
import dev.bellwether.contractdocs.compatibility.Difference.Breaking;
import dev.bellwether.contractdocs.compatibility.SchemaComparison;
import dev.bellwether.contractdocs.schema.EventSchemas;
import dev.bellwether.contracts.kafka.EventType;
import dev.bellwether.contracts.kafka.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The records against the schemas that others rely on, which are committed in {@code
 * contracts/schemas}: one file for each version of each event.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasedSchemasTest {

  private static final Path RELEASED = Repository.root().resolve("contracts/schemas");

  private static final String ACCEPT =
      "mvn -pl contract-docs -am test -Dtest=ReleasedSchemasTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dbellwether.schemas.accept";

  static List<EventType> events() {
    return EventTypes.ALL;
  }

  @ParameterizedTest
  @Order(1)
  @MethodSource("events")
  void aRecordStillSaysWhatItsReleasedSchemaSays(EventType event) throws IOException {
    var file = fileOf(event);
    var current = Repository.schemaOf(event);
    if (Files.exists(file)) {
      var differences = SchemaComparison.of(Repository.read(file), current);
      refuseBreaking(event, differences);
      if (!differences.isEmpty()) {
        accept(file, current, told(differences));
      }
    } else {
      accept(file, current, "this version of its schema has not been released");
    }
    assertEquals(Repository.read(file), current, "accepted, but written otherwise");
  }

  @Test
  @Order(2)
  void everyVersionThatWasReleasedIsKept() throws IOException {
    var expected = new TreeSet<String>();
    for (var event : EventTypes.ALL) {
      for (int version = 1; version <= event.schemaVersion(); version++) {
        expected.add(EventSchemas.kebab(event.type().getSimpleName()) + "-" + version + ".json");
      }
    }
    try (var files = Files.list(RELEASED)) {
      assertEquals(
          expected,
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static void refuseBreaking(EventType event, List<Difference> differences) {
    var breaking = differences.stream().filter(Breaking.class::isInstance).toList();
    assertTrue(
        breaking.isEmpty(),
        () ->
            """
            %s: what is released would no longer be read:
            %s
            Take it back, or make it a new version: raise SCHEMA_VERSION to %d, have every reader bear both \
            versions (docs/events.md, "A breaking change"), then write its schema with
              %s"""
                .formatted(
                    event.type().getSimpleName(),
                    told(breaking),
                    event.schemaVersion() + 1,
                    ACCEPT));
  }

  private static void accept(Path file, ObjectNode current, String why) throws IOException {
    if (System.getProperty("bellwether.schemas.accept") == null) {
      fail(
          "%s: %n%s%nThat breaks nobody. To release it, write the schema anew and commit it:%n  %s"
              .formatted(file.getFileName(), why, ACCEPT));
    }
    Files.writeString(
        file,
        Repository.JSON
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(current)
            + "\n");
  }

  private static Path fileOf(EventType event) {
    return RELEASED.resolve(EventSchemas.nameOf(event) + ".json");
  }

  private static String told(List<? extends Difference> differences) {
    return differences.stream()
        .map(d -> "  " + (d.path().isEmpty() ? "the event" : d.path()) + ": " + d.what())
        .collect(joining("\n"));
  }
}
