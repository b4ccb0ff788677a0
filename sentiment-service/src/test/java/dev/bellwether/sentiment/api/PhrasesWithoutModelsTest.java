package dev.bellwether.sentiment.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Switched on, but the folder is empty: the service scores on and says what is wrong. */
@QuarkusTest
@TestProfile(PhrasesWithoutModelsTest.SwitchedOn.class)
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class PhrasesWithoutModelsTest {

  /** On, with a folder that nobody has filled. */
  public static final class SwitchedOn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "bellwether.phrases.enabled", "true",
          "bellwether.phrases.models", "target/no-models",
          "bellwether.phrases.load-at-start", "true");
    }
  }

  private static ValidatableResponse post(String path, Object body) throws Exception {
    return given()
        .auth()
        .oauth2(SignedIdentity.withScopes(Scopes.SENTIMENT_READ))
        .contentType("application/json")
        .body(new ObjectMapper().writeValueAsString(body))
        .post(path)
        .then();
  }

  private static ValidatableResponse phrases(Object body) throws Exception {
    return post("/v1/sentiment/phrases", body).contentType("application/problem+json");
  }

  @Test
  void theCallerHearsThatTheModelsAreMissingAndNothingOfTheMachine() throws Exception {
    phrases(Map.of("text", "I love this"))
        .statusCode(503)
        .header("Retry-After", nullValue())
        .body("title", equalTo("No models for phrases"))
        .body("detail", not(containsString("no-models")));
    post("/v1/sentiment/score", Map.of("text", "I love this"))
        .statusCode(200)
        .body("label", equalTo("positive"));
  }

  @Test
  void anotherLanguageIsRefusedByName() throws Exception {
    phrases(Map.of("text", "j'adore", "language", "fr"))
        .statusCode(422)
        .body("field", equalTo("language"));
  }

  @Test
  void aTextThatIsMissingOrOfABookIsRefused() throws Exception {
    phrases(Map.of()).statusCode(400).body("field", equalTo("text"));
    phrases(Map.of("text", "a".repeat(100_001))).statusCode(400).body("field", equalTo("text"));
  }
}
