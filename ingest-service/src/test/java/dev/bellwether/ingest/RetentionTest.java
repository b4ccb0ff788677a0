package dev.bellwether.ingest;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.awaitCount;
import static dev.bellwether.ingest.IngestClient.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is older than its workspace keeps it goes everywhere, and stays away. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class RetentionTest {

  private static RequestSpecification as(String workspace) {
    return given()
        .auth()
        .oauth2(
            SignedIdentity.inWorkspace(
                workspace, "mentions:read", "mentions:write", "retention:write"))
        .contentType(ContentType.JSON);
  }

  private static String daysAgo(int days, String post) {
    return post.replace(
        "2026-11-01T10:00:00Z",
        Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static String on(String platform, String post) {
    return post.replace("\"x\"", "\"" + platform + "\"");
  }

  @Test
  void oldMentionsOfAPlatformGoAndOthersStay() {
    String old = daysAgo(100, post("1", "old"));
    String alsoOld = daysAgo(200, post("2", "older"));
    String young = daysAgo(5, post("3", "young"));
    String elsewhere = on("bluesky", daysAgo(100, post("4", "old, elsewhere")));
    as("expiry")
        .body("[" + String.join(",", old, alsoOld, young, elsewhere) + "]")
        .post("/v1/mentions")
        .then()
        .body("accepted", equalTo(4));
    awaitCount("expiry", "", 4);
    as("others").body("[" + old + "]").post("/v1/mentions");
    awaitCount("others", "", 1);

    as("expiry")
        .body("{\"platform\":\"x\",\"days\":30}")
        .put("/v1/retention")
        .then()
        .statusCode(200)
        .body("rules", hasSize(1))
        .body("rules[0].days", equalTo(30));
    awaitCount("expiry", "", 2);
    as("expiry").get("/v1/mentions/x:1").then().statusCode(404);
    as("expiry").get("/v1/mentions/x:3").then().statusCode(200);
    awaitCount("others", "", 1);
    // the other services are told by a null
    var last =
        TopicProbe.read("mentions", 6, PATIENCE, record -> record.key().startsWith("expiry|"))
            .stream()
            .filter(record -> record.key().equals("expiry|x:1"))
            .toList();
    assertEquals(2, last.size());
    assertNull(last.getLast().value());

    as("expiry")
        .body("[" + old + "]")
        .post("/v1/mentions")
        .then()
        .body("rejected", equalTo(1))
        .body("rows[0].id", equalTo("x:1"))
        .body("rows[0].field", equalTo("createdAt"))
        .body("rows[0].reason", containsString("retention of 30 days"));
    as("expiry").delete("/v1/retention?platform=x").then().statusCode(204);
    as("expiry").delete("/v1/retention?platform=x").then().statusCode(404);
    // Its identity has gone too: it is not known as a duplicate
    as("expiry").body("[" + old + "]").post("/v1/mentions").then().body("accepted", equalTo(1));
    awaitCount("expiry", "", 3);
  }

  @Test
  void theListOfRejectionsForgetsAMentionThatExpires() {
    String old = daysAgo(100, post("9", "old"));
    as("expired-rejections")
        .body("[" + old + "," + old.replace("\"en\"", "\"?\"") + "]")
        .post("/v1/mentions");
    awaitCount("expired-rejections", "", 1);
    as("expired-rejections").get("/v1/rejections").then().body("rejections", hasSize(1));
    as("expired-rejections").body("{\"days\":30}").put("/v1/retention").then().statusCode(200);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("expired-rejections")
                    .get("/v1/rejections")
                    .then()
                    .body("rejections", hasSize(0)));
  }

  @Test
  void rulesThatDoNotReadAreRefusedAndNeedTheirScope() {
    as("rules")
        .body("{\"days\":0}")
        .put("/v1/retention")
        .then()
        .statusCode(400)
        .body("field", equalTo("days"));
    as("rules")
        .body("{\"platform\":\"an ill name\",\"days\":3}")
        .put("/v1/retention")
        .then()
        .statusCode(400)
        .body("field", equalTo("platform"));
    as("rules").get("/v1/retention").then().statusCode(200).body("rules", hasSize(0));
    IngestClient.as("rules").body("{\"days\":3}").put("/v1/retention").then().statusCode(403);
  }
}
