package dev.bellwether.sentiment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Mentions in, scores and counts out, through a real broker and a real database. Each test has a
 * workspace of its own.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class SentimentServiceTest {

  @Inject ObjectMapper json;

  private SentimentProbe probe;
  private Mentions mentions;

  @BeforeEach
  void aWorkspaceOfItsOwn() {
    probe = SentimentProbe.alone(json);
    mentions = probe.mentions();
  }

  @Test
  void mentionsAreScoredCountedAndServedByMonitorHourAndLabel() throws Exception {
    write(mentions.revision("x:1", 1, "I love this, best day ever 😍"));
    write(mentions.revision("x:2", 1, "I hate this, worst day ever 😡"));
    write(
        mentions.at(
            Mentions.CREATED.plus(Duration.ofDays(1)),
            "x:3",
            "best coffee, I love it, thank you!"));
    write(mentions.speaking("nl", "x:4", "dat is toch super"));
    awaitMentions(4);
    counts("monitor=brand")
        .body("monitor", equalTo("brand"))
        .body("interval", equalTo("hour"))
        .body("total.positive", equalTo(2))
        .body("total.negative", equalTo(1))
        .body("total.unknown", equalTo(1))
        .body("total.netSentiment.toDouble()", closeTo(100.0 / 3, 1e-4))
        .body("buckets", hasSize(2))
        .body("buckets[0].start", equalTo("2026-11-22T10:00:00Z"))
        .body("buckets[0].mentions", equalTo(3));
    counts("interval=day")
        .body("monitor", nullValue())
        .body("buckets[1].start", equalTo("2026-11-23T00:00:00Z"));
    counts("interval=total&to=2026-11-22T11:00:00Z")
        .body("total.mentions", equalTo(3))
        .body("buckets", hasSize(0));
    counts("from=2026-11-22T11:00:00%2B01:00&to=2026-11-22T10:30:00Z")
        .body("from", equalTo("2026-11-22T10:00:00Z"))
        .body("to", equalTo("2026-11-22T11:00:00Z"));
    caller()
        .get("/v1/sentiment/summary")
        .then()
        .statusCode(200)
        .body("monitors", hasSize(1))
        .body("monitors[0].monitor", equalTo("brand"))
        .body("monitors[0].total.mentions", equalTo(4))
        .body("all.mentions", equalTo(4));
    var score =
        json.readValue(probe.everythingScoredOf("x:1").getLast().value(), ScoredMention.class);
    assertEquals(SentimentLabel.POSITIVE, score.label());
    assertEquals("en-sentiment-2", score.model());
    assertEquals(Mentions.CREATED, score.createdAt());
  }

  @Test
  void oneWorkspaceNeverSeesAnother() {
    write(mentions.revision("x:1", 1, "I love this"));
    awaitMentions(1);
    given()
        .auth()
        .oauth2(SignedIdentity.inWorkspace("somebody-else", Scopes.SENTIMENT_READ))
        .get("/v1/sentiment?monitor=brand")
        .then()
        .body("total.mentions", equalTo(0));
  }

  @Test
  void parametersThatCannotBeReadAreNamedWithTheirRemedy() {
    refused("from=yesterday", "from");
    refused("to=2026-11-22", "to");
    refused("from=2026-11-22T10:00:00Z&to=2026-11-22T10:00:00Z", "to");
    refused("interval=week", "interval");
  }

  @Test
  void aCallerNeedsASignedIdentityWithTheScope() {
    given().get("/v1/sentiment").then().statusCode(401);
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes(Scopes.MENTIONS_READ))
        .get("/v1/sentiment")
        .then()
        .statusCode(403);
  }

  @Test
  void aTextIsScoredOnRequest() {
    caller()
        .contentType("application/json")
        .body("{\"text\":\"I love this\"}")
        .post("/v1/sentiment/score")
        .then()
        .statusCode(200)
        .body("label", equalTo("positive"))
        .body("model", equalTo("en-sentiment-2"));
    caller()
        .contentType("application/json")
        .body("{\"language\":\"en\"}")
        .post("/v1/sentiment/score")
        .then()
        .statusCode(400)
        .body("field", equalTo("text"));
  }

  @Test
  void theServiceIsReadyAndAlive() {
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
  }

  private void refused(String query, String field) {
    caller()
        .urlEncodingEnabled(false)
        .get("/v1/sentiment?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  private RequestSpecification caller() {
    return given()
        .auth()
        .oauth2(SignedIdentity.inWorkspace(probe.workspace(), Scopes.SENTIMENT_READ));
  }

  private void awaitMentions(int count) {
    await()
        .atMost(SentimentProbe.PATIENCE)
        .untilAsserted(
            () ->
                assertEquals(
                    count, counts("interval=total").extract().jsonPath().getInt("total.mentions")));
  }

  private ValidatableResponse counts(String query) {
    return probe.counts(query);
  }

  private void write(Mention mention) {
    probe.write(mention);
  }
}
