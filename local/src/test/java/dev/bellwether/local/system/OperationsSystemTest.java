package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.suite.Component;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator relies on: traces, logs, metrics, and services that stop in order. */
class OperationsSystemTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each would be recognised anywhere: a text, a name, an address, a key, a token. */
  private static final List<String> PRIVATE =
      List.of(
          "zebrapudding",
          "@quillfeather",
          "ottoline@nowhere.example",
          "bw_" + "hippogriff".repeat(5).substring(0, 43),
          "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtb29uY2FsZiJ9.c2lnbmF0dXJl");

  private static Traces traces;
  private static TestSuite suite;

  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * The session outlasts any stall of a loaded machine: a member taken for dead has its batch read
   * again, which is right, and no defect of a stop in order.
   */
  @BeforeAll
  static void start() {
    traces = Traces.collect();
    suite =
        TestSuite.start(
            "operations",
            """
            quarkus.otel.sdk.disabled=false
            quarkus.otel.exporter.otlp.endpoint=%s
            quarkus.otel.bsp.schedule.delay=200ms
            quarkus.log.console.json.enabled=true
            kafka.session.timeout.ms=120000
            """
                .formatted(traces.endpoint()));
  }

  @AfterAll
  static void stop() {
    suite.close();
    traces.close();
  }

  @Test
  void onePostIsOneTraceFromTheDoorToTheLastService() throws Exception {
    var request =
        call("/v1/mentions", suite.suite().apiKey())
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .POST(BodyPublishers.ofString("[" + post("traced", "I love it") + "]"))
            .build();
    assertEquals(200, http.send(request, BodyHandlers.discarding()).statusCode());
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<String> spans = traces.of(TRACE);
              for (String step :
                  List.of(
                      "gateway: POST",
                      "ingest-service: POST /v1/mentions",
                      "ingest-service: mentions publish",
                      "sentiment-service: mentions receive",
                      "sentiment-service: scored-mentions publish",
                      "ingest-service: scored-mentions receive")) {
                assertTrue(
                    spans.stream().anyMatch(span -> span.startsWith(step)),
                    () -> step + " is missing in " + spans);
              }
            });
  }

  @Test
  void nothingPrivateComesIntoALogOrAMetric() throws Exception {
    String words = String.join(" ", PRIVATE);
    sendWhatIsTaken(words);
    sendWhatIsRefused(words);
    writeWhatCannotBeUsed(words);
    awaitCaughtUp();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> suite.log(Component.SENTIMENT).contains("to the dead letters"));
    for (Component part : Component.services()) {
      String log = suite.log(part);
      String metrics = metrics(part);
      for (String secret : PRIVATE) {
        assertFalse(log.contains(secret), () -> part + " logged " + lineWith(secret, log));
        assertFalse(metrics.contains(secret), () -> part + " counts " + lineWith(secret, metrics));
      }
      for (String line : log.lines().filter(text -> !text.isBlank()).toList()) {
        if (line.startsWith("{")) {
          assertTrue(JSON.readTree(line).hasNonNull("service"), line);
        }
      }
      assertTrue(log.lines().anyMatch(line -> line.startsWith("{")), part + " logs no JSON");
    }
  }

  @Test
  void aServiceThatIsToldToStopFinishesItsBatchAndRepeatsNothing() throws Exception {
    int posts = 4000;
    var sender =
        CompletableFuture.runAsync(
            () -> {
              for (int batch = 0; batch < 20; batch++) {
                int first = batch * (posts / 20);
                suite
                    .gateway()
                    .post(
                        "/v1/mentions",
                        "application/json",
                        IntStream.range(first, first + posts / 20)
                            .mapToObj(i -> post("stop-" + i, "I love it, post " + i))
                            .collect(Collectors.joining(",", "[", "]")));
              }
            });
    for (int stop = 0; stop < 2; stop++) {
      long before = scored().size();
      int wanted = posts / 8;
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> scored().size() >= Math.min(before + wanted, posts));
      ProcessHandle sentiment = suite.suite().process(Component.SENTIMENT).orElseThrow();
      sentiment.destroy();
      Awaitility.await().atMost(PATIENCE).until(() -> !sentiment.isAlive());
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> suite.suite().process(Component.SENTIMENT).isPresent());
    }
    sender.join();
    Awaitility.await().atMost(PATIENCE).until(() -> scored().size() >= posts);
    awaitCaughtUp();
    assertEquals(posts, scored().size());
    assertEquals(
        List.of(),
        scored().entrySet().stream().filter(score -> score.getValue() != 1).toList(),
        "scored more than once");
  }

  private void sendWhatIsTaken(String words) {
    JsonNode answer =
        suite
            .gateway()
            .post(
                "/v1/mentions",
                "application/json",
                "[" + post("private-1", words) + "," + post("private-2", words) + "]");
    assertEquals(2, answer.get("accepted").asInt(), answer::toString);
    suite
        .gateway()
        .post(
            "/v1/monitors",
            "application/json",
            "{\"name\":\""
                + PRIVATE.getFirst()
                + "\",\"keywords\":[\""
                + PRIVATE.getFirst()
                + "\"]}");
    suite.gateway().get("/v1/mentions?q=" + PRIVATE.getFirst());
  }

  private void sendWhatIsRefused(String words) throws Exception {
    String key = suite.suite().apiKey();
    String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
    refused(key, "/v1/mentions", "{\"id\": " + words);
    refused(key, "/v1/monitors", "{\"name\":[\"" + words + "\"],\"keywords\":\"" + words + "\"}");
    refused(key, "/v1/ad-performance", "[{\"account\":\"" + words + "\",");
    refused(
        key, "/v1/budget-plans", "{\"account\":{\"" + words + "\":1},\"goal\":\"" + words + "\"}");
    refused(key, "/v1/sentiment/score", "{\"text\":[\"" + words + "\"]}");
    refused(PRIVATE.get(3), "/v1/mentions", "[]");
    refused(PRIVATE.get(4), "/v1/mentions", "[]");
    for (String path :
        List.of(
            "/v1/sentiment?from=", "/v1/trends?from=", "/v1/mentions?cursor=", "/v1/mentions/")) {
      http.send(call(path + query, key).GET().build(), BodyHandlers.discarding());
    }
    for (Component service : Component.services()) {
      for (String path :
          List.of("/v1/mentions", "/v1/sentiment", "/v1/trends", "/v1/budget-plans")) {
        http.send(
            HttpRequest.newBuilder(URI.create(suite.url(service) + path + "?q=" + query))
                .header("Authorization", "Bearer " + PRIVATE.get(4))
                .build(),
            BodyHandlers.discarding());
      }
    }
    JsonNode rejected =
        suite
            .gateway()
            .post(
                "/v1/mentions",
                "application/json",
                "[" + post("private-3", words).replace("2026-11-01T10:00:00Z", words) + "]");
    assertEquals(1, rejected.get("rejected").asInt());
  }

  private void refused(String key, String path, String body) throws Exception {
    int status =
        http.send(
                call(path, key).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.discarding())
            .statusCode();
    assertTrue(status >= 400 || path.equals("/v1/mentions"), path + " was answered " + status);
  }

  /** Records that do not read, break the contract, or are refused by the database. */
  private static void writeWhatCannotBeUsed(String words) throws Exception {
    var settings = new Properties();
    settings.put("bootstrap.servers", suite.suite().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (String topic : List.of("mentions", "scored-mentions", "ad-performance")) {
        producer.send(new ProducerRecord<>(topic, "default|x:bad", "{\"text\": " + words)).get();
        producer
            .send(
                new ProducerRecord<>(
                    topic,
                    "default|x:bad",
                    "{\"workspace\":\"default\",\"id\":\"x:bad\",\"revision\":\"" + words + "\"}"))
            .get();
      }
      String nul = "{\"schemaVersion\":1,\"workspace\":\"default\",\"id\":\"x:nul\\u0000\",";
      producer
          .send(
              new ProducerRecord<>(
                  "mentions",
                  "default|x:nul\0",
                  nul
                      + "\"revision\":1,\"cause\":\"captured\",\"platform\":\"x\",\"language\":\"en\","
                      + "\"createdAt\":\"2026-11-01T10:00:00Z\",\"observedAt\":\"2026-11-01T10:00:00Z\","
                      + "\"monitors\":[],\"hashtags\":[],\"mentioned\":[],\"links\":[],"
                      + "\"text\":\""
                      + words
                      + " \\u0000\"}"))
          .get();
    }
  }

  private static HttpRequest.Builder call(String path, String key) {
    return HttpRequest.newBuilder(URI.create(suite.suite().gatewayUrl() + path))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + key);
  }

  private static String post(String id, String text) {
    return """
        {"id":"%s","platform":"x","text":"%s","createdAt":"2026-11-01T10:00:00Z","language":"en","author":"%s"}
        """
        .formatted(id, text, PRIVATE.get(1))
        .strip();
  }

  /** Until every reader says that nothing waits for it. */
  private static void awaitCaughtUp() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonNode services = JSON.readTree(get(suite.suite().gatewayUrl() + "/health"));
              return services.findValues("lag").stream().allMatch(lag -> lag.asLong() == 0)
                  && services.path("status").asText().equals("UP");
            });
  }

  private static String metrics(Component service) throws IOException, InterruptedException {
    if (service != Component.GATEWAY) {
      return get(suite.url(service) + "/q/metrics");
    }
    String log = suite.log(Component.GATEWAY);
    String said = "Management interface listening on ";
    String address = log.substring(log.indexOf(said) + said.length());
    return get(address.substring(0, address.indexOf(".\"")) + "/q/metrics");
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private static String lineWith(String secret, String text) {
    return text.lines().filter(line -> line.contains(secret)).findFirst().orElse("");
  }

  /** How often each post of the test was scored, by key. */
  private static Map<String, Integer> scored() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", suite.suite().bootstrapServers(), "auto.offset.reset", "earliest");
    var counts = new HashMap<String, Integer>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor("scored-mentions").stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.key().contains("stop-")) {
                    counts.merge(record.key(), 1, Integer::sum);
                  }
                });
      }
    }
    return counts;
  }
}
