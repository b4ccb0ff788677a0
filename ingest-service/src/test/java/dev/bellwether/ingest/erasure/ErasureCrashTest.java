package dev.bellwether.ingest.erasure;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.IngestClient;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A worker that dies between writing to Kafka and committing leaves the database as it was before
 * the step: the tests put it back to that, and the worker goes on.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ErasureCrashTest {

  @Inject WorkspaceTransaction transactions;

  @Test
  void revisionsThatWereWrittenButNotCommittedAreWrittenAgainUnderTheSameNumber() {
    String workspace = "crash-marked";
    String id = announced(workspace);
    run(
        workspace,
        "update erasure set state = 'requested', mentions = 0, mentions_redacted = 0, announced_at = null,"
            + " names_account = 'jane'",
        "update erasure_mention set partition = null, place = null",
        "update mention_identity set revision = 1");

    awaitState(workspace, id, "announced");
    as(workspace)
        .get("/v1/erasures/" + id)
        .then()
        .body("mentions", equalTo(1))
        .body("awaitedSince", notNullValue());
    var erased = revisions(workspace, "x:1", 3);
    assertEquals(erased.get(1), erased.get(2));
    assertTrue(erased.get(2).contains("\"revision\":2"), erased::toString);
    as(workspace).get("/v1/mentions/x:2").then().body("text", equalTo("hi @[erased]"));
    complete(workspace, id);
  }

  @Test
  void nullsThatWereNotWrittenFollowOnceTheWorkerIsBack() {
    String workspace = "crash-acknowledged";
    String id = announced(workspace);
    // as after the last acknowledgement, with the worker gone before it wrote a null
    run(workspace, "update erasure set state = 'acknowledged'");
    awaitState(workspace, id, "completed");
    assertNull(revisions(workspace, "x:1", 3).getLast());
    for (String table : List.of("erasure_mention", "mention_identity", "text_signature")) {
      assertEquals(
          "0",
          value(
              workspace,
              "select count(*) from " + table + " where workspace = ? and mention_id = 'x:1'"),
          table);
    }
  }

  @Test
  void nullsThatWereWrittenButNotCommittedAreWrittenAgain() {
    String workspace = "crash-removed";
    String id = announced(workspace);
    complete(workspace, id);
    run(
        workspace,
        "update erasure set state = 'acknowledged', completed_at = null",
        "insert into erasure_mention (workspace, erasure, mention_id) select workspace, id, 'x:1' from erasure");
    awaitState(workspace, id, "completed");
    as(workspace)
        .get("/v1/erasures/" + id)
        .then()
        .body("mentions", equalTo(1), "mentionsRedacted", equalTo(1))
        .body("awaitedSince", nullValue());
    assertEquals("0", value(workspace, "select count(*) from erasure_mention where workspace = ?"));
    assertEquals(
        "0",
        value(
            workspace,
            "select count(*) from erasure e where workspace = ? and e::text like '%jane%'"));
  }

  private static String announced(String workspace) {
    String other = IngestClient.post("2", "hi @jane").replace("@Jane\"}", "Bob\"}");
    as(workspace)
        .body("[" + IngestClient.post("1", "the first post of four words") + "," + other + "]")
        .post("/v1/mentions")
        .then()
        .statusCode(200);
    awaitCount(workspace, "", 2);
    String id =
        as(workspace)
            .body("{\"author\":{\"platform\":\"x\",\"account\":\"Jane\"}}")
            .post("/v1/erasures")
            .path("id");
    awaitState(workspace, id, "announced");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as(workspace)
                    .get("/v1/mentions/x:2")
                    .then()
                    .body("text", equalTo("hi @[erased]"), "revision", equalTo(2)));
    return id;
  }

  private void complete(String workspace, String id) {
    as(workspace)
        .get("/v1/erasures/" + id)
        .then()
        .body("awaited", hasItems("sentiment-service", "trend-service"));
    for (String service : List.of("sentiment-service", "trend-service")) {
      TopicProbe.write(
          "erasure-acks",
          workspace + "|" + id + "|" + service,
          """
          {"schemaVersion":1,"workspace":"%s","erasure":"%s","service":"%s",
           "erasedAt":"2026-11-01T10:00:00Z","remains":["counts"]}
          """
              .formatted(workspace, id, service));
    }
    awaitState(workspace, id, "completed");
  }

  private static void awaitState(String workspace, String id, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> as(workspace).get("/v1/erasures/" + id).then().body("state", equalTo(state)));
  }

  private static List<String> revisions(String workspace, String id, int count) {
    return TopicProbe.read(
            "mentions", count, PATIENCE, record -> record.key().equals(workspace + "|" + id))
        .stream()
        .map(record -> withoutTime(record.value()))
        .toList();
  }

  private static String withoutTime(String value) {
    return value == null ? null : value.replaceAll("\"(created|observed)At\":\"[^\"]*\"", "");
  }

  private void run(String workspace, String... statements) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          for (String statement : statements) {
            try (var run = connection.prepareStatement(statement)) {
              run.executeUpdate();
            }
          }
          return null;
        });
  }

  private String value(String workspace, String query) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select = connection.prepareStatement(query)) {
            select.setString(1, workspace);
            try (var row = select.executeQuery()) {
              row.next();
              return row.getString(1);
            }
          }
        });
  }
}
