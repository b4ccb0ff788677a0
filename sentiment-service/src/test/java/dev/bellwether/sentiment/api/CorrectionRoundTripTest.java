package dev.bellwether.sentiment.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.sentiment.Mentions;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person's word, from the request to the counts and back. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class CorrectionRoundTripTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PATH = "/v1/mentions/x%3A1/sentiment";
  private static final String TEXT = "I love this, best day ever";

  @Inject ObjectMapper json;

  private final String workspace = "w-" + UUID.randomUUID();
  private final Mentions mentions = Mentions.in(workspace);

  @Test
  void aCorrectionMovesTheCountsOutlivesAnEditAndCanBeTakenBack() throws Exception {
    write(mentions.revision("x:1", 1, TEXT));
    shows("positive", 1, 0);
    patch("{\"label\":\"negative\"}");
    shows("negative", 0, 1);
    call()
        .get("/v1/sentiment/corrections")
        .then()
        .body("corrections", hasSize(1))
        .body("corrections[0].mentionId", equalTo("x:1"))
        .body("corrections[0].modelLabel", equalTo("positive"))
        .body("next", nullValue());
    write(mentions.revision("x:1", 2, TEXT + "!"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> call().get(PATH).then().body("revision", equalTo(2)));
    shows("negative", 0, 1);
    patch("{\"label\":null}");
    shows("positive", 1, 0);
    call().get("/v1/sentiment/corrections").then().body("corrections", empty());
  }

  @Test
  void anErasedMentionTakesItsCorrectionWithIt() throws Exception {
    write(mentions.revision("x:1", 1, TEXT));
    shows("positive", 1, 0);
    patch("{\"label\":\"negative\"}");
    shows("negative", 0, 1);
    write(mentions.caused(Cause.ERASED, "x:1", 2));
    await().atMost(PATIENCE).untilAsserted(() -> call().get(PATH).then().statusCode(404));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                call()
                    .get("/v1/sentiment/corrections")
                    .then()
                    .statusCode(200)
                    .body("corrections", empty()));
    call().get("/v1/sentiment?interval=total").then().body("total.mentions", equalTo(0));
  }

  private void shows(String label, int positive, int negative) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              call().get(PATH).then().statusCode(200).body("label", equalTo(label));
              for (String interval :
                  new String[] {
                    "total", "hour", "minute&from=2026-11-22T10:00:00Z&to=2026-11-22T11:00:00Z"
                  }) {
                call()
                    .get("/v1/sentiment?monitor=brand&interval=" + interval)
                    .then()
                    .body("total.positive", equalTo(positive))
                    .body("total.negative", equalTo(negative));
              }
            });
  }

  private void patch(String body) {
    call().contentType("application/json").body(body).patch(PATH).then().statusCode(202);
  }

  private RequestSpecification call() {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(
            SignedIdentity.inWorkspace(workspace, Scopes.SENTIMENT_READ, Scopes.SENTIMENT_WRITE));
  }

  private void write(Mention mention) throws Exception {
    TopicProbe.write(
        Topics.MENTIONS,
        RecordKey.of(workspace, mention.id()).encode(),
        json.writeValueAsString(mention));
  }
}
