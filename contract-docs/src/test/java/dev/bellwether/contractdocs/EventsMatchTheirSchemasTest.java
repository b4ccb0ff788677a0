package dev.bellwether.contractdocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.bellwether.contracts.kafka.EventType;
import dev.bellwether.contracts.kafka.EventTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden events hold by their schemas, and what the schema asks for the reader asks for too. */
class EventsMatchTheirSchemasTest {

  /** As the services read. */
  private static final ObjectMapper READER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  static List<EventType> events() {
    return EventTypes.ALL;
  }

  @ParameterizedTest
  @MethodSource("events")
  void aGoldenEventIsValid(EventType event) {
    assertEquals(Set.of(), errors(event, Repository.golden(event)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsLeftWithoutItsOptionalFieldsIsValidAndReadsAndIsWrittenWithoutNulls(EventType event)
      throws JsonProcessingException {
    var bare = bare(Repository.golden(event), Repository.schemaOf(event));
    assertEquals(Set.of(), errors(event, bare));
    var written = READER.valueToTree(READER.treeToValue(bare, event.type()));
    assertEquals(Set.of(), errors(event, written));
  }

  @ParameterizedTest
  @MethodSource("events")
  void withoutARequiredFieldItIsNeitherValidNorRead(EventType event) {
    for (var name : Repository.schemaOf(event).get("required")) {
      var broken = Repository.golden(event);
      broken.remove(name.asText());
      assertFalse(errors(event, broken).isEmpty(), name::asText);
      assertThrows(
          MismatchedInputException.class,
          () -> READER.treeToValue(broken, event.type()),
          name::asText);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void aFieldNobodyKnowsIsValidAndIgnored(EventType event) throws JsonProcessingException {
    var more = Repository.golden(event).put("invented", "tomorrow");
    assertEquals(Set.of(), errors(event, more));
    assertEquals(
        READER.treeToValue(Repository.golden(event), event.type()),
        READER.treeToValue(more, event.type()));
  }

  static Stream<Arguments> plantedErrors() {
    return Stream.of(
        planted(EventTypes.MENTION, "/cause", mention -> mention.put("cause", "guessed")),
        planted(EventTypes.MENTION, "/createdAt", mention -> mention.put("createdAt", "yesterday")),
        planted(EventTypes.MENTION, "/schemaVersion", mention -> mention.put("schemaVersion", 2)),
        planted(EventTypes.MENTION, "/revision", mention -> mention.put("revision", "two")),
        planted(
            EventTypes.MENTION,
            "/engagement/likes",
            mention -> ((ObjectNode) mention.get("engagement")).put("likes", 0.5)),
        planted(EventTypes.MENTION, "/hashtags", mention -> mention.put("hashtags", "kettle")),
        planted(
            EventTypes.SCORED_MENTION,
            "/probabilities",
            score -> ((ObjectNode) score.get("probabilities")).remove("neutral")),
        planted(EventTypes.TREND_FOUND, "/state", trend -> trend.put("state", "RISING")),
        planted(
            EventTypes.AD_PERFORMANCE, "/spendMicros", row -> row.put("spendMicros", 12.345678)),
        planted(EventTypes.AD_PERFORMANCE, "/revenueMicros", row -> row.putNull("revenueMicros")),
        planted(
            EventTypes.AD_PERFORMANCE,
            "/window/start",
            row -> ((ObjectNode) row.get("window")).put("start", "2026-11-01T00:00:00Z")),
        planted(EventTypes.BUDGET_PLAN, "/day", plan -> plan.put("day", "22.11.2026")),
        planted(
            EventTypes.BUDGET_PLAN,
            "/lines/0",
            plan -> ((ObjectNode) plan.at("/lines/0")).remove("plannedMicros")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("plantedErrors")
  void aPlantedErrorIsFoundWhereItIs(
      String name, String place, EventType event, ObjectNode broken) {
    assertEquals(Set.of(place), errors(event, broken));
  }

  @Test
  void everyFieldSaysWhatItIs() {
    for (var event : EventTypes.ALL) {
      assertDescribed(event.topic(), Repository.schemaOf(event));
    }
  }

  private static Arguments planted(EventType event, String place, Consumer<ObjectNode> error) {
    var broken = Repository.golden(event);
    error.accept(broken);
    return Arguments.of(event.type().getSimpleName(), place, event, broken);
  }

  private static void assertDescribed(String path, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              var name = path + "." + field.getKey();
              assertTrue(field.getValue().path("description").asText().length() > 3, name);
              assertDescribed(name, field.getValue());
              assertDescribed(name, field.getValue().path("items"));
            });
  }

  /** Only what the schema requires, at any depth. */
  private static ObjectNode bare(ObjectNode event, JsonNode schema) {
    var bare = event.deepCopy();
    var required = new HashSet<String>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    bare.retain(required);
    for (var name : required) {
      if (bare.get(name) instanceof ObjectNode inner) {
        bare.set(name, bare(inner, schema.at("/properties/" + name)));
      }
    }
    return bare;
  }

  /** Where the document breaks the event's schema, as JSON Pointers. */
  private static Set<String> errors(EventType event, JsonNode document) {
    var places = new HashSet<String>();
    for (var error : validator(event).validate(document.toString(), InputFormat.JSON)) {
      places.add(error.getInstanceLocation().toString());
    }
    return places;
  }

  private static Schema validator(EventType event) {
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
        .getSchema(Repository.schemaOf(event));
  }
}
