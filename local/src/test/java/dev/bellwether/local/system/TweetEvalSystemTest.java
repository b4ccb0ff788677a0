package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * TweetEval's validation posts, sent as a client sends posts, without saying their language; then a
 * record that is none.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TweetEvalSystemTest {

  private static final Logger LOG = Logger.getLogger(TweetEvalSystemTest.class.getName());
  private static final List<String> LABELS = List.of("negative", "neutral", "positive");
  private static final double REACH = 58;

  private static TestSuite suite;

  @BeforeAll
  static void start() {
    suite = TestSuite.start("tweeteval");
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  @Order(1)
  void macroRecallThroughTheGatewayReachesFiftyEight() throws IOException {
    Path validation = SharedData.at("sentiment/tweeteval/val.tsv");
    List<Integer> gold = new ArrayList<>();
    var body = new StringBuilder();
    var json = new ObjectMapper();
    for (String line : Files.readAllLines(validation)) {
      body.append(
              json.createObjectNode()
                  .put("id", "val-" + gold.size())
                  .put("platform", "x")
                  .put("text", line.substring(2))
                  .put("createdAt", "2017-01-01T00:00:00Z"))
          .append('\n');
      gold.add(line.charAt(0) - '0');
    }
    GatewayClient gateway = suite.gateway();
    JsonNode answer = gateway.post("/v1/mentions", "application/x-ndjson", body.toString());
    assertEquals(gold.size(), answer.get("accepted").asInt());
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> labelled(gateway).size() == gold.size());
    double macroRecall = macroRecall(gold, labelled(gateway));
    LOG.info("macro-recall through the gateway: " + macroRecall);
    assertTrue(macroRecall >= REACH, "macro-recall " + macroRecall);
  }

  /** Here because a suite takes long to start, and this one is at rest. */
  @Test
  @Order(2)
  void aRecordThatNobodyCanReadIsPutAsideMendedAndReplayed(@TempDir Path folder) throws Exception {
    new DeadLetterScenario(suite, folder).play();
  }

  /** Labels by mention id, of those that have one. */
  private static Map<String, String> labelled(GatewayClient gateway) {
    var labels = new HashMap<String, String>();
    String next = "";
    do {
      JsonNode page =
          gateway.get(
              "/v1/mentions?limit=500"
                  + (next.isEmpty() ? "" : "&cursor=" + GatewayClient.query(next)));
      for (JsonNode mention : page.get("mentions")) {
        if (mention.has("sentiment")) {
          labels.put(mention.get("id").asText(), mention.at("/sentiment/label").asText());
        }
      }
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return labels;
  }

  private static double macroRecall(List<Integer> gold, Map<String, String> labels) {
    int[] right = new int[LABELS.size()];
    int[] all = new int[LABELS.size()];
    for (int i = 0; i < gold.size(); i++) {
      all[gold.get(i)]++;
      if (LABELS.get(gold.get(i)).equals(labels.get("x:val-" + i))) {
        right[gold.get(i)]++;
      }
    }
    double sum = 0;
    for (int label = 0; label < LABELS.size(); label++) {
      sum += 100.0 * right[label] / all[label];
    }
    return sum / LABELS.size();
  }
}
