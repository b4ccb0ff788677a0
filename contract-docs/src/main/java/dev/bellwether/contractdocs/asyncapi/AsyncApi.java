package dev.bellwether.contractdocs.asyncapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contractdocs.schema.EventSchemas;
import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.EventType;
import dev.bellwether.contracts.kafka.EventTypes;
import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.util.List;

/**
 * The AsyncAPI 3.0 document of the suite: a channel for each topic, a message for each kind of
 * event, and an operation for each service that sends or receives.
 */
public final class AsyncApi {

  private static final String BINDING = "0.5.0";

  private final ObjectMapper json;
  private final EventSchemas schemas;

  public AsyncApi(ObjectMapper json, EventSchemas schemas) {
    this.json = json;
    this.schemas = schemas;
  }

  /**
   * @param version of the suite
   */
  public ObjectNode document(String version) {
    var document = json.createObjectNode();
    document.put("asyncapi", "3.0.0");
    document.set("info", info(version));
    document.put("defaultContentType", "application/json");
    document
        .putObject("servers")
        .putObject("kafka")
        .put("host", "{bootstrapServers}")
        .put("protocol", "kafka")
        .putObject("variables")
        .putObject("bootstrapServers")
        .put("default", "localhost:9092")
        .put("description", "KAFKA_BOOTSTRAP_SERVERS of the services");
    var channels = document.putObject("channels");
    var operations = document.putObject("operations");
    var components = document.putObject("components");
    var messages = components.putObject("messages");
    var payloads = components.putObject("schemas");
    for (var event : EventTypes.ALL) {
      var name = messageOf(event);
      payloads.set(name, payload(event));
      messages.set(name, message(event));
      messages.set(name + "-removed", removal(event));
      messages.set(name + "-dead-letter", deadLetter(event));
      channels.set(event.topic(), channel(event));
      channels.set(Topics.deadLettersOf(event.topic()), deadLetters(event));
      addOperations(operations, event);
    }
    components.putObject("messageTraits").set("traced", traced());
    payloads.set("dead-letter-headers", deadLetterHeaders());
    return document;
  }

  private ObjectNode info(String version) {
    var info = json.createObjectNode();
    info.put("title", "Bellwether events");
    info.put("version", version);
    info.put(
        "description",
        """
        What Bellwether's services say to one another over Kafka. Values are JSON (UTF-8), keys are text. \
        A compacted topic keeps the last record of a key, so each record is whole, never a delta. \
        Delivery is at least once: a reader remembers the revision it has applied. \
        A record that a reader cannot use goes to `<topic>-dlq`; `./bellwether replay` sends it again.""");
    info.putObject("license").put("name", "Apache-2.0");
    return info;
  }

  private static String messageOf(EventType event) {
    return EventSchemas.kebab(event.type().getSimpleName());
  }

  /** The schema as a component: what names the whole document has no place inside another. */
  private ObjectNode payload(EventType event) {
    var schema = schemas.schemaOf(event);
    schema.remove(List.of("$schema", "$id"));
    return schema;
  }

  private ObjectNode message(EventType event) {
    var message = keyed(event);
    message.put("name", messageOf(event));
    message.put("title", event.type().getSimpleName());
    message.put("contentType", "application/json");
    message.put("x-schema-version", event.schemaVersion());
    message.set("payload", reference("schemas", messageOf(event)));
    message.putArray("traits").add(reference("messageTraits", "traced"));
    return message;
  }

  private ObjectNode removal(EventType event) {
    var message = keyed(event);
    message.put("name", messageOf(event) + "-removed");
    message.put("title", event.type().getSimpleName() + " removed");
    message.put("description", "A record without a value: what has this key is no more.");
    message.putObject("payload").put("type", "null");
    message.putArray("traits").add(reference("messageTraits", "traced"));
    return message;
  }

  private ObjectNode deadLetter(EventType event) {
    var message = keyed(event);
    message.put("name", messageOf(event) + "-dead-letter");
    message.put("title", event.type().getSimpleName() + " that could not be used");
    message.put(
        "description",
        "The record as it came, with its headers and these. Its value may be anything, also nothing.");
    message.put("contentType", "application/octet-stream");
    message.set("headers", reference("schemas", "dead-letter-headers"));
    message.putObject("payload");
    return message;
  }

  private ObjectNode keyed(EventType event) {
    var message = json.createObjectNode();
    var kafka = message.putObject("bindings").putObject("kafka");
    kafka
        .putObject("key")
        .put("type", "string")
        .put(
            "description",
            String.join(" | ", event.keyParts())
                + ": joined by `|`; `|` and `\\` inside a part are escaped by `\\`");
    kafka.put("bindingVersion", BINDING);
    return message;
  }

