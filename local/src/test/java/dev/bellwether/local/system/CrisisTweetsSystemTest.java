package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.system.TestSuite.CommandResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** 60,082 real tweets, shuffled in time, through the real door. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrisisTweetsSystemTest {

  private static final Logger LOG = Logger.getLogger(CrisisTweetsSystemTest.class.getName());
  private static final int ROWS = 60_082;
  private static final int TWEETS = 60_078;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long SEED = 20261121;

  private static CrisisTweets tweets;
  private static TestSuite undisturbed;
  private static Counts expected;

  @BeforeAll
  static void start() {
    tweets = new CrisisTweets(SharedData.at("crisislex/T6"));
    undisturbed = TestSuite.start("undisturbed");
  }

  @AfterAll
  static void stop() {
    if (undisturbed != null) {
      undisturbed.close();
    }
  }

  @Test
  @Order(1)
  void everyTweetIsAcceptedOnceArchivedAndScoredAndCountedByMonitor() throws IOException {
    makeMonitors(undisturbed);

    CommandResult result = ingest(undisturbed);

    JsonNode counts = new ObjectMapper().readTree(result.out());
    assertEquals(0, result.exit(), result.err());
    assertEquals(TWEETS, counts.get("accepted").asInt());
    assertEquals(ROWS - TWEETS, counts.get("duplicate").asInt());
    assertEquals(0, counts.get("rejected").asInt());
    expected = settled(undisturbed);
    tweets
        .mentionsByMonitor()
        .forEach(
            (monitor, mentions) ->
                assertEquals(mentions.longValue(), expected.mentions(monitor), monitor));
  }

  @Test
  @Order(2)
  void theSameFilesAgainAreAllDuplicatesAndChangeNoCount() throws IOException {
    CommandResult result = ingest(undisturbed);

    JsonNode counts = new ObjectMapper().readTree(result.out());
    assertEquals(0, counts.get("accepted").asInt());
    assertEquals(ROWS, counts.get("duplicate").asInt());
    assertEquals(expected, settled(undisturbed));
    undisturbed.close();
  }

  @Test
  @Order(3)
  void killingEachServiceOnceDuringTheIngestChangesNoCount() throws Exception {
    try (TestSuite disturbed = TestSuite.start("disturbed")) {
      makeMonitors(disturbed);
      var ingest = CompletableFuture.supplyAsync(() -> ingest(disturbed));
      for (Killing killing : killings()) {
        awaitArchived(disturbed, killing.afterTweets(), ingest);
        long pid = disturbed.suite().process(killing.service()).orElseThrow().pid();
        LOG.info("kill -9 " + killing.service() + " (" + pid + ") after " + killing.afterTweets());
        disturbed.suite().process(killing.service()).ifPresent(ProcessHandle::destroyForcibly);
      }
      CommandResult result = ingest.get();

      JsonNode counts = new ObjectMapper().readTree(result.out());
      assertEquals(TWEETS, counts.get("accepted").asInt(), result.err());
      assertEquals(ROWS - TWEETS, counts.get("duplicate").asInt());
      assertEquals(expected, settled(disturbed));
    }
  }

  private record Killing(Component service, int afterTweets) {}

  /** Each service once, in a seeded order, at seeded points that leave time for what follows. */
  private static List<Killing> killings() {
    var random = new Random(SEED);
    List<Component> services = new ArrayList<>(Component.services());
    Collections.shuffle(services, random);
    int stretch = TWEETS * 4 / 5 / services.size();
    List<Killing> killings = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      killings.add(new Killing(services.get(i), i * stretch + random.nextInt(stretch)));
    }
    return killings;
  }

  private static void awaitArchived(
      TestSuite suite, int tweets, CompletableFuture<CommandResult> ingest) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> ingest.isDone() || archived(suite) >= tweets);
    assertTrue(!ingest.isDone(), "the ingest was over before the service could be killed");
  }

  private static long archived(TestSuite suite) {
    return suite.gateway().get("/v1/mentions/count").get("count").asLong();
  }

  private static void makeMonitors(TestSuite suite) {
    var json = new ObjectMapper();
    CrisisTweets.MONITORS.forEach(
        (name, keywords) ->
            suite
                .gateway()
                .post(
                    "/v1/monitors",
                    "application/json",
                    json.createObjectNode()
                        .put("name", name)
                        .<ObjectNode>set("keywords", json.valueToTree(keywords))
                        .toString()));
  }

  private static CommandResult ingest(TestSuite suite) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--map", "id=tweet id", "--map", "text=tweet", "--set", "platform=x", "--json"));
    tweets.files().stream().map(Path::toString).forEach(arguments::add);
    return suite.run("ingest", arguments);
  }

  /** The counts once everything accepted has been archived and scored. */
  private static Counts settled(TestSuite suite) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> Counts.of(suite.gateway()),
            counts -> counts.archived() == TWEETS && counts.scored() == TWEETS);
  }
}
