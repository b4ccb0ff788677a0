package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.mentionsOf;
import static dev.bellwether.ingest.IngestClient.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What comes in is answered row by row, and reaches the topics once. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class IntakeTest {

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
        .body("rows[1].status", equalTo("rejected"))
        .body("rows[1].line", equalTo(2))
        .body("rows[1].reason", containsString("not JSON"));
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

  /**
   * A broker that refuses a write must leave no identity behind, or the same rows sent again would
   * be lost as known.
   */
  @Test
  void whatKafkaRefusesIsNotAnsweredAsAcceptedAndIsTakenWhenSentAgain() {
    int batches = 50;
    // One post: a batch of several the producer would split and send again for as long as it may
    String body = "[" + post("1", "first") + "]";
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
          .body("accepted", equalTo(1));
      awaitCount("refused-" + batch, "", 1);
    }
  }

  private static void limitRecordsOfMentions(String bytes) {
    TopicProbe.configure("mentions", "max.message.bytes", bytes);
  }

  @Test
  void aNewerEditIsTheNextRevision() {
    as("edits").body("[" + post("1", "frist") + "]").post("/v1/mentions");
    String edited =
        post("1", "first")
            .replace("\"author\"", "\"editedAt\":\"2026-11-01T10:05:00Z\",\"author\"");
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
    as("bad")
        .body("[{\"id\":")
        .post("/v1/mentions")
        .then()
        .statusCode(400)
        .body("field", equalTo("body"));
    as("bad").body("").post("/v1/mentions").then().statusCode(400);
    as("bad")
        .body(new byte[] {'[', (byte) 0xff, ']'})
        .post("/v1/mentions")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
  }

  @Test
  void rowsThatNoStoreTakesAreRefusedOneByOneAndTheRestGoesThrough() {
    String nul = post("1", "hi").replace("{", "{\"url\":\"http://a/\\u0000\",");
    String half = post("2", "cut \\ud83d");
    as("unstorable")
        .body("[" + nul + "," + half + "," + post("3", "whole \\ud83d\\ude00") + "]")
        .post("/v1/mentions")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rows[0].field", equalTo("url"))
        .body("rows[1].field", equalTo("text"));
    awaitCount("unstorable", "", 1);

    String row =
        """
        {"account":"a","campaign":"c","adSet":"s","date":"2026-11-01","currency":"EUR","spend":1}
        """;
    String longest = row.replace("\"c\"", "\"" + "名".repeat(256) + "\"");
    as("unstorable")
        .body(
            List.of(
                    row.replace("\"a\"", "\"a\\u0000\""),
                    longest.replace("\"s\"", "\"" + "字".repeat(256) + "\""),
                    longest.replace("\"s\"", "\"" + "字".repeat(150) + "\""))
                .toString())
        .post("/v1/ad-performance")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rows[0].field", equalTo("account"))
        .body("rows[1].reason", containsString("shorten"));

    as("unstorable")
        .body("{\"name\":\"a\\u0000\",\"keywords\":[\"a\"]}")
        .post("/v1/monitors")
        .then()
        .statusCode(400)
        .body("field", equalTo("name"));
    for (String parameter : List.of("?q=%00", "?monitor=%00", "/%00", "?cursor=MHww")) {
      as("unstorable")
          .urlEncodingEnabled(false)
          .get("/v1/mentions" + parameter)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void parametersThatDoNotReadAreNamed() {
    for (String query :
        List.of(
            "limit=abc",
            "limit=0",
            "limit=501",
            "from=yesterday",
            "to=+99999-01-01T00:00:00Z",
            "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z",
            "label=glad",
            "cursor=abc")) {
      as("parameters")
          .get("/v1/mentions?" + query)
          .then()
          .statusCode(400)
          .body("field", equalTo(query.contains("&") ? "to" : query.split("=")[0]));
    }
  }
}
