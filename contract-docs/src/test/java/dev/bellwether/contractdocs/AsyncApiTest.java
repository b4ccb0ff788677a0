package dev.bellwether.contractdocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contractdocs.asyncapi.AsyncApi;
import dev.bellwether.contracts.kafka.EventType;
import dev.bellwether.contracts.kafka.EventTypes;
import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final Set<String> WRITTEN_BY_STREAMS = Set.of(Topics.TRENDS, Topics.SIGNALS);

  private final JsonNode document =
      new AsyncApi(Repository.JSON, Repository.schemas()).document("1.2.3");

  @Test
  void everyTopicOfTheSuiteIsAChannelAndNothingElseIs() {
    var channels = new TreeSet<String>();
    document.get("channels").forEach(channel -> channels.add(channel.get("address").asText()));
    assertEquals(
        Topics.ALL.stream().map(TopicSpec::name).collect(Collectors.toCollection(TreeSet::new)),
        channels);
    assertEquals(
        "604800000",
        document
            .at("/channels/mentions-dlq/bindings/kafka/topicConfiguration/retention.ms")
            .asText());
    assertEquals(4, document.at("/channels/mentions/bindings/kafka/partitions").asInt());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var references = document.findValues("$ref");
    assertFalse(references.isEmpty());
    for (var reference : references) {
      assertFalse(document.at(reference.asText().substring(1)).isMissingNode(), reference::asText);
    }
  }

  @Test
  void theKeyIsDescribedByFieldsThatTheEventHas() {
    for (var event : EventTypes.ALL) {
      for (var part : event.keyParts()) {
        var field = "/properties/" + part.replace(".", "/properties/");
        assertFalse(Repository.schemaOf(event).at(field).isMissingNode(), event.topic() + part);
      }
    }
  }

  /** The settings of the services are what really happens. */
  @Test
  void whoIsSaidToReadOrWriteATopicHasItInItsSettings() throws IOException {
    assertEquals(
        EventTypes.ALL.stream()
            .flatMap(event -> event.readers().stream().map(reader -> reader + " " + event.topic()))
            .collect(Collectors.toCollection(TreeSet::new)),
        channels("incoming"));
    assertEquals(
        EventTypes.ALL.stream()
            .flatMap(event -> event.writers().stream().map(writer -> writer + " " + event.topic()))
            .collect(Collectors.toCollection(TreeSet::new)),
        channels("outgoing"));
  }

  private static Set<String> channels(String direction) throws IOException {
    var topic = Pattern.compile("mp\\.messaging\\." + direction + "\\.\\w+\\.topics?");
    var found = new TreeSet<String>();
    for (var service :
        Set.of("ingest-service", "sentiment-service", "trend-service", "campaign-optimizer")) {
      var settings = settings(service);
      settings
          .stringPropertyNames()
          .forEach(
              name -> {
                if (topic.matcher(name).matches() || name.equals(plainClients(direction))) {
                  for (var one : settings.getProperty(name).split(",", -1)) {
                    found.add(service + " " + one);
                  }
                }
              });
    }
    addStreams(direction, found);
    addErasures(direction, found);
    return found;
  }

  /** What a service reads as a table, or writes in transactions, goes through no channel. */
  private static String plainClients(String direction) {
    return direction.equals("incoming")
        ? "bellwether.monitors.topic"
        : "bellwether.transaction.topics";
  }

  /** One setting has a service read erasures and acknowledge them. */
  private static void addErasures(String direction, Set<String> found) throws IOException {
    for (var service : Set.of("ingest-service", "sentiment-service", "trend-service")) {
      if (settings(service).containsKey("bellwether.erasures.groups")) {
        found.add(
            service + " " + (direction.equals("incoming") ? Topics.ERASURES : Topics.ERASURE_ACKS));
      }
    }
  }

  /** Kafka Streams names its topics in one list: those of others it reads, its own it reads too. */
  private static void addStreams(String direction, Set<String> found) throws IOException {
    for (var topic :
        settings("trend-service").getProperty("quarkus.kafka-streams.topics").split(",", -1)) {
      boolean event = EventTypes.ALL.stream().map(EventType::topic).anyMatch(topic::equals);
      if (event && (direction.equals("incoming") || WRITTEN_BY_STREAMS.contains(topic))) {
        found.add("trend-service " + topic);
      }
    }
  }

  private static Properties settings(String service) throws IOException {
    var properties = new Properties();
    try (Reader file =
        Files.newBufferedReader(
            Repository.root().resolve(service + "/src/main/resources/application.properties"))) {
      properties.load(file);
    }
    return properties;
  }
}
