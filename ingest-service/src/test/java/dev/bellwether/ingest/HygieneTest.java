package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.mentionsOf;
import static dev.bellwether.ingest.IngestClient.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.ingest.capture.NearDuplicates;
import dev.bellwether.ingest.capture.TextSignatures;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Copies are known, figures are followed, and bad rows do not stop the good ones. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class HygieneTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "Nordwind kettles are back in stock in every shop from Monday";

  @Inject MeterRegistry metrics;
  @Inject WorkspaceTransaction transactions;
  @Inject NearDuplicates duplicates;

  /** The last revision of a mention, once the workspace has so many records. */
  private static JsonNode mention(String workspace, int records, String id) {
    try {
      return JSON.readTree(
          mentionsOf(workspace, records).stream()
              .filter(record -> record.key().endsWith("|x:" + id))
              .toList()
              .getLast()
              .value());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void take(String workspace, String... posts) {
    as(workspace)
        .body("[" + String.join(",", posts) + "]")
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(posts.length));
  }

  @Test
  void nearCopiesShareAClusterAlsoAfterTheMemoryIsGone() {
    take("copies", post("1", TEXT));
    JsonNode first = mention("copies", 1, "1");
    assertTrue(first.at("/flags/cluster").asText().matches("[0-9a-f]{16}"));
    assertTrue(first.at("/flags/copy").isMissingNode());

    take("copies", post("2", "RT @shop: " + TEXT + " #kettle"), post("3", "too short"));
    JsonNode copy = mention("copies", 3, "2");
    assertEquals(first.at("/flags/cluster"), copy.at("/flags/cluster"));
    assertTrue(copy.at("/flags/copy").asBoolean());
    assertEquals("repost", copy.get("kind").asText());
    assertTrue(mention("copies", 3, "3").at("/flags/cluster").isMissingNode());

    duplicates.letGo("copies");
    take("copies", post("4", TEXT + " http://sho.rt/1"));
    JsonNode later = mention("copies", 4, "4");
    assertEquals(first.at("/flags/cluster"), later.at("/flags/cluster"));
    assertTrue(later.at("/flags/copy").asBoolean());
  }

  @Test
  void anotherWorkspaceKnowsNothingOfIt() {
    take("apart-1", post("1", TEXT));
    take("apart-2", post("1", TEXT));
    JsonNode other = mention("apart-2", 1, "1");
    assertTrue(other.at("/flags/copy").isMissingNode());
    assertNotEquals(mention("apart-1", 1, "1").at("/flags/cluster"), other.at("/flags/cluster"));
  }

  @Test
  void whatIsForgottenIsComparedWithNoMore() {
    take("forget", post("1", TEXT));
    transactions.inWorkspace(
        "forget",
        connection -> {
          TextSignatures.forget(connection, "forget", List.of("x:1"));
          return null;
        });
    take("forget", post("2", TEXT));
    assertTrue(mention("forget", 2, "2").at("/flags/copy").isMissingNode());
  }

  @Test
  void severalRequestsWithTheSameNewTextAgreeOnItsCluster() throws Exception {
    List<Future<?>> requests = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        String id = "p" + i;
        requests.add(
            threads.submit(() -> take("race", post(id + "a", TEXT), post(id + "b", TEXT))));
      }
      for (Future<?> request : requests) {
        request.get();
      }
    }
    var clusters =
        mentionsOf("race", 16).stream()
            .map(record -> record.value().replaceAll(".*\"cluster\":\"([0-9a-f]+)\".*", "$1"))
            .distinct()
            .toList();
    assertEquals(1, clusters.size(), clusters.toString());
  }

  @Test
  void newFiguresAreARevisionAndTheSameAgainADuplicate() {
    String ten = post("1", TEXT).replace("\"author\"", "\"likes\":10,\"author\"");
    String more = ten.replace("\"likes\":10", "\"likes\":25");
    take("figures", ten);
    JsonNode first = mention("figures", 1, "1");
    take("figures", more);
    as("figures").body("[" + more + "]").post("/v1/mentions").then().body("duplicate", equalTo(1));
    as("figures")
        .body("[" + post("1", TEXT) + "]")
        .post("/v1/mentions")
        .then()
        .body("duplicate", equalTo(1));
    JsonNode second = mention("figures", 2, "1");
    assertEquals("engagement", second.get("cause").asText());
    assertEquals(2, second.get("revision").asInt());
    assertEquals(25, second.at("/engagement/likes").asInt());
    assertEquals(first.get("observedAt"), second.get("observedAt"));
    assertEquals(first.get("flags"), second.get("flags"));
  }

  @Test
  void aBadRowIsRefusedAndCountedAndTheStreamGoesOn() {
    double before = rejected();
    String zalgo = post("2", "z" + "\\u0336\\u0322\\u0301".repeat(20) + "algo");
    String long10Mb = post("3", "x".repeat(5_000_000));
    String hidden = post("4", "\\u200b\\u200b");
    String body =
        String.join("\n", post("1", "good"), zalgo, long10Mb, hidden, post("5", "good too"));
    as("bad-rows")
        .contentType("application/x-ndjson")
        .body(body.getBytes(UTF_8))
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rows[1].field", equalTo("text"))
        .body("rows[1].reason", containsString("marks on the letter"))
        .body("rows[2].reason", containsString("at most 200000"))
        .body("rows[3].reason", containsString("no character that can be seen"));
    assertEquals(before + 3, rejected());
    assertFalse(mentionsOf("bad-rows", 2).isEmpty());
  }

  private double rejected() {
    return metrics.counter("bellwether.rows", "kind", "mentions", "outcome", "rejected").count();
  }
}
