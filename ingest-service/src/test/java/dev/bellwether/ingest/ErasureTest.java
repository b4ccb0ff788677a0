package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.mentionsOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What ingest does of an erasure; the test speaks for the other services. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ErasureTest {

  @Test
  void everythingOfAnAuthorGoesOnceEveryServiceHasSaidSoAndDoesNotComeBack() {
    String batch = "[" + by("@Jane", "1") + "," + by("jane", "2") + "," + by("Bob", "3") + "]";
    as("author").body(batch).post("/v1/mentions").then().statusCode(200);
    String monitor =
        as("author")
            .body("{\"name\":\"Jane watch\",\"keywords\":[\"@jane\"]}")
            .post("/v1/monitors")
            .path("id");
    awaitCount("author", "", 3);

    String request = "{\"author\":{\"platform\":\"X\",\"account\":\"@JANE\"},\"reason\":\"asked\"}";
    String id =
        as("author")
            .body(request)
            .post("/v1/erasures")
            .then()
            .statusCode(202)
            .header("Location", containsString("/v1/erasures/"))
            .body("scope", equalTo("author"), "monitors", contains(monitor))
            .extract()
            .path("id");
    awaitState("author", id, "announced");
    as("author").body(request).post("/v1/erasures").then().body("id", equalTo(id));
    awaitCount("author", "", 1);

    var erased =
        mentionsOf("author", 5).stream().filter(r -> r.value().contains("\"erased\"")).toList();
    assertEquals(2, erased.size());
    for (var revision : erased) {
      assertTrue(revision.value().contains("\"text\":\"\""), revision::value);
      assertTrue(revision.value().contains("\"revision\":2"), revision::value);
    }

    acknowledge("author", id, "sentiment-service");
    acknowledge("author", id, "trend-service");
    awaitState("author", id, "completed");
    as("author")
        .get("/v1/erasures/" + id)
        .then()
        .body("mentions", equalTo(2), "reason", equalTo("asked"), "awaited", hasSize(0))
        .body(
            "acknowledgements.service",
            containsInAnyOrder("ingest-service", "sentiment-service", "trend-service"))
        .body("acknowledgements.find { it.service == 'trend-service' }.remains", contains("counts"))
        .body(not(containsString("jane")));
    for (String key : List.of("author|x:1", "author|x:2")) {
      var nulls =
          TopicProbe.read("mentions", 3, PATIENCE, record -> record.key().equals(key)).getLast();
      assertNull(nulls.value());
      for (String letters : List.of("mentions-dlq", "scored-mentions-dlq", "corrections-dlq")) {
        assertNull(
            TopicProbe.read(letters, 1, PATIENCE, record -> record.key().equals(key))
                .getFirst()
                .value());
      }
    }

    as("author")
        .body(batch)
        .post("/v1/mentions")
        .then()
        .body("rows.status", contains("rejected", "rejected", "duplicate"))
        .body("rows[0].reason", containsString("erased on request"));
    as("author").get("/v1/mentions/x:1").then().statusCode(404);
    // by then nothing of the ids is left but keyed digests: asked for again, there is nothing
    as("author").body(request).post("/v1/erasures").then().body("mentions", equalTo(0));
    as("author").body("[" + by("jane", "9") + "]").post("/v1/mentions");
    awaitCount("author", "", 2);
  }

  @Test
  void postsByOthersThatNameTheAccountAreRevisedWithoutIt() {
    String others =
        "["
            + String.join(
                ",",
                by("@Jane", "1"),
                naming("2", "@JANE, have you seen https://x.com/jane/status/1?"),
                naming("3", "jane is a name, @janet another, https://news.example/jane a page"),
                naming("4", "yes!").replace("}", ",\"inReplyTo\":\"x:1\"}"),
                naming("5", "@jane elsewhere").replace("\"x\"", "\"mastodon\""),
                naming("6", "@jane once, then edited"))
            + "]";
    as("named-erasure").body(others).post("/v1/mentions").then().statusCode(200);
    as("named-erasure")
        .body(
            "["
                + naming("6", "@jane, edited")
                    .replace("}", ",\"editedAt\":\"2026-11-02T10:00:00Z\"}")
                + "]")
        .post("/v1/mentions");
    String id =
        as("named-erasure")
            .body("{\"author\":{\"platform\":\"x\",\"account\":\"@Jane\"}}")
            .post("/v1/erasures")
            .path("id");
    awaitState("named-erasure", id, "announced");
    as("named-erasure")
        .get("/v1/erasures/" + id)
        .then()
        .body("mentions", equalTo(1), "mentionsRedacted", equalTo(3));

    awaitText("named-erasure", "x:2", "@[erased], have you seen [erased link]?");
    awaitText("named-erasure", "x:6", "@[erased], edited");
    as("named-erasure")
        .get("/v1/mentions/x:2")
        .then()
        .body("mentionedAccounts", hasSize(0), "links", hasSize(0))
        .body("cause", equalTo("edited"), "revision", equalTo(2));
    awaitCount("named-erasure", "?kind=reply", 1);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("named-erasure")
                    .get("/v1/mentions/x:4")
                    .then()
                    .body("inReplyTo", nullValue(), "text", equalTo("yes!")));
    for (String untouched : List.of("x:3", "mastodon:5")) {
      as("named-erasure").get("/v1/mentions/" + untouched).then().body("revision", equalTo(1));
    }
    awaitCount("named-erasure", "?q=@jane&platform=x", 0);

    // newer figures, which come with the text that was
    as("named-erasure")
        .body(
            "["
                + naming("2", "@JANE, have you seen https://x.com/jane/status/1?")
                    .replace("}", ",\"likes\":7}")
                + "]")
        .post("/v1/mentions")
        .then()
        .body("rows[0].status", equalTo("duplicate"));
    acknowledge("named-erasure", id, "sentiment-service");
    acknowledge("named-erasure", id, "trend-service");
    awaitState("named-erasure", id, "completed");
    awaitText("named-erasure", "x:2", "@[erased], have you seen [erased link]?");
  }

  @Test
  void anErasedPostIsAnsweredAndLinkedByNobody() {
    as("answered")
        .body(
            "["
                + String.join(
                    ",",
                    by("@Jane", "77001"),
                    naming("2", "see https://x.com/i/web/status/77001 and 77001 more"),
                    naming("3", "no").replace("}", ",\"inReplyTo\":\"77001\"}"))
                + "]")
        .post("/v1/mentions");
    awaitCount("answered", "", 3);
    String id = as("answered").delete("/v1/mentions/x:77001").path("id");
    awaitState("answered", id, "announced");
    as("answered").get("/v1/erasures/" + id).then().body("mentionsRedacted", equalTo(2));
    awaitText("answered", "x:2", "see [erased link] and 77001 more");
  }

  @Test
  void whatIsHeldAboutAnAuthorIsToldALineEach() {
    as("export")
        .body("[" + by("@Jane", "1") + "," + by("jane", "2") + "," + by("Bob", "3") + "]")
        .post("/v1/mentions");
    awaitCount("export", "", 3);
    as("export")
        .body("[" + by("jane", "2").replace("}", ",\"likes\":3}") + "]")
        .post("/v1/mentions")
        .then()
        .body("rows[0].status", equalTo("accepted"));
    as("export")
        .body("[" + by("jane", "2").replace("post 2", "") + "]")
        .post("/v1/mentions")
        .then()
        .body("rows[0].status", equalTo("rejected"));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("export").get("/v1/mentions/x:2/engagement").then().body("figures", hasSize(2)));
    String told =
        as("export")
            .body("{\"platform\":\"x\",\"account\":\"@JANE\"}")
            .post("/v1/authors/export")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();
    var lines = told.lines().toList();
    assertEquals(8, lines.size(), told);
    assertTrue(lines.getFirst().contains("\"mentions\":2"), told);
    assertEquals(2, lines.stream().filter(line -> line.contains("\"kind\":\"mention\"")).count());
    assertEquals(2, lines.stream().filter(line -> line.contains("\"kind\":\"identity\"")).count());
    for (String kind : List.of("engagement", "rejection")) {
      assertEquals(
          1, lines.stream().filter(line -> line.contains("\"kind\":\"" + kind + "\"")).count());
    }
    assertTrue(told.contains("post 1") && told.contains("post 2"), told);
    assertFalse(told.contains("post 3"), told);
    as("export")
        .body("{\"platform\":\"x\"}")
        .post("/v1/authors/export")
        .then()
        .statusCode(400)
        .body("field", equalTo("account"));
  }

  @Test
  void whatAPlatformHasDeletedIsErasedUnderItsId() {
    as("deleted").body("[" + by("a", "1") + "," + by("a", "2") + "]").post("/v1/mentions");
    awaitCount("deleted", "", 2);
    String id =
        as("deleted")
            .delete("/v1/mentions/x:1")
            .then()
            .statusCode(202)
            .body("scope", equalTo("mention"))
            .extract()
            .path("id");
    awaitState("deleted", id, "announced");
    awaitCount("deleted", "", 1);
    as("deleted")
        .body("[" + by("a", "1").replace("}", ",\"editedAt\":\"2026-11-02T10:00:00Z\"}") + "]")
        .post("/v1/mentions")
        .then()
        .body("rows[0].status", equalTo("rejected"));
    as("deleted").get("/v1/erasures").then().body("erasures", hasSize(1));
    as("others").get("/v1/erasures/" + id).then().statusCode(404);
    as("deleted").body("{\"mention\":\"x:77\"}").post("/v1/erasures").then().statusCode(202);
    String next =
        as("deleted")
            .get("/v1/erasures?limit=1")
            .then()
            .body("erasures", hasSize(1))
            .header("Link", containsString("rel=\"next\""))
            .extract()
            .path("next");
    as("deleted")
        .get("/v1/erasures?limit=1&cursor=" + next)
        .then()
        .body("erasures.id", contains(id))
        .body("next", nullValue());
    as("others").get("/v1/erasures?cursor=" + next).then().statusCode(400);
  }

  @Test
  void anAuthorMayBeKeptOutFromThenOn() {
    String id =
        as("future")
            .body("{\"author\":{\"platform\":\"x\",\"account\":\"jane\"},\"future\":true}")
            .post("/v1/erasures")
            .then()
            .statusCode(202)
            .body("future", equalTo(true))
            .extract()
            .path("id");
    as("future")
        .body("[" + by("@Jane", "1") + "," + by("Bob", "2") + "]")
        .post("/v1/mentions")
        .then()
        .body("rows.status", contains("rejected", "accepted"));
    // An id that was kept out is not held back for anybody else
    as("future")
        .body("[" + by("Bob", "1") + "]")
        .post("/v1/mentions")
        .then()
        .body("rows[0].status", equalTo("accepted"));
    awaitState("future", id, "announced");
  }

  @Test
  void aRequestThatNamesNothingIsToldWhatToSend() {
    for (String body :
        List.of("{}", "{\"mention\":\"x:1\",\"author\":{\"platform\":\"x\",\"account\":\"a\"}}")) {
      as("ill-erasures")
          .body(body)
          .post("/v1/erasures")
          .then()
          .statusCode(400)
          .body("field", equalTo("mention"));
    }
    as("ill-erasures")
        .body("{\"author\":{\"platform\":\"x\"}}")
        .post("/v1/erasures")
        .then()
        .statusCode(400)
        .body("field", equalTo("author.account"));
    // Nobody's name: all whose account is gone would be kept out
    for (String nobody : List.of("[deleted]", "@Unknown")) {
      as("ill-erasures")
          .body("{\"author\":{\"platform\":\"x\",\"account\":\"%s\"}}".formatted(nobody))
          .post("/v1/erasures")
          .then()
          .statusCode(400)
          .body("field", equalTo("author.account"));
    }
    as("ill-erasures")
        .body("{\"mention\":\"nonsense\"}")
        .post("/v1/erasures")
        .then()
        .statusCode(400)
        .body("field", equalTo("mention"));
  }

  private static String by(String author, String id) {
    return IngestClient.post(id, "post " + id).replace("@Jane", author);
  }

  private static String naming(String id, String text) {
    return IngestClient.post(id, text).replace("@Jane\"}", "Bob\"}");
  }

  private static void awaitText(String workspace, String mention, String text) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> as(workspace).get("/v1/mentions/" + mention).then().body("text", equalTo(text)));
  }

  private static void awaitState(String workspace, String id, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as(workspace)
                    .get("/v1/erasures/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo(state)));
  }

  private static void acknowledge(String workspace, String erasure, String service) {
    TopicProbe.write(
        "erasure-acks",
        workspace + "|" + erasure + "|" + service,
        """
        {"schemaVersion":1,"workspace":"%s","erasure":"%s","service":"%s",
         "erasedAt":"2026-11-01T10:00:00Z","remains":["counts"]}
        """
            .formatted(workspace, erasure, service));
  }
}
