package dev.bellwether.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.gateway.Suite;
import dev.bellwether.gateway.upstream.Upstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class ContractTest {

  private static final String TRENDS =
      """
      {"openapi":"3.1.0","paths":{"/v1/trends":{"get":{"responses":{}}},"/q/secret":{"get":{}}}}
      """;

  @Test
  void theServicesDescriptionsAreOneDocumentForAnyone() {
    Suite.service(Upstream.TREND).describes(TRENDS);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                given()
                    .get("/openapi")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body(
                        "openapi",
                        equalTo("3.1.0"),
                        "paths",
                        hasKey("/v1/trends"),
                        "paths",
                        not(hasKey("/q/secret")),
                        "components.securitySchemes.bearerKey.scheme",
                        equalTo("bearer"),
                        "components.securitySchemes.headerKey.name",
                        equalTo("X-API-Key")));
    given().get("/openapi.json").then().statusCode(200).body("paths", hasKey("/v1/trends"));
  }

  @Test
  void aServiceThatTalksNonsenseIsDescribedAsWhenLastSeen() {
    Suite.service(Upstream.TREND).describes(TRENDS);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> given().get("/openapi").then().body("paths", hasKey("/v1/trends")));
    Suite.service(Upstream.TREND).describes("<html>");
    Suite.service(Upstream.INGEST).describes("{\"paths\":{\"/v1/mentions\":{}}}");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                given()
                    .get("/openapi")
                    .then()
                    .body("paths", hasKey("/v1/mentions"), "paths", hasKey("/v1/trends")));
    Suite.service(Upstream.TREND).describes(TRENDS);
  }

  @Test
  void theEventsAreDescribedForAnyone() {
    given()
        .get("/asyncapi")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("asyncapi", equalTo("3.0.0"), "channels.mentions.address", equalTo("mentions"));
    given().get("/asyncapi.json").then().statusCode(200).body("channels", hasKey("mentions-dlq"));
    given().get("/").then().body(containsString("href=\"/asyncapi\""));
  }

  @Test
  void theCatalogLeadsToTheDocument() {
    given()
        .get("/.well-known/api-catalog")
        .then()
        .statusCode(200)
        .header("Content-Type", containsString("application/linkset+json"))
        .header("Content-Type", containsString("rfc9727"));
    String text = given().get("/.well-known/api-catalog").asString();
    var catalog = JsonPath.from(text);
    assertEquals("/openapi", catalog.getString("linkset[0].'service-desc'[0].href"));
    given().head("/.well-known/api-catalog").then().statusCode(200);
    given().get("/").then().header("Link", containsString("api-catalog"));
  }
}
