package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.mentionsOf;
import static dev.bellwether.ingest.IngestClient.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A monitor is tried on the archive before it is saved, and the archive follows when it is. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class BackfillTest {

  private static String monitor(String name, String keyword) {
    return "{\"name\":\"%s\",\"keywords\":[\"%s\"]}".formatted(name, keyword);
  }

  private static void send(String workspace, String... posts) {
    as(workspace)
        .body("[" + String.join(",", posts) + "]")
        .post("/v1/mentions")
        .then()
        .statusCode(200);
  }

  private static String create(String workspace, String query, String body) {
    return as(workspace)
        .body(body)
        .post("/v1/monitors" + query)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void awaitState(String workspace, String id, String state, int version) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as(workspace)
                    .get("/v1/monitors/" + id + "/backfill")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo(state))
                    .body("version", equalTo(version)));
  }

  @Test
  void aPreviewTellsWhatAMonitorWouldFindAndSavesNothing() {
    send(
        "preview",
        post("1", "a red kettle"),
        post("2", "a blue kettle").replace("2026-11-01", "2026-10-30"),
        post("3", "a teapot"),
        post("4", "die kettle").replace("\"en\"", "\"de\""));
    awaitCount("preview", "", 4);
    as("preview")
        .body("{\"keywords\":[\"kettle\"],\"excluded\":[\"red\"]}")
        .post("/v1/monitors/preview")
        .then()
        .statusCode(200)
        .body("count", equalTo(2))
        .body("exact", equalTo(true))
        .body("scannedTo", nullValue())
        .body("days.day", equalTo(List.of("2026-10-30", "2026-11-01")))
        .body("days.count", equalTo(List.of(1, 1)))
        .body("languages.de", equalTo(1))
        .body("platforms.x", equalTo(2))
        .body("samples.id", equalTo(List.of("x:4", "x:2")));
    as("preview")
        .body("{\"query\":\"kettle AND (red OR blue)\",\"from\":\"2026-11-01T00:00:00Z\"}")
        .post("/v1/monitors/preview")
        .then()
        .body("count", equalTo(1));
    as("preview")
        .body("{\"query\":\"kettle AND (red\"}")
        .post("/v1/monitors/preview")
        .then()
        .statusCode(400)
        .body("field", equalTo("query"))
        .body("detail", containsString("column 12"));
    as("preview").body("{}").post("/v1/monitors/preview").then().statusCode(400);
    as("preview").get("/v1/monitors").then().body("monitors", hasSize(0));
  }

  @Test
  void aNewMonitorFindsWhatWasThereBeforeAndAChangedOrDeletedOneLetsGo() {
    send("follow", post("1", "a kettle"), post("2", "a teapot"), post("3", "kettle, teapot"));
    String id = create("follow", "", monitor("m", "kettle"));
    awaitState("follow", id, "done", 1);
    as("follow")
        .get("/v1/monitors/" + id + "/backfill")
        .then()
        .body("added", equalTo(2))
        .body("removed", equalTo(0))
        .body("matched", equalTo(2));
    awaitCount("follow", "?monitor=" + id, 2);

    as("follow").body(monitor("m", "teapot")).put("/v1/monitors/" + id).then().statusCode(200);
    awaitState("follow", id, "done", 2);
    as("follow")
        .get("/v1/monitors/" + id + "/backfill")
        .then()
        .body("added", equalTo(1))
        .body("removed", equalTo(1));
    awaitCount("follow", "?monitor=" + id, 2);
    as("follow")
        .get("/v1/mentions/x:2")
        .then()
        .body("cause", equalTo("monitors"))
        .body("revision", equalTo(2))
        .body("monitors", equalTo(List.of(id)));

    as("follow").body(monitor("renamed", "teapot")).put("/v1/monitors/" + id);
    as("follow").get("/v1/monitors/" + id + "/backfill").then().body("version", equalTo(2));

    as("follow").body(monitor("renamed", "teapot")).put("/v1/monitors/" + id + "?backfill=true");
    awaitState("follow", id, "done", 4);

    as("follow").delete("/v1/monitors/" + id).then().statusCode(204);
    awaitState("follow", id, "done", 5);
    awaitCount("follow", "?monitor=" + id, 0);
    // 3 captured, then 2 added, 1 added and 1 removed, 2 removed: and no revision twice
    var records = mentionsOf("follow", 9);
    assertEquals(
        9,
        records.stream()
            .map(
                record ->
                    record.key() + record.value().replaceFirst(".*\"revision\":([0-9]+).*", "|$1"))
            .collect(Collectors.toSet())
            .size());
  }

  @Test
  void whoSavesAMonitorMayLeaveTheArchiveAloneOrItsOlderPart() {
    send("wish", post("1", "a kettle"), post("2", "kettle").replace("2026-11-01", "2026-10-01"));
    String none = create("wish", "?backfill=false", monitor("none", "kettle"));
    as("wish").get("/v1/monitors/" + none + "/backfill").then().body("state", equalTo("skipped"));
    String some = create("wish", "?backfillFrom=2026-10-15T00:00:00Z", monitor("some", "kettle"));
    awaitState("wish", some, "done", 1);
    awaitCount("wish", "?monitor=" + some, 1);
    awaitCount("wish", "?monitor=" + none, 0);
    as("wish")
        .body(monitor("x", "kettle"))
        .post("/v1/monitors?backfill=maybe")
        .then()
        .statusCode(400)
        .body("field", equalTo("backfill"));
    as("wish").get("/v1/monitors/unknown/backfill").then().statusCode(404);
  }

  @Test
  void aBackfillThatKafkaRefusesGoesOnLaterAndCountsNothingTwice() {
    String[] posts =
        IntStream.range(0, 30)
            .mapToObj(i -> post(Integer.toString(i), "a kettle " + i))
            .toArray(String[]::new);
    send("refused-fill", posts);
    awaitCount("refused-fill", "", 30);
    String id;
    TopicProbe.configure("mentions", "max.message.bytes", "10");
    try {
      id = create("refused-fill", "", monitor("m", "kettle"));
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  as("refused-fill")
                      .get("/v1/monitors/" + id + "/backfill")
                      .then()
                      .body("state", equalTo("running"))
                      .body("total", equalTo(30)));
    } finally {
      TopicProbe.configure("mentions", "max.message.bytes", "1048588");
    }
    awaitState("refused-fill", id, "done", 1);
    as("refused-fill")
        .get("/v1/monitors/" + id + "/backfill")
        .then()
        .body("added", equalTo(30))
        .body("scanned", equalTo(30));
    awaitCount("refused-fill", "?monitor=" + id, 30);
    as("refused-fill").get("/v1/mentions/x:0").then().body("revision", equalTo(2));
  }

  /** Posts and edits go on while monitors are made: each mention must be in all of them. */
  @Test
  void whatComesInWhileMonitorsAreMadeMissesNoneOfThem() {
    var sending = new AtomicBoolean(true);
    var sent = new CopyOnWriteArrayList<String>();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int batch = 0; sending.get() || batch < 5; batch++) {
                int first = batch * 20;
                String[] posts =
                    IntStream.range(first, first + 20)
                        .mapToObj(i -> post(Integer.toString(i), "a kettle " + i))
                        .toArray(String[]::new);
                send("busy", posts);
                sent.addAll(List.of(posts));
                String edited =
                    post(Integer.toString(first), "an edited kettle")
                        .replace("\"author\"", "\"editedAt\":\"2026-11-01T10:05:00Z\",\"author\"");
                send("busy", edited);
              }
            });
    List<String> monitors;
    try {
      monitors =
          IntStream.range(0, 4)
              .mapToObj(
                  i -> {
                    String id = create("busy", "", monitor("m" + i, "kettle"));
                    awaitState("busy", id, "done", 1);
                    return id;
                  })
              .toList();
    } finally {
      sending.set(false);
    }
    writer.join();
    assertTrue(sent.size() >= 100);
    for (String id : monitors) {
      awaitCount("busy", "?monitor=" + id, sent.size());
    }
    awaitCount("busy", "?q=edited", sent.size() / 20);
  }
}
