package dev.bellwether.sentiment.api;

import static dev.bellwether.contracts.sentiment.SentimentLabel.NEGATIVE;
import static dev.bellwether.contracts.sentiment.SentimentLabel.NEUTRAL;
import static dev.bellwether.contracts.sentiment.SentimentLabel.POSITIVE;
import static dev.bellwether.contracts.sentiment.SentimentLabel.UNKNOWN;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.storage.KeptMentions;
import dev.bellwether.sentiment.storage.KeptMentions.Kept;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nine mentions of two days, of the brands {@code acme} and {@code rival}, seen through every view.
 * What an answer looks like is in {@code golden}.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class ViewsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  private static final String SCORE =
      """
      {"schemaVersion": 1, "workspace": "w", "mentionId": "x:1", "revision": 3, "label": "positive",
       "probabilities": {"negative": 0.1, "neutral": 0.2, "positive": 0.7}, "model": "en-linear-2",
       "confidence": 0.7, "emotion": "joy", "irony": false, "offensive": false,
       "words": [{"word": "love", "contribution": 1.25}, {"word": "battery", "contribution": -0.5}],
       "targets": [
         {"name": "Acme", "label": "positive", "confidence": 0.9, "monitors": ["acme"]},
         {"name": "Battery", "label": "negative", "confidence": 0.6, "monitors": ["acme", "rival"]}],
       "monitors": ["acme"], "createdAt": "2026-11-22T10:00:10Z"}
      """;

  @Inject WorkspaceTransaction transactions;
  @Inject ObjectMapper json;

  private final String workspace = "w-" + UUID.randomUUID();
  private KeptMentions kept;

  @BeforeEach
  void fill() {
    kept = new KeptMentions(transactions, workspace);
    kept.add(
        List.of(
            new Kept(
                "x:1",
                TEN.plusSeconds(10),
                POSITIVE,
                List.of("acme"),
                "ann",
                8,
                false,
                "joy",
                false,
                false,
                SCORE),
            new Kept(
                "x:2",
                TEN.plusSeconds(50),
                NEGATIVE,
                List.of("acme", "rival"),
                "bob",
                1,
                false,
                "anger",
                true,
                true,
                SCORE.replace(
                    "\"Acme\", \"label\": \"positive\"", "\"Acme\", \"label\": \"neutral\"")),
            Kept.plain("x:3", TEN.plusSeconds(70), POSITIVE, "ann", "acme"),
            new Kept(
                "x:4",
                TEN.plusSeconds(200),
                NEUTRAL,
                List.of("acme"),
                "spammer",
                0,
                true,
                "none",
                false,
                false,
                null),
            Kept.plain("x:5", TEN.plusSeconds(3_700), UNKNOWN, null, "acme"),
            Kept.plain("x:6", TEN.plusSeconds(3_800), NEGATIVE, "ann", "rival").takenUp(3),
            Kept.plain("x:7", TEN.plusSeconds(90_000), POSITIVE, "cyd", "acme"),
            Kept.plain("x:8", TEN.plusSeconds(90_010), NEGATIVE, "ann", "rival"),
            Kept.plain("x:9", TEN.plusSeconds(90_020), POSITIVE, "dan")));
  }

  @Test
  void aMonitorOverHours() {
    looksLike("sentiment-hours", "/v1/sentiment?monitor=acme&to=2026-11-23T00:00:00Z");
  }

  @Test
  void aMonitorOverMinutes() {
    looksLike(
        "sentiment-minutes",
        "/v1/sentiment?monitor=acme&interval=minute&from=2026-11-22T10:00:30Z&to=2026-11-22T10:02:00Z");
  }

  @Test
  void aWholeWorkspaceAltogether() {
    looksLike("sentiment-total", "/v1/sentiment?interval=total");
  }

  @Test
  void everyMonitorAtAGlance() {
    looksLike("summary", "/v1/sentiment/summary");
  }

  @Test
  void monitorsBesideEachOther() {
    looksLike(
        "share-of-voice", "/v1/sentiment/share-of-voice?monitors=acme,rival,unheard&interval=day");
  }

  @Test
  void brandsAndProductsThatAreNamed() {
    looksLike("targets", "/v1/sentiment/targets?from=2026-11-22T10:00:00Z");
  }

  @Test
  void oneMentionAndWhy() {
    kept.correct("x:1", NEGATIVE, TEN.plusSeconds(600));
    looksLike("mention-sentiment", "/v1/mentions/x%3A1/sentiment");
  }

  @Test
  void whatPeopleSaid() {
    kept.correct("x:1", NEGATIVE, TEN.plusSeconds(600));
    kept.correct("x:2", POSITIVE, TEN.plusSeconds(700));
    looksLike("corrections", "/v1/sentiment/corrections");
  }

  @Test
  void anAuthorWhoWritesInTwoHoursIsOneAuthorOfTheDay() {
    ok("/v1/sentiment?monitor=rival")
        .body("buckets.authors", equalTo(List.of(1, 1, 1)))
        .body("total.authors", equalTo(2))
        .body("total.mentionsWithAuthor", equalTo(3));
    ok("/v1/sentiment?monitor=rival&interval=day").body("buckets.authors", equalTo(List.of(2, 1)));
    ok("/v1/sentiment?monitor=rival&interval=total").body("total.authors", equalTo(2));
    ok("/v1/sentiment?monitor=nobody").body("total.authors", equalTo(0));
  }

  @Test
  void sharesFollowWhatIsCounted() {
    String path = "/v1/sentiment/share-of-voice?monitors=rival&monitors=acme,rival&by=";
    ok(path + "authors")
        .body("total.shares.monitor", equalTo(List.of("rival", "acme")))
        .body("total.shares.count", equalTo(List.of(2, 4)));
    ok(path + "authors&interval=hour&from=2026-11-23T00:00:00Z")
        .body("buckets.start", equalTo(List.of("2026-11-23T11:00:00Z")))
        .body("total.shares.count", equalTo(List.of(1, 1)));
    ok(path + "interactions")
        .body("total.shares.count", equalTo(List.of(4, 9)))
        .body("total.shares[0].shareInterval", nullValue());
    ok(path + "mentions&from=2027-01-01T00:00:00Z")
        .body("total.count", equalTo(0))
        .body("total.shares[0].share", nullValue())
        .body("buckets", empty());
  }

  @Test
  void aMonitorsTargetsAreThoseThatItKnowsByName() {
    ok("/v1/sentiment/targets?monitor=rival").body("targets.name", equalTo(List.of("Battery")));
    ok("/v1/sentiment/targets?monitor=rival").body("targets[0].mentions", equalTo(1));
    ok("/v1/sentiment/targets?limit=1").body("targets", hasSize(1));
    ok("/v1/sentiment/targets?to=2026-11-22T10:00:00Z").body("targets", empty());
  }

  @Test
  void aMentionOfTheVersionBeforeHasItsLabelAndNoMore() {
    kept.forgetScore("x:3");
    ok("/v1/mentions/x%3A3/sentiment")
        .body("label", equalTo("positive"))
        .body("model", nullValue())
        .body("words", empty());
    ok("/v1/sentiment?monitor=acme&interval=total")
        .body("total.mentions", equalTo(6))
        .body("total.mentionsWithAuthor", equalTo(4));
  }

  @Test
  void anErasedMentionIsUnknownAndItsAuthorNotCounted() {
    kept.erase("x:7");
    caller().get("/v1/mentions/x%3A7/sentiment").then().statusCode(404);
    ok("/v1/sentiment?monitor=acme&interval=total").body("total.authors", equalTo(3));
  }

  @Test
  void correctionsArePaged() {
    for (int i = 1; i <= 5; i++) {
      kept.correct("x:" + i, NEUTRAL, TEN.plusSeconds(i / 2));
    }
    var first =
        ok("/v1/sentiment/corrections?limit=3")
            .body("corrections.mentionId", equalTo(List.of("x:5", "x:4", "x:3")));
    String next = first.extract().path("next");
    first.header("Link", containsString("cursor=" + next));
    ok("/v1/sentiment/corrections?limit=3&cursor=" + next)
        .body("corrections.mentionId", equalTo(List.of("x:2", "x:1")))
        .body("next", nullValue());
  }

  @Test
  void whatCannotBeAnsweredIsRefusedByNameWithTheRemedy() {
    refused("/v1/sentiment?interval=week", "interval");
    refused("/v1/sentiment?interval=minute", "from");
    refused("/v1/sentiment?interval=minute&from=2026-11-22T10:00:00Z", "to");
    refused(
        "/v1/sentiment?interval=minute&from=2026-11-01T00:00:00Z&to=2026-11-08T00:01:00Z", "to");
    refused("/v1/sentiment?monitor=" + "m".repeat(801), "monitor");
    refused("/v1/sentiment/share-of-voice", "monitors");
    refused("/v1/sentiment/share-of-voice?monitors=acme,acme", "monitors");
    refused("/v1/sentiment/share-of-voice?monitors=a,b&by=views", "by");
    refused("/v1/sentiment/share-of-voice?monitors=a,b&interval=minute", "interval");
    refused("/v1/sentiment/share-of-voice?monitors=a,b&from=now", "from");
    refused("/v1/sentiment/targets?limit=0", "limit");
    refused("/v1/sentiment/targets?monitor=a%00", "monitor");
    refused("/v1/sentiment/corrections?limit=1001", "limit");
    refused("/v1/sentiment/corrections?cursor=abc", "cursor");
  }

  @Test
  void nobodySeesAnotherWorkspace() {
    var stranger = SignedIdentity.inWorkspace("w-" + UUID.randomUUID(), Scopes.SENTIMENT_READ);
    kept.correct("x:1", NEGATIVE, TEN);
    for (String path :
        List.of(
            "/v1/sentiment/share-of-voice?monitors=acme,rival&by=authors",
            "/v1/sentiment/targets",
            "/v1/sentiment/corrections",
            "/v1/sentiment")) {
      String answer =
          given().auth().oauth2(stranger).get(path).then().statusCode(200).extract().asString();
      assertEquals(-1, answer.indexOf("x:1"), answer);
      assertEquals(-1, answer.indexOf("Acme"), answer);
    }
    given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(stranger)
        .get("/v1/mentions/x%3A1/sentiment")
        .then()
        .statusCode(404);
  }

  @Test
  void everyViewIsDescribed() {
    String patch = "paths.'/v1/mentions/{id}/sentiment'.patch.";
    given()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths", hasKey("/v1/sentiment"))
        .body("paths", hasKey("/v1/sentiment/share-of-voice"))
        .body("paths", hasKey("/v1/sentiment/targets"))
        .body("paths", hasKey("/v1/sentiment/corrections"))
        .body("paths", hasKey("/v1/sentiment/score"))
        .body("paths.'/v1/mentions/{id}/sentiment'", hasKey("get"))
        .body(patch + "requestBody.content", hasKey("application/merge-patch+json"))
        .body(patch + "responses", hasKey("202"))
        .body(
            "components.schemas.CorrectionRequest.properties.label.enum",
            hasItems("negative", "neutral", "positive"))
        .body("components.schemas.CountsView.properties", hasKey("netSentimentInterval"));
  }

  @Test
  void theScopeIsAskedFor() {
    for (String path :
        List.of(
            "/v1/sentiment/share-of-voice?monitors=a,b",
            "/v1/sentiment/targets",
            "/v1/sentiment/corrections",
            "/v1/mentions/x%3A1/sentiment")) {
      given()
          .urlEncodingEnabled(false)
          .auth()
          .oauth2(SignedIdentity.inWorkspace(workspace, Scopes.MENTIONS_READ))
          .get(path)
          .then()
          .statusCode(403);
    }
  }

  private void looksLike(String golden, String path) {
    try {
      var answer = json.readTree(ok(path).extract().asString());
      var expected = json.readTree(Files.readString(GOLDEN.resolve(golden + ".json")));
      assertEquals(expected.toPrettyString(), answer.toPrettyString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ValidatableResponse ok(String path) {
    return caller().get(path).then().statusCode(200);
  }

  private void refused(String path, String field) {
    caller()
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  private RequestSpecification caller() {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(SignedIdentity.inWorkspace(workspace, Scopes.SENTIMENT_READ));
  }
}
