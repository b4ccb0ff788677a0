package dev.bellwether.gateway.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.bellwether.gateway.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class MetricsTest {

  @TestHTTPResource(value = "metrics", management = true)
  URL metrics;

  @Test
  void metricsStandBehindAPortOfTheirOwn() {
    given().get("/q/metrics").then().statusCode(404);
    given().get(metrics).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
  }

  @Test
  void aHundredIdsAreOneSeries() {
    for (int i = 0; i < 100; i++) {
      given().header("Authorization", "Bearer " + Suite.KEY).get("/v1/mentions/id-" + i);
      given().get("/v1/monitors/id-" + i + "/deeper");
      given().get("/nothing/id-" + i);
    }
    given()
        .get(metrics)
        .then()
        .statusCode(200)
        .body(
            containsString("uri=\"/v1/mentions/{path}\""),
            containsString("uri=\"/v1/monitors/{path}\""),
            not(containsString("id-")));
  }
}
