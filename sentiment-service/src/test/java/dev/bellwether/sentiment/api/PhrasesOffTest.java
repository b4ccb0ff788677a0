package dev.bellwether.sentiment.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** As the service comes: no models, and nothing that would fetch any. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class PhrasesOffTest {

  @Test
  void whoAsksIsToldThatTheyAreOffAndHowToSwitchThemOn() {
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes(Scopes.SENTIMENT_READ))
        .contentType("application/json")
        .body("{\"text\":\"I love this\"}")
        .post("/v1/sentiment/phrases")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("title", equalTo("Phrases are off"))
        .body("detail", containsString("./bellwether models phrases"));
  }

  @Test
  void theScopeIsAskedForAllTheSame() {
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes(Scopes.MENTIONS_READ))
        .contentType("application/json")
        .body("{\"text\":\"I love this\"}")
        .post("/v1/sentiment/phrases")
        .then()
        .statusCode(403);
  }
}
