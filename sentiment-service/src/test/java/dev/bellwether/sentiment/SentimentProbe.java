package dev.bellwether.sentiment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/** The running service as others see it, in one workspace. */
public record SentimentProbe(ObjectMapper json, String workspace) {

  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /** In a workspace that nobody else has. */
  public static SentimentProbe alone(ObjectMapper json) {
    return new SentimentProbe(json, "w-" + UUID.randomUUID());
  }

  public Mentions mentions() {
    return Mentions.in(workspace);
  }

  public String key(String mention) {
    return RecordKey.of(workspace, mention).encode();
  }

  public void write(Mention mention) {
    TopicProbe.write(Topics.MENTIONS, key(mention.id()), text(mention));
  }

  public void correct(String mention, SentimentLabel label) {
    TopicProbe.write(Topics.CORRECTIONS, key(mention), text(correction(mention, label)));
  }

  public void takeBackCorrection(String mention) {
    TopicProbe.write(Topics.CORRECTIONS, key(mention), null);
  }

  public Correction correction(String mention, SentimentLabel label) {
    return new Correction(
        Correction.SCHEMA_VERSION,
        workspace,
        mention,
        label,
        Instant.parse("2026-11-22T18:00:00Z"),
        "test-key",
        null,
        null);
  }

  public String text(Object event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  public ValidatableResponse counts(String query) {
    return given()
        .auth()
        .oauth2(SignedIdentity.inWorkspace(workspace, Scopes.SENTIMENT_READ))
        .urlEncodingEnabled(false)
        .get("/v1/sentiment?" + query)
        .then()
        .statusCode(200);
  }

  /** How many mentions of the workspace count with a label. */
  public int count(SentimentLabel label) {
    return counts("interval=total").extract().jsonPath().getInt("total." + label.wireName());
  }

  public void awaitCount(SentimentLabel label, int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertEquals(count, count(label)));
  }

  /**
   * Waits until everything written so far about a mention is worked off: a marker that follows it
   * on its partition is.
   *
   * @return the mention's records on {@code scored-mentions}, in order
   */
  public List<ConsumerRecord<String, String>> everythingScoredOf(String mention) {
    var marker = markerBehind(mention);
    write(mentions().speaking("nl", marker, "einde"));
    var records = new ArrayList<ConsumerRecord<String, String>>();
    var end =
        TopicProbe.read(
            Topics.SCORED_MENTIONS,
            1,
            PATIENCE,
            record -> {
              if (key(mention).equals(record.key())) {
                records.add(record);
              }
              return key(marker).equals(record.key());
            });
    assertEquals(1, end.size(), "the marker was not scored in time");
    return records;
  }

  private String markerBehind(String mention) {
    return Stream.generate(() -> "x:end-" + UUID.randomUUID())
        .filter(marker -> partition(marker) == partition(mention))
        .findFirst()
        .orElseThrow();
  }

  /** Where the records of a mention and its correction lie. */
  public int partition(String mention) {
    return Utils.toPositive(Utils.murmur2(key(mention).getBytes(StandardCharsets.UTF_8)))
        % Topics.POST_PARTITIONS;
  }
}
