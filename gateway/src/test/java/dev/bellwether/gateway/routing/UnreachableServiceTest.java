package dev.bellwether.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.bellwether.gateway.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(UnreachableServiceTest.OthersOnly.class)
class UnreachableServiceTest {

  /** Nothing listens on port 1. */
  public static class OthersOnly extends Suite {

    @Override
    public Map<String, String> start() {
      Map<String, String> settings = super.start();
      settings.put("bellwether.upstream.optimizer", "http://127.0.0.1:1");
      settings.put("bellwether.upstream.sentiment", "http://127.0.0.1:1");
      return settings;
    }
  }

  @Test
  void aServiceThatIsNotThereIsNamedIn503AndTheOthersStillAnswer() {
    given()
        .header("X-API-Key", Suite.KEY)
        .get("/v1/budget-plans")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body(
            "detail",
            containsString("optimizer service"),
            "toString()",
            not(containsString("127.0.0.1")));
    given().header("X-API-Key", Suite.KEY).get("/v1/trends").then().statusCode(200);
    given()
        .get("/health")
        .then()
        .statusCode(503)
        .body("services.optimizer.status", equalTo("DOWN"), "services.trend.status", equalTo("UP"));
    given()
        .get("/openapi")
        .then()
        .statusCode(200)
        .body("'x-bellwether-missing'", hasItems("optimizer"));
  }

  @Test
  void phrasesWhoseReaderIsNotThereAreA503ThatNamesIt() {
    given()
        .header("X-API-Key", Suite.KEY)
        .get("/v1/mentions/x:1/phrases")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("detail", containsString("sentiment service"));
  }
}
