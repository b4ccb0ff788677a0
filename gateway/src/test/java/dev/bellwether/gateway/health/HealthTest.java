package dev.bellwether.gateway.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.gateway.EchoService;
import dev.bellwether.gateway.Suite;
import dev.bellwether.gateway.upstream.Upstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Suite.class)
class HealthTest {

  private static final String UP = "{\"status\":\"UP\",\"checks\":[]}";

  private final EchoService trend = Suite.service(Upstream.TREND);

  @AfterEach
  void recover() {
    trend.says(UP);
    await().atMost(Duration.ofSeconds(30)).until(() -> given().get("/health").statusCode() == 200);
  }

  @Test
  void allFiveServicesAreReported() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/health")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body(
                        "status",
                        equalTo("UP"),
                        "services.keySet()",
                        contains("gateway", "ingest", "sentiment", "trend", "optimizer"),
                        "services.values().status.unique()",
                        contains("UP")));
  }

  @Test
  void aServiceThatIsDownMakesTheSuiteDownAndIsNamedWithoutItsAddresses() {
    trend.says(
        """
        {"status":"DOWN","checks":[{"name":"Kafka Streams","status":"DOWN","data":{"bootstrap":"10.1.2.3:9092"}},
         {"name":"disk","status":"UP"}]}
        """);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/health")
                    .then()
                    .statusCode(503)
                    .body(
                        "status",
                        equalTo("DOWN"),
                        "services.trend.status",
                        equalTo("DOWN"),
                        "services.trend.failing",
                        contains("Kafka Streams"),
                        "services.ingest.status",
                        equalTo("UP"),
                        "services.ingest.failing",
                        nullValue(),
                        "toString()",
                        not(containsString("10.1.2.3"))));
    given()
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("Not all services are up"), containsString("trend: down"));
  }

  @Test
  void howFarEachServiceIsWithWhatItReadsIsTold() {
    trend.says(
        """
        {"status":"DOWN","checks":[{"name":"kafka","status":"UP","data":{"mentions":"10.1.2.3"}},
         {"name":"events","status":"DOWN","data":{"mentions.lag":12,"mentions.lastEventAgeSeconds":400,
          "mentions.stillForSeconds":301,"mentions.lastError":"ConnectException",
          "mentions.lastErrorAgeSeconds":3}}]}
        """);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/health")
                    .then()
                    .statusCode(503)
                    .body(
                        "services.trend.failing",
                        contains("events"),
                        "services.trend.topics.mentions.lag",
                        equalTo(12),
                        "services.trend.topics.mentions.lastEventAgeSeconds",
                        equalTo(400),
                        "services.trend.topics.mentions.stillForSeconds",
                        equalTo(301),
                        "services.trend.topics.mentions.lastError",
                        equalTo("ConnectException"),
                        "services.ingest.topics",
                        nullValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"status\":\"UP\"", "{\"status\":\"maybe\"}"})
  void whatIsNoHealthIsDown(String answer) {
    trend.says(answer);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/health")
                    .then()
                    .statusCode(503)
                    .body("services.trend.status", equalTo("DOWN")));
  }

  @Test
  void theGatewaysOwnHealthDoesNotDependOnTheOthers() {
    trend.says("{\"status\":\"DOWN\"}");
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void thePageTellsTheStateAndLoadsNothing() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/")
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Request-Id", notNullValue())
                    .body(
                        containsString("All services are up"),
                        containsString("optimizer: up"),
                        containsString("curl"),
                        containsString("href=\"/openapi\""),
                        not(containsString("<script")),
                        not(containsString("src=")),
                        not(containsString("{{"))));
  }
}
