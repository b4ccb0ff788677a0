package dev.bellwether.sentiment.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.sentiment.phrases.ModelFolder;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The endpoint with the real models: {@code mvn test -Pphrases}, docs/phrases.md. */
@QuarkusTest
@TestProfile(PhrasesWithModels.SwitchedOn.class)
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class PhrasesWithModels {

  /** On, with the models where they stand. */
  public static final class SwitchedOn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "bellwether.phrases.enabled",
          "true",
          "bellwether.phrases.models",
          ModelFolder.get().toAbsolutePath().toString());
    }
  }

  private static Response phrases() {
    return given()
        .auth()
        .oauth2(SignedIdentity.withScopes(Scopes.SENTIMENT_READ))
        .contentType("application/json")
        .body("{\"text\":\"I love the camera, but I hate the battery 😡\",\"language\":\"en\"}")
        .post("/v1/sentiment/phrases");
  }

  @Test
  void theModelsAreLoadedAtTheFirstTextAndItsTreeIsAnswered() {
    // on a busy machine the first callers are told that they load
    await().atMost(Duration.ofMinutes(2)).until(() -> phrases().statusCode() == 200);
    phrases()
        .then()
        .body("model", equalTo("corenlp-4.5.10-sr-rntn"))
        .body("sentences", hasSize(1))
        .body("sentences[0].label", equalTo("negative"))
        .body("sentences[0].phrases", hasSize(2))
        .body("sentences[0].phrases[0].text", equalTo("I love the camera, but I hate the battery"))
        .body("sentences[0].phrases[0].score", lessThan(0f))
        .body("sentences[0].phrases[1].text", equalTo("😡"))
        .body("sentences[0].phrases[1].end", equalTo(44))
        .body("cut.tokens", equalTo(0));
  }
}
