package dev.bellwether.sentiment.api;

import static dev.bellwether.contracts.sentiment.SentimentLabel.NEUTRAL;
import static dev.bellwether.contracts.sentiment.SentimentLabel.UNKNOWN;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.storage.KeptMentions;
import dev.bellwether.sentiment.storage.KeptMentions.Kept;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A person's word is in Kafka when it is answered. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class CorrectionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Left alone, REST Assured would call the body ISO-8859-1. */
  private static final RestAssuredConfig WITHOUT_CHARSET =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private static final String MERGE_PATCH = "application/merge-patch+json";

  /** As Bluesky's are, with everything in it that a path could stumble over. */
  private static final String ID = "bluesky:at://did:plc:a/app.bsky.feed.post/3k+?";

  private static final String PATH =
      "/v1/mentions/bluesky%3Aat%3A%2F%2Fdid%3Aplc%3Aa%2Fapp.bsky.feed.post%2F3k%2B%3F/sentiment";

  private static final String SCORE =
      """
      {"schemaVersion": 1, "workspace": "w", "mentionId": "x", "revision": 1, "label": "neutral",
       "model": "en-linear-2", "createdAt": "2026-11-22T10:00:00Z"}""";

  @Inject WorkspaceTransaction transactions;
  @Inject ObjectMapper json;

  private final String workspace = "w-" + UUID.randomUUID();

  private void keep(SentimentLabel label, String score) {
    new KeptMentions(transactions, workspace)
        .add(
            List.of(
                Kept.plain(ID, Instant.parse("2026-11-22T10:00:00Z"), label, "ann", "acme")
                    .scored(score)));
  }

  @Test
  void aLabelIsWrittenWithWhoSaidItAndWhatTheModelHadSaid() throws Exception {
    keep(NEUTRAL, SCORE);
    patch(MERGE_PATCH, "{\"label\": \"positive\"}")
        .statusCode(202)
        .body("mentionId", equalTo(ID))
        .body("label", equalTo("positive"))
        .body("modelLabel", equalTo("neutral"))
        .body("correctedBy", equalTo("test-key"))
        .body("correctedAt", notNullValue())
        .body("detail", notNullValue());
    var said = json.readValue(written(1).getFirst().value(), Correction.class);
    assertEquals(SentimentLabel.POSITIVE, said.label());
    assertEquals(SentimentLabel.NEUTRAL, said.modelLabel());
    assertEquals("en-linear-2", said.model());
    assertEquals("test-key", said.correctedBy());
    assertEquals(workspace, said.workspace());
    assertEquals(ID, said.mentionId());
  }

  @Test
  void saidTwiceItIsTheSameAndTakenBackItIsANull() throws Exception {
    keep(NEUTRAL, SCORE);
    patch("application/json", "{\"label\": \"negative\"}").statusCode(202);
    patch(MERGE_PATCH, "{\"label\": \"negative\"}").statusCode(202);
    patch(MERGE_PATCH, "{\"label\": null}")
        .statusCode(202)
        .body("", hasKey("label"))
        .body("label", nullValue());
    var records = written(3);
    assertEquals(
        json.readValue(records.get(0).value(), Correction.class).label(),
        json.readValue(records.get(1).value(), Correction.class).label());
    assertNull(records.get(2).value());
  }

  @Test
  void aMentionThatNoModelSpeaksMayBeLabelledByAPerson() throws Exception {
    keep(UNKNOWN, null);
    patch(MERGE_PATCH, "{\"label\": \"positive\"}").statusCode(202).body("modelLabel", nullValue());
    assertNull(json.readValue(written(1).getFirst().value(), Correction.class).modelLabel());
  }

  @Test
  void whatIsNotALabelIsRefusedByNameAndNothingIsWritten() {
    keep(NEUTRAL, SCORE);
    for (String body :
        List.of(
            "{\"label\": \"good\"}", "{\"label\": \"unknown\"}", "{\"label\": 1}", "{}", "[]")) {
      patch(MERGE_PATCH, body).statusCode(400).body("field", equalTo("label"));
    }
    patch(MERGE_PATCH, "").statusCode(400).body("field", equalTo("label"));
    patch(MERGE_PATCH, "{\"label\": \"positive\", \"emotion\": \"joy\"}")
        .statusCode(400)
        .body("field", equalTo("emotion"));
    patch(MERGE_PATCH, "{\"label\": ").statusCode(400);
    patch("text/plain", "positive").statusCode(415);
    patch(MERGE_PATCH, "{\"label\": \"positive\"}").statusCode(202);
    assertEquals(1, written(1).size());
  }

  @Test
  void whatIsUnknownOrErasedCannotBeCorrected() {
    patch(MERGE_PATCH, "{\"label\": \"positive\"}")
        .statusCode(404)
        .contentType("application/problem+json");
    keep(NEUTRAL, SCORE);
    new KeptMentions(transactions, workspace).erase(ID);
    patch(MERGE_PATCH, "{\"label\": \"positive\"}").statusCode(404);
  }

  @Test
  void correctingNeedsMoreThanReading() {
    given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(SignedIdentity.inWorkspace(workspace, Scopes.SENTIMENT_READ))
        .contentType(MERGE_PATCH)
        .body("{\"label\": \"positive\"}")
        .patch(PATH)
        .then()
        .statusCode(403);
  }

  private ValidatableResponse patch(String type, String body) {
    return given()
        .config(WITHOUT_CHARSET)
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(SignedIdentity.inWorkspace(workspace, Scopes.SENTIMENT_WRITE))
        .contentType(type)
        .body(body)
        .patch(PATH)
        .then();
  }

  private List<ConsumerRecord<String, String>> written(int count) {
    var key = RecordKey.of(workspace, ID).encode();
    return TopicProbe.read(Topics.CORRECTIONS, count, PATIENCE, record -> key.equals(record.key()));
  }
}