  private ObjectNode channel(EventType event) {
    var channel = channel(event.topic());
    channel.put("title", event.type().getSimpleName());
    channel.put(
        "description",
        "Written by %s, read by %s. The partition is chosen by %s."
            .formatted(
                String.join(", ", event.writers()),
                event.readers().isEmpty() ? "nobody yet" : String.join(", ", event.readers()),
                String.join(" and ", event.partitionedBy())));
    var messages = channel.putObject("messages");
    for (var name : List.of(messageOf(event), messageOf(event) + "-removed")) {
      messages.set(name, reference("messages", name));
    }
    return channel;
  }

  private ObjectNode deadLetters(EventType event) {
    var channel = channel(Topics.deadLettersOf(event.topic()));
    channel.put("title", "Dead letters of " + event.topic());
    channel.put(
        "description", "Records of %s that a reader could not use.".formatted(event.topic()));
    var name = messageOf(event) + "-dead-letter";
    channel.putObject("messages").set(name, reference("messages", name));
    return channel;
  }

  private ObjectNode channel(String topic) {
    var spec =
        Topics.ALL.stream().filter(known -> known.name().equals(topic)).findFirst().orElseThrow();
    var channel = json.createObjectNode();
    channel.put("address", topic);
    var kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic).put("partitions", spec.partitions());
    addConfiguration(kafka.putObject("topicConfiguration"), spec);
    kafka.put("bindingVersion", BINDING);
    return channel;
  }

  private static void addConfiguration(ObjectNode configuration, TopicSpec spec) {
    var config = spec.config();
    var policies = configuration.putArray("cleanup.policy");
    List.of(config.get("cleanup.policy").split(",", -1)).forEach(policies::add);
    for (var number : List.of("retention.ms", "delete.retention.ms", "max.message.bytes")) {
      if (config.containsKey(number)) {
        configuration.put(number, Long.parseLong(config.get(number)));
      }
    }
  }

  private void addOperations(ObjectNode operations, EventType event) {
    var dead = Topics.deadLettersOf(event.topic());
    for (var writer : event.writers()) {
      operations.set(writer + "-sends-" + event.topic(), operation("send", writer, event.topic()));
    }
    for (var reader : event.readers()) {
      operations.set(
          reader + "-receives-" + event.topic(), operation("receive", reader, event.topic()));
      operations.set(reader + "-sends-" + dead, operation("send", reader, dead));
    }
  }

  private ObjectNode operation(String action, String service, String topic) {
    var operation = json.createObjectNode();
    operation.put("action", action);
    operation.putObject("channel").put("$ref", "#/channels/" + topic);
    operation.putArray("tags").addObject().put("name", service);
    return operation;
  }

  private ObjectNode traced() {
    var trait = json.createObjectNode();
    var headers = trait.putObject("headers");
    headers.put("type", "object");
    var properties = headers.putObject("properties");
    text(properties, "traceparent", "W3C Trace Context, when tracing is on");
    text(properties, "tracestate", "W3C Trace Context, when tracing is on");
    text(
        properties,
        DeadLetterHeaders.REPLAYED,
        "how many times the record has been replayed from the dead letters; not there for never");
    return trait;
  }

  private ObjectNode deadLetterHeaders() {
    var headers = json.createObjectNode();
    headers.put("type", "object");
    headers.put(
        "description",
        "Values are UTF-8 text. Beside letters the topic holds receipts of ./bellwether replay: no value, and the headers %s and %s."
            .formatted(DeadLetterHeaders.SETTLES, DeadLetterHeaders.OUTCOME));
    var properties = headers.putObject("properties");
    text(properties, DeadLetterHeaders.TOPIC, "the topic it stood on");
    text(properties, DeadLetterHeaders.PARTITION, "the partition it stood in, a decimal number");
    text(properties, DeadLetterHeaders.OFFSET, "the offset it stood at, a decimal number");
    text(properties, DeadLetterHeaders.APPLICATION, "the service that could not use it");
    text(properties, DeadLetterHeaders.ERROR_CLASS, "class of the Java exception");
    text(
        properties,
        DeadLetterHeaders.ERROR_MESSAGE,
        "what was wrong, in one line that quotes nothing of the value");
    text(
        properties,
        DeadLetterHeaders.VALUE_LEFT_OUT,
        "on a letter without its value, which was too large for one: how many bytes it had");
    text(properties, DeadLetterHeaders.REPLAYED, "how many times it had been replayed before");
    text(
        properties,
        DeadLetterHeaders.SETTLES,
        "on a receipt: offsets of the letters that are settled, separated by commas");
    text(properties, DeadLetterHeaders.OUTCOME, "on a receipt: replayed or superseded");
    return headers;
  }

  private static void text(ObjectNode properties, String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
  }

  private ObjectNode reference(String kind, String name) {
    return json.createObjectNode().put("$ref", "#/components/%s/%s".formatted(kind, name));
  }
}
