package dev.bellwether.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.gateway.EchoService;
import dev.bellwether.gateway.Suite;
import dev.bellwether.gateway.identity.KeySecret;
import dev.bellwether.gateway.identity.KeyStore;
import dev.bellwether.gateway.upstream.Upstream;
import dev.bellwether.kit.identity.Scopes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mention's phrases: ingest knows the words, sentiment reads them, the gateway composes. */
@QuarkusTest
@WithTestResource(Suite.class)
class MentionPhrasesTest {

  private static final String TEXTS = "/v1/sentiment/phrases";
  private static final String TREES = "{\"model\":\"m\",\"sentences\":[{\"text\":\"Love it\"}]}";

  @Inject KeyStore keys;

  private final EchoService ingest = Suite.service(Upstream.INGEST);
  private final EchoService sentiment = Suite.service(Upstream.SENTIMENT);

  @BeforeEach
  void sentimentReads() {
    sentiment.chunks().clear();
    sentiment.answers(TEXTS, 200, null, TREES);
  }

  private void holds(String id, String mention) {
    ingest.answers("/v1/mentions/" + id, 200, null, mention);
  }

  private KeySecret key(String workspace, String... scopes) {
    return keys.issue(workspace, "a key", List.of(scopes));
  }

  private static ValidatableResponse phrases(KeySecret key, String id) {
    return given()
        .urlEncodingEnabled(false)
        .header("X-API-Key", key.reveal())
        .get("/v1/mentions/" + id + "/phrases")
        .then();
  }

  @Test
  void theWordsOfTheMentionAreReadAndTheAnswerNamesItsRevision() throws Exception {
    holds(
        "x%3A1",
        "{\"id\":\"x:1\",\"revision\":3,\"text\":\"Love \\\"it\\\" 😍\",\"language\":\"en\"}");
    phrases(key("read", Scopes.MENTIONS_READ, Scopes.SENTIMENT_READ), "x%3A1")
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("mention", equalTo("x:1"))
        .body("revision", equalTo(3))
        .body("phrases.sentences[0].text", equalTo("Love it"));
    var asked = new ObjectMapper().readTree(sentiment.chunks().take());
    assertEquals("Love \"it\" 😍", asked.path("text").asText());
    assertEquals("en", asked.path("language").asText());
  }

  @Test
  void aLanguageThatNobodyCouldTellIsNotTakenForEnglish() throws Exception {
    holds("x%3A2", "{\"id\":\"x:2\",\"revision\":1,\"text\":\"hm\"}");
    phrases(key("untold", Scopes.MENTIONS_READ, Scopes.SENTIMENT_READ), "x%3A2").statusCode(200);
    assertEquals(
        "und", new ObjectMapper().readTree(sentiment.chunks().take()).path("language").asText());
  }

  @Test
  void bothScopesAreNeededAndNothingIsAskedWithoutThem() {
    int before = Suite.requests();
    phrases(key("half", Scopes.MENTIONS_READ), "x%3A1")
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", containsString("sentiment:read"));
    phrases(key("half", Scopes.SENTIMENT_READ), "x%3A1")
        .statusCode(403)
        .body("detail", containsString("mentions:read"));
    assertEquals(before, Suite.requests());
  }

  @Test
  void aProblemOfEitherServiceIsPassedOnWithItsRetryAfter() {
    KeySecret key = key("problems", Scopes.MENTIONS_READ, Scopes.SENTIMENT_READ);
    ingest.answers("/v1/mentions/x%3A404", 404, null, "{\"title\":\"Not found\",\"status\":404}");
    phrases(key, "x%3A404")
        .statusCode(404)
        .contentType("application/problem+json")
        .body("title", equalTo("Not found"));
    holds("x%3A3", "{\"id\":\"x:3\",\"revision\":1,\"text\":\"hm\",\"language\":\"en\"}");
    sentiment.answers(TEXTS, 503, "Retry-After: 5", "{\"title\":\"Busy\",\"status\":503}");
    phrases(key, "x%3A3").statusCode(503).header("Retry-After", "5").body("title", equalTo("Busy"));
    sentiment.answers(TEXTS, 409, null, "{\"title\":\"Phrases are off\",\"status\":409}");
    phrases(key, "x%3A3").statusCode(409).body("title", equalTo("Phrases are off"));
  }

  @Test
  void aServiceThatMakesNoSenseOrRefusesTheSignatureIsThe502OfEveryRoute() {
    KeySecret key = key("broken", Scopes.MENTIONS_READ, Scopes.SENTIMENT_READ);
    holds("x%3A4", "{no json");
    phrases(key, "x%3A4").statusCode(502).body("detail", containsString("ingest"));
    holds("x%3A4", "{\"id\":\"x:4\",\"revision\":1,\"text\":\"hm\",\"language\":\"en\"}");
    sentiment.answers(TEXTS, 401, null, "no");
    phrases(key, "x%3A4").statusCode(502).body("title", equalTo("Service misconfigured"));
    sentiment.answers(TEXTS, 404, null, "");
    phrases(key, "x%3A4").statusCode(404).contentType("application/problem+json");
  }

  @Test
  void aServiceThatDoesNotAnswerInTimeIsThe504OfEveryRoute() {
    ingest.answers("/v1/mentions/x%3A6", EchoService.NEVER, null, "");
    phrases(key("slow", Scopes.MENTIONS_READ, Scopes.SENTIMENT_READ), "x%3A6")
        .statusCode(504)
        .contentType("application/problem+json")
        .body("detail", containsString("ingest service"));
  }

  @Test
  void whoHasSeenTheWordsIsWrittenDownBeforeTheyAreGiven() {
    KeySecret key = key("audited", Scopes.MENTIONS_READ, Scopes.SENTIMENT_READ, Scopes.AUDIT_READ);
    holds("x%3A5", "{\"id\":\"x:5\",\"revision\":1,\"text\":\"hm\",\"language\":\"en\"}");
    phrases(key, "x%3A5").statusCode(200);
    given()
        .header("X-API-Key", key.reveal())
        .get("/v1/audit?mention=x:5")
        .then()
        .body("entries", hasSize(1))
        .body("entries[0].route", equalTo("/v1/mentions/{id}/phrases"))
        .body("entries[0].status", equalTo(200));
  }

  @Test
  void onlyGetIsAnswered() {
    int before = Suite.requests();
    Suite.withKey()
        .post("/v1/mentions/x%3A1/phrases")
        .then()
        .statusCode(405)
        .header("Allow", "GET");
    given().get("/v1/mentions/x%3A1/phrases").then().statusCode(401);
    assertEquals(before, Suite.requests());
    assertNull(sentiment.chunks().poll());
  }
}
