package dev.bellwether.sentiment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
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

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ObjectMapper json;

  private final String workspace = "w-" + UUID.randomUUID();
  private final Mentions mentions = Mentions.in(workspace);

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
    var score = json.readValue(everythingScoredOf("x:1").getLast().value(), ScoredMention.class);
    assertEquals(SentimentLabel.POSITIVE, score.label());
    assertEquals("en-sentiment-2", score.model());
    assertEquals(Mentions.CREATED, score.createdAt());
  }

  @Test
  void aRepeatedBatchAndALateRevisionChangeNothing() {
    write(mentions.revision("x:1", 1, "I love this, best day ever"));
    write(mentions.revision("x:1", 2, "I hate this, worst day ever"));
    write(mentions.revision("x:1", 2, "I hate this, worst day ever"));
    write(mentions.revision("x:1", 1, "I love this, best day ever"));
    everythingScoredOf("x:1");
    counts("monitor=brand").body("total.negative", equalTo(1)).body("total.positive", equalTo(0));
  }

  @Test
  void anErasedMentionIsTakenFromTheCountsAndFromScoredMentions() {
    write(mentions.revision("x:1", 1, "I love this"));
    awaitMentions(1);
    write(mentions.caused(Cause.ERASED, "x:1", 2));
    write(mentions.revision("x:1", 1, "I love this"));
    TopicProbe.write(Topics.MENTIONS, key("x:1"), null);
    var records = everythingScoredOf("x:1");
    counts("monitor=brand").body("total.positive", equalTo(0)).body("total.unknown", equalTo(1));
    assertNull(records.getLast().value());
  }

  @Test
  void countsFollowAMentionIntoAMonitorThatIsBackFilledAndOutOfIt() {
    String text = "I love this, best day ever";
    write(mentions.revision("x:1", 1, text));
    write(mentions.inMonitors("x:1", 2, text, List.of("brand", "launch")));
    everythingScoredOf("x:1");
    counts("monitor=launch").body("total.positive", equalTo(1));
    counts("monitor=brand").body("total.positive", equalTo(1));
    counts("interval=total").body("total.positive", equalTo(1));
    write(mentions.inMonitors("x:1", 3, text, List.of("brand")));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> counts("monitor=launch").body("total.mentions", equalTo(0)));
    counts("monitor=brand").body("total.positive", equalTo(1));
  }

  /** A null without an erased revision before it: the retention's. */
  @Test
  void anExpiredMentionIsForgottenAndStaysInTheCountsThatNameNobody() {
    write(mentions.revision("x:1", 1, "I love this, best day ever"));
    awaitMentions(1);
    TopicProbe.write(Topics.MENTIONS, key("x:1"), null);
    var records = everythingScoredOf("x:1");
    assertNull(records.getLast().value());
    counts("monitor=brand").body("total.positive", equalTo(1));
  }

  @Test
  void aRecordThatCannotBeReadIsSetAsideAndTheNextOneIsTaken() {
    TopicProbe.write(Topics.MENTIONS, key("x:1"), "{\"revision\": not json");
    TopicProbe.write(
        Topics.MENTIONS, key("x:1"), "{\"workspace\":\"" + workspace + "\",\"id\":\"x:1\"}");
    TopicProbe.write(
        Topics.MENTIONS, key("x:1"), text(mentions.revision("x:9", 1, "another's key")));
    TopicProbe.write(Topics.MENTIONS, key("x:\0"), text(mentions.revision("x:\0", 1, "a NUL")));
    TopicProbe.write(
        Topics.MENTIONS,
        key("x:1"),
        text(mentions.revision("x:1", 1, "later"))
            .replace("\"schemaVersion\":1", "\"schemaVersion\":2"));
    TopicProbe.write(Topics.MENTIONS, key("x:1") + "|more", null);
    write(mentions.revision("x:1", 1, "I love this"));
    awaitMentions(1);
    var aside =
        TopicProbe.read(
            Topics.deadLettersOf(Topics.MENTIONS),
            6,
            PATIENCE,
            record -> record.key().startsWith(workspace));
    assertEquals(
        Set.of(
            "is no JSON",
            "is missing or has another form",
            "key and value name different mentions",
            "schema version 2, and this service knows 1: upgrade it, then replay",
            "the key is not workspace and mention id"),
        aside.stream()
            .filter(letter -> !letter.key().contains("\0"))
            .map(letter -> header(letter, DeadLetterHeaders.ERROR_MESSAGE))
            .map(message -> message.replaceAll(" at .*| \\(line.*", ""))
            .collect(Collectors.toSet()));
    var removal = aside.stream().filter(letter -> letter.key().endsWith("|more")).findFirst();
    assertNull(removal.orElseThrow().value(), "a removal stays one");
  }

  private static String header(ConsumerRecord<String, String> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
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

  private ValidatableResponse counts(String query) {
    return caller().urlEncodingEnabled(false).get("/v1/sentiment?" + query).then().statusCode(200);
  }

  private RequestSpecification caller() {
    return given().auth().oauth2(SignedIdentity.inWorkspace(workspace, Scopes.SENTIMENT_READ));
  }

  private void awaitMentions(int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertEquals(count, all().getInt("total.mentions")));
  }

  private JsonPath all() {
    return counts("interval=total").extract().jsonPath();
  }

  /**
   * Waits until everything written so far about a mention is worked off: a marker that follows it
   * on its partition is.
   *
   * @return the mention's records on {@code scored-mentions}, in order
   */
  private List<ConsumerRecord<String, String>> everythingScoredOf(String mention) {
    var marker = markerBehind(mention);
    write(mentions.speaking("nl", marker, "Ende"));
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
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "x:end" + i)
        .filter(marker -> partition(marker) == partition(mention))
        .findFirst()
        .orElseThrow();
  }

  private int partition(String mention) {
    return Utils.toPositive(Utils.murmur2(key(mention).getBytes(StandardCharsets.UTF_8)))
        % Topics.POST_PARTITIONS;
  }

  private void write(Mention mention) {
    TopicProbe.write(Topics.MENTIONS, key(mention.id()), text(mention));
  }

  private String text(Mention mention) {
    try {
      return json.writeValueAsString(mention);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private String key(String mention) {
    return RecordKey.of(workspace, mention).encode();
  }
}
