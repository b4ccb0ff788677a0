package dev.bellwether.trend;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The packaged program: {@code mvn verify -DskipITs=false}, or {@code -Dnative}. Streams runs, its
 * stores open, and a trend that stands on the topic is read and answered.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "trend"))
class TrendServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String TREND =
      """
      {
        "schemaVersion": 1, "workspace": "default", "monitor": "m1", "id": "t1", "label": "lid, leak",
        "terms": ["lid", "leak"], "startedAt": "2026-11-01T10:00:00Z", "detectedAt": "2026-11-01T10:40:00Z",
        "peakAt": "2026-11-01T12:00:00Z", "lastSeenAt": "2026-11-01T13:00:00Z", "significance": 9.5, "mentions": 60,
        "authors": 55, "perHour": 40.0, "expectedPerHour": 1.25, "state": "rising", "sampleMentions": ["x:1", "x:2"]
      }
      """;

  @Test
  void aTrendOfTheTopicIsAnswered() {
    TopicProbe.write(Topics.TRENDS, "default|m1|t1", TREND);
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> caller().get("/v1/trends").then().statusCode(200).body("trends", hasSize(1)));
  }

  @Test
  void whatCannotBeReadIsSetAside() {
    TopicProbe.write(Topics.MENTIONS, "default|bad", "{no json");
    var letters =
        TopicProbe.read(Topics.deadLettersOf(Topics.MENTIONS), 1, PATIENCE, letter -> true);
    assertEquals("default|bad", letters.getFirst().key());
  }

  @Test
  void aProblemIsToldInJson() {
    caller()
        .get("/v1/trends?limit=0")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("limit"));
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(SignedIdentity.withScopes("trends:read"));
  }
}
