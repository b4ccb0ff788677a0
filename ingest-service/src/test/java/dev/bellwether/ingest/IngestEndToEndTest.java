package dev.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class IngestEndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static RequestSpecification as(String workspace) {
    return given()
        .auth()
        .oauth2(
            SignedIdentity.inWorkspace(
                workspace,
                "mentions:read",
                "mentions:write",
                "monitors:read",
                "monitors:write",
                "ads:write"))
        .contentType(ContentType.JSON);
  }

  private static String post(String id, String text) {
    return """
        {"id":"%s","platform":"x","text":"%s","createdAt":"2026-11-01T10:00:00Z","language":"en","author":"@Jane"}
        """
        .formatted(id, text)
        .strip();
  }

  private static List<ConsumerRecord<String, String>> mentionsOf(String workspace, int count) {
    return TopicProbe.read(
        "mentions", count, PATIENCE, record -> record.key().startsWith(workspace + "|"));
  }

  private static void awaitCount(String workspace, String filter, int count) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as(workspace)
                    .get("/v1/mentions/count" + filter)
                    .then()
                    .statusCode(200)
                    .body("count", equalTo(count)));
  }

  @Test
  void everyRowIsAnsweredAndTheAcceptedOnesReachTheTopicAndTheArchive() {
    String body =
        "["
            + post("1", "hello there")
            + ","
            + post("1", "hello again")
            + ",{\"id\":\"2\",\"platform\":\"x\",\"createdAt\":\"2026-11-01T10:00:00Z\"}]";
    as("rows")
        .body(body)
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("duplicate", equalTo(1))
        .body("rejected", equalTo(1))
        .body("rows[0].status", equalTo("accepted"))
        .body("rows[0].id", equalTo("x:1"))
        .body("rows[1].status", equalTo("duplicate"))
        .body("rows[2].field", equalTo("text"))
        .body("rows[2].reason", containsString("missing"));

    String record = mentionsOf("rows", 1).getFirst().value();
    assertFalse(record.contains("Jane"), "an author's name must not leave ingest");
    awaitCount("rows", "", 1);
    as("rows")
        .get("/v1/mentions/x:1")
        .then()
        .statusCode(200)
        .body("text", equalTo("hello there"))
        .body("author.pseudonym", notNullValue());
  }

  @Test
  void ndjsonIsTakenAndABadLineIsOneBadRow() {
    as("lines")
        .contentType("application/x-ndjson")
        .body((post("1", "one") + "\n{broken\n" + post("2", "two") + "\n").getBytes(UTF_8))
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejected", equalTo(1))
        .body("rows[1].status", equalTo("rejected"));
  }

  @Test
  void theSameRequestSentAgainIsAnsweredAsBeforeAndWritesNothing() {
    String body = "[" + post("1", "once") + "," + post("1", "once") + "]";
    for (int attempt = 0; attempt < 2; attempt++) {
      as("retry")
          .header("Idempotency-Key", "batch-1")
          .body(body)
          .post("/v1/mentions")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(1))
          .body("duplicate", equalTo(1));
    }
    as("retry").body(body).post("/v1/mentions").then().body("duplicate", equalTo(2));
    as("retry").body("[" + post("2", "last") + "]").post("/v1/mentions");
    assertEquals(2, mentionsOf("retry", 2).size());
    awaitCount("retry", "", 2);
  }

  /** A broker that refuses a write must leave no identity behind, or the same rows sent again would be lost as known. */
  @Test
  void whatKafkaRefusesIsNotAnsweredAsAcceptedAndIsTakenWhenSentAgain() {
    int batches = 20;
    String body = "[" + post("1", "first") + "," + post("2", "second") + "]";
    limitRecordsOfMentions("10");
    try {
      for (int batch = 0; batch < batches; batch++) {
        for (int attempt = 0; attempt < 2; attempt++) {
          as("refused-" + batch)
              .header("Idempotency-Key", "batch")
              .body(body)
              .post("/v1/mentions")
              .then()
              .statusCode(503)
              .contentType("application/problem+json");
        }
      }
    } finally {
      limitRecordsOfMentions("1048588");
    }
    for (int batch = 0; batch < batches; batch++) {
      as("refused-" + batch)
          .header("Idempotency-Key", "batch")
          .body(body)
          .post("/v1/mentions")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(2));
      awaitCount("refused-" + batch, "", 2);
    }
  }

  private static void limitRecordsOfMentions(String bytes) {
    TopicProbe.configure("mentions", "max.message.bytes", bytes);
  }

  @Test
  void aNewerEditIsTheNextRevision() {
    as("edits").body("[" + post("1", "frist") + "]").post("/v1/mentions");
    String edited =
        post("1", "first").replace("\"author\"", "\"editedAt\":\"2026-11-01T10:05:00Z\",\"author\"");
    as("edits").body("[" + edited + "]").post("/v1/mentions").then().body("accepted", equalTo(1));
    as("edits").body("[" + edited + "]").post("/v1/mentions").then().body("duplicate", equalTo(1));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("edits")
                    .get("/v1/mentions/x:1")
                    .then()
                    .body("revision", equalTo(2))
                    .body("cause", equalTo("edited"))
                    .body("text", equalTo("first")));
  }

  @Test
  void monitorsMatchFromTheirCreationOnAndCountTheirMentions() {
    String id =
        as("watch")
            .body("{\"name\":\"Sandy\",\"keywords\":[\"sandy\"],\"excluded\":[\"sandy beach\"]}")
            .post("/v1/monitors")
            .then()
            .statusCode(201)
            .body("version", equalTo(1))
            .extract()
            .path("id");
    as("watch")
        .body(
            "["
                + post("1", "#Sandy is coming")
                + ","
                + post("2", "a sandy beach")
                + ","
                + post("3", "sandyhook")
                + "]")
        .post("/v1/mentions");
    awaitCount("watch", "", 3);
    awaitCount("watch", "?monitor=" + id, 1);
    as("watch").get("/v1/monitors").then().body("monitors", hasSize(1));
    as("watch")
        .body("{\"name\":\"Sandy\",\"keywords\":[\"x\"]}")
        .post("/v1/monitors")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("field", equalTo("name"));
    as("watch").delete("/v1/monitors/" + id).then().statusCode(204);
    as("watch").get("/v1/monitors/" + id).then().statusCode(404);
  }

  @Test
  void aWorkspaceNeverSeesAnothersMentions() {
    as("mine").body("[" + post("1", "a secret") + "]").post("/v1/mentions");
    awaitCount("mine", "", 1);
    awaitCount("theirs", "", 0);
    as("theirs").get("/v1/mentions/x:1").then().statusCode(404);
  }

  @Test
  void theArchiveIsSearchedByWordsAndPagedByCursor() {
    as("search")
        .body(
            "["
                + post("1", "the red kettle whistles")
                + ","
                + post("2", "a kettle, blue")
                + ","
                + post("3", "kettle kettle")
                + ","
                + post("4", "teapot")
                + "]")
        .post("/v1/mentions");
    awaitCount("search", "?q=kettle", 3);
    awaitCount("search", "?q=kettle -blue", 2);
    awaitCount("search", "?q=\"red kettle\"", 1);
    String next =
        as("search")
            .get("/v1/mentions?q=kettle&limit=2")
            .then()
            .body("mentions", hasSize(2))
            .header("Link", containsString("rel=\"next\""))
            .extract()
            .path("next");
    as("search")
        .queryParam("q", "kettle")
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get("/v1/mentions")
        .then()
        .body("mentions", hasSize(1))
        .body("next", equalTo(null));
    as("search").get("/v1/mentions?cursor=nonsense").then().statusCode(400);
    as("search").get("/v1/mentions?label=angry").then().statusCode(400).body("field", equalTo("label"));
  }

  @Test
  void aScoreMayArriveBeforeItsMentionAndIsFoundByItsLabel() {
    TopicProbe.write(
        "scored-mentions",
        "scores|x:9",
        """
        {"schemaVersion":1,"workspace":"scores","mentionId":"x:9","revision":1,"label":"positive",
         "probabilities":{"negative":0.1,"neutral":0.2,"positive":0.7},"model":"en-linear-1","monitors":[],
         "createdAt":"2026-11-01T10:00:00Z"}
        """);
    as("scores").body("[" + post("9", "lovely") + "]").post("/v1/mentions");
    awaitCount("scores", "?label=positive", 1);
    as("scores").get("/v1/mentions/x:9").then().body("sentiment.label", equalTo("positive"));
  }

  @Test
  void anUnreadableRecordGoesToTheDeadLettersAndTheNextOneIsArchived() {
    TopicProbe.write("mentions", "poison|x:1", "{not json");
    as("poison").body("[" + post("1", "still here") + "]").post("/v1/mentions");
    awaitCount("poison", "", 1);
    var letters =
        TopicProbe.read("mentions-dlq", 1, PATIENCE, record -> record.key().equals("poison|x:1"));
    assertEquals("{not json", letters.getFirst().value());
  }

  @Test
  void adFiguresRestateAndTheSameAgainIsADuplicate() {
    String row =
        """
        {"account":"a1","campaign":"c","adSet":"s","date":"2026-11-01","currency":"EUR","spend":"12.345678",
         "impressions":1000,"clicks":10,"conversions":1.5}
        """;
    as("ads").body("[" + row + "]").post("/v1/ad-performance").then().body("accepted", equalTo(1));
    as("ads").body("[" + row + "]").post("/v1/ad-performance").then().body("duplicate", equalTo(1));
    as("ads")
        .body("[" + row.replace("12.345678", "13") + "]")
        .post("/v1/ad-performance")
        .then()
        .body("accepted", equalTo(1));
    as("ads")
        .body("[" + row.replace("EUR", "EURO") + "," + row.replace("12.345678", "-1") + "]")
        .post("/v1/ad-performance")
        .then()
        .body("rejected", equalTo(2))
        .body("rows[0].field", equalTo("currency"))
        .body("rows[1].field", equalTo("spend"));
    var records =
        TopicProbe.read("ad-performance", 2, PATIENCE, record -> record.key().startsWith("ads|"));
    assertEquals(records.get(0).key(), records.get(1).key());
  }

  @Test
  void nobodyWithoutAnIdentityOrTheScopeGetsIn() {
    given().get("/v1/mentions").then().statusCode(401);
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes("trends:read"))
        .get("/v1/mentions")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void aBrokenArrayAndBadEncodingAreRefusedWithTheRemedy() {
    as("bad").body("[{\"id\":").post("/v1/mentions").then().statusCode(400).body("field", equalTo("body"));
    as("bad").body("").post("/v1/mentions").then().statusCode(400);
    as("bad")
        .body(new byte[] {'[', (byte) 0xff, ']'})
        .post("/v1/mentions")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
  }
}
