package dev.bellwether.contractdocs.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import dev.bellwether.contracts.kafka.EventType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A JSON Schema (2020-12) for each kind of event. A field must be there when its Java type is
 * primitive or {@code @JsonProperty(required = true)} says so; objects are open, because readers
 * ignore fields they do not know.
 */
public final class EventSchemas {

  /** Seconds may be missing: {@link LocalDateTime#toString()} leaves out zeros. */
  private static final String LOCAL_TIME =
      "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?$";

  private static final String VERSION = "schemaVersion";

  private final ObjectMapper json;
  private final SourceJavadoc javadoc;

  public EventSchemas(ObjectMapper json, SourceJavadoc javadoc) {
    this.json = json;
    this.javadoc = javadoc;
  }

  /** As the file of its schema is named: {@code ad-performance-1}. */
  public static String nameOf(EventType event) {
    return kebab(event.type().getSimpleName()) + "-" + event.schemaVersion();
  }

  /** {@code ad-performance} of {@code AdPerformance}. */
  public static String kebab(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when a field of the record is not described
   */
  public ObjectNode schemaOf(EventType event) {
    var generated = generator(event).generateSchema(event.type());
    var schema = json.createObjectNode();
    schema.set("$schema", generated.get("$schema"));
    schema.put("$id", "urn:bellwether:schema:" + nameOf(event));
    schema.put("title", event.type().getSimpleName());
    schema.put(
        "description",
        javadoc.of(event.type()).text()
            + " A field that has no value is left out, never null. Readers ignore fields they do not know.");
    schema.setAll(generated);
    open(schema);
    return schema;
  }

  private SchemaGenerator generator(EventType event) {
    var config =
        new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.RESPECT_JSONPROPERTY_REQUIRED,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(Option.INLINE_ALL_SCHEMAS, Option.EXTRA_OPEN_API_FORMAT_VALUES);
    config
        .forTypesInGeneral()
        .withPropertySorter((one, other) -> Integer.compare(position(one), position(other)))
        .withCustomDefinitionProvider(
            (type, context) ->
                type.getErasedType() == LocalDateTime.class
                    ? new CustomDefinition(
                        json.createObjectNode().put("type", "string").put("pattern", LOCAL_TIME))
                    : null);
    config
        .forFields()
        .withRequiredCheck(field -> field.getType().getErasedType().isPrimitive())
        .withDescriptionResolver(this::descriptionOf)
        .withInstanceAttributeOverride(
            (attributes, field, context) -> {
              if (field.getDeclaredName().equals(VERSION)) {
                attributes.put("const", event.schemaVersion());
              }
            });
    return new SchemaGenerator(config.build());
  }

  /** Fields stand in the order of the record's components. */
  private static int position(MemberScope<?, ?> member) {
    var components = member.getDeclaringType().getErasedType().getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    return names.indexOf(member.getDeclaredName());
  }

  private String descriptionOf(FieldScope field) {
    var type = field.getType().getErasedType();
    if (field.isFakeContainerItemScope()) {
      return type.isRecord() ? javadoc.of(type).text() : null;
    }
    var owner = field.getDeclaringType().getErasedType();
    var text = javadoc.of(owner).parameters().get(field.getDeclaredName());
    if (text == null) {
      throw new IllegalArgumentException(
          "%s: no @param says what %s is, and in which unit"
              .formatted(owner.getCanonicalName(), field.getDeclaredName()));
    }
    return type.isRecord() ? text + ". " + javadoc.of(type).text() : text;
  }

  private static void open(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", true);
    }
    schema.forEach(EventSchemas::open);
  }
}
