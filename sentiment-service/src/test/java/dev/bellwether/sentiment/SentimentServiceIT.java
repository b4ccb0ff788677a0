package dev.bellwether.sentiment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The packaged program: {@code mvn verify -DskipITs=false}, or {@code -Dnative}. One mention goes
 * all the way, so that every type is read and written that a native image might have lost.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class SentimentServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String MENTION =
      """
      {"schemaVersion": 1, "workspace": "default", "id": "x:1", "revision": 1, "cause": "captured",
       "platform": "x", "text": "I love this, best day ever", "language": "en",
       "createdAt": "2026-11-01T10:00:00Z", "observedAt": "2026-11-01T10:00:03.123Z",
       "author": {"pseudonym": "ab12", "keyId": "00c0ffee", "followers": 12},
       "engagement": {"likes": 1, "reposts": 2, "replies": 3, "views": 4},
       "hashtags": [], "mentionedAccounts": [], "links": [], "monitors": ["m1"], "flags": {"spam": 0.4}}
      """;

  @Test
  void aMentionIsScoredAndCounted() {
    TopicProbe.write(Topics.MENTIONS, "default|x:1", MENTION);
    var scored =
        TopicProbe.read(
            Topics.SCORED_MENTIONS, 1, PATIENCE, score -> score.key().equals("default|x:1"));
    assertEquals(1, scored.size());
    assertTrue(scored.getFirst().value().contains("\"positive\""), scored.getFirst()::value);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                caller()
                    .get("/v1/sentiment?interval=total&monitor=m1")
                    .then()
                    .statusCode(200)
                    .body("total.positive", equalTo(1)));
  }

  @Test
  void whatCannotBeReadIsSetAside() {
    TopicProbe.write(Topics.MENTIONS, "default|bad", "{no json");
    var letters =
        TopicProbe.read(Topics.deadLettersOf(Topics.MENTIONS), 1, PATIENCE, letter -> true);
    assertEquals("default|bad", letters.getFirst().key());
  }

  @Test
  void aTextIsScoredOnRequestAndAProblemIsToldInJson() {
    caller()
        .contentType("application/json")
        .body("{\"text\":\"I love this\"}")
        .post("/v1/sentiment/score")
        .then()
        .statusCode(200)
        .body("label", equalTo("positive"));
    caller()
        .get("/v1/sentiment?interval=never")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void everyViewIsAnswered() {
    for (String path :
        List.of(
            "/v1/sentiment?interval=minute&from=2026-11-01T10:00:00Z&to=2026-11-01T11:00:00Z",
            "/v1/sentiment?interval=day",
            "/v1/sentiment/summary",
            "/v1/sentiment/share-of-voice?monitors=m1,m2&interval=day",
            "/v1/sentiment/share-of-voice?monitors=m1,m2&by=authors",
            "/v1/sentiment/targets?monitor=m1",
            "/v1/sentiment/corrections?limit=1")) {
      caller().get(path).then().statusCode(200);
    }
  }

  @Test
  void aMentionsLabelIsShownAndCorrected() {
    TopicProbe.write(
        Topics.MENTIONS, "default|x:2", MENTION.replace("x:1", "x:2").replace("m1", "m2"));
    String path = "/v1/mentions/x%3A2/sentiment";
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> caller().get(path).then().statusCode(200).body("label", equalTo("positive")));
    caller()
        .contentType("application/json")
        .body("{\"label\":\"negative\"}")
        .patch(path)
        .then()
        .statusCode(202)
        .body("label", equalTo("negative"));
    var said =
        TopicProbe.read(
            Topics.CORRECTIONS, 1, PATIENCE, record -> record.key().equals("default|x:2"));
    assertTrue(said.getFirst().value().contains("\"negative\""), said.getFirst()::value);
  }

  private static RequestSpecification caller() {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(SignedIdentity.withScopes("sentiment:read", "sentiment:write"));
  }
}
