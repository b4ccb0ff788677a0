package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.local.system.TestSuite.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * A record that no service can read comes upon a running suite: it is put aside by each, holds up
 * nothing, is replayed in vain, is mended and replayed, and then counts once.
 */
final class DeadLetterScenario {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String KEY = RecordKey.of("default", "x:poison").encode();
  private static final String POISON = "{\"id\": \"x:poison\", \"text\": \"the secret";
  private static final int POSTS_AFTER = 20;

  private final TestSuite suite;
  private final Path folder;

  DeadLetterScenario(TestSuite suite, Path folder) {
    this.suite = suite;
    this.folder = folder;
  }

  void play() throws Exception {
    var before = Counts.of(suite.gateway());
    write(POISON);
    postMore();
    awaitCounts(before.archived() + POSTS_AFTER, before.scored() + POSTS_AFTER);
    awaitRefusedByAll("");

    assertReplayed(replay());
    awaitRefusedByAll("replayed before: 1");

    assertReplayed(replay("--value", mended().toString()));
    awaitCounts(before.archived() + POSTS_AFTER + 1, before.scored() + POSTS_AFTER + 1);
    assertEquals("replayed 0, superseded 0, stay 0\n", replay().out());
    assertTrue(list().out().contains("mentions: 0 records wait"), () -> list().out());
  }

  /** On every partition, so that one that stands still would be noticed. */
  private void postMore() {
    var rows = new StringBuilder();
    for (int i = 0; i < POSTS_AFTER; i++) {
      rows.append(
              new ObjectMapper()
                  .createObjectNode()
                  .put("id", "after-" + i)
                  .put("platform", "x")
                  .put("text", "all goes on")
                  .put("createdAt", "2017-01-01T00:00:00Z"))
          .append('\n');
    }
    var answer = suite.gateway().post("/v1/mentions", "application/x-ndjson", rows.toString());
    assertEquals(POSTS_AFTER, answer.get("accepted").asInt());
  }

  private void awaitCounts(long archived, long scored) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var counts = Counts.of(suite.gateway());
              assertEquals(archived, counts.archived());
              assertEquals(scored, counts.scored());
            });
  }

  private void awaitRefusedByAll(String and) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              var listed = list();
              assertEquals(0, listed.exit(), listed.err());
              assertTrue(
                  listed.out().contains("mentions: 1 records wait (3 letters)"), listed.out());
              for (var service : List.of("ingest-service", "sentiment-service", "trend-service")) {
                assertTrue(listed.out().contains(service), listed.out());
              }
              assertTrue(listed.out().contains("is no JSON"), listed.out());
              assertTrue(listed.out().contains(and), listed.out());
              assertFalse(listed.out().contains("secret"), listed.out());
            });
  }

  private static void assertReplayed(CommandResult result) {
    assertEquals("replayed 1, superseded 0, stay 0\n", result.out(), result.err());
    assertEquals(0, result.exit());
  }

  private CommandResult list() {
    return suite.run("replay", List.of("--list", Topics.MENTIONS));
  }

  private CommandResult replay(String... options) {
    var arguments = new ArrayList<>(List.of(Topics.MENTIONS));
    arguments.addAll(List.of(options));
    return suite.run("replay", arguments);
  }

  private Path mended() throws IOException {
    return Files.writeString(
        folder.resolve("mended.json"),
        """
        {"schemaVersion": 1, "workspace": "default", "id": "x:poison", "revision": 1, "cause": "captured",
         "platform": "x", "text": "I love it, mended by hand", "language": "en",
         "createdAt": "2017-01-01T00:00:00Z", "observedAt": "2017-01-01T00:00:00Z",
         "author": {}, "engagement": {"likes": 0, "reposts": 0, "replies": 0, "views": 0},
         "flags": {"spam": 0}}
        """);
  }

  private void write(String value) throws ExecutionException, InterruptedException {
    Map<String, Object> settings = Map.of("bootstrap.servers", suite.kafka(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.MENTIONS, KEY, value)).get();
    }
  }
}
