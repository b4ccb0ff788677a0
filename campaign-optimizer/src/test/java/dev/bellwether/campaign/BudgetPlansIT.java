package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The packaged program: {@code mvn verify -DskipITs=false}, or {@code -Dnative}. Figures become
 * curves and a plan, which is answered, kept and published.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class BudgetPlansIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private static final int DAYS = 30;

  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-10-01");

  @Test
  void figuresBecomeAPlanThatIsAnsweredKeptAndPublished() throws Exception {
    for (int day = 0; day < DAYS; day++) {
      writeFigures("s1", FIRST_DAY.plusDays(day), 100 + 5 * (day % 7));
      writeFigures("s2", FIRST_DAY.plusDays(day), 60 + 3 * (day % 5));
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                caller()
                    .get("/v1/response-curves?account=a1")
                    .then()
                    .statusCode(200)
                    .body("adSets.days", contains(DAYS, DAYS)));
    String id =
        caller()
            .contentType("application/json")
            // to come, so that it can be approved
            .body("{\"account\": \"a1\", \"day\": \"2099-01-01\"}")
            .post("/v1/budget-plans")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    caller().get("/v1/budget-plans/" + id).then().statusCode(200).body("id", equalTo(id));
    assertEquals(1, TopicProbe.read(Topics.BUDGET_PLANS, 1, PATIENCE, plan -> true).size());
    decide(id, "approval").body("plan.status", equalTo("approved"));
    caller()
        .get("/v1/budget-plans/" + id + "/pacing")
        .then()
        .statusCode(200)
        .body("day", equalTo("2099-01-01"));
    caller()
        .get("/v1/budget-plans/" + id + "/export?platform=google")
        .then()
        .statusCode(200)
        .body(startsWith("Row Type,Action,"));
    // no writer is switched on
    caller().post("/v1/budget-plans/" + id + "/deliveries").then().statusCode(409);
    decide(id, "rollback").body("setBack.lines.adSet", contains("s1", "s2"));
    decide(id, "approval").body("plan.decision.note", equalTo("approval"));
    caller()
        .get("/v1/budget-plans/" + id + "/history")
        .then()
        .body("entries.what", contains("made", "approved", "exported", "rolled-back", "approved"));
  }

  private static ValidatableResponse decide(String id, String what) {
    return caller()
        .contentType("application/json")
        .body("{\"note\": \"" + what + "\"}")
        .post("/v1/budget-plans/" + id + "/" + what)
        .then()
        .statusCode(200);
  }

  @Test
  void whatCannotBeReadIsSetAsideAndAProblemIsToldInJson() {
    TopicProbe.write(Topics.AD_PERFORMANCE, "default|bad", "{no json");
    var letters =
        TopicProbe.read(Topics.deadLettersOf(Topics.AD_PERFORMANCE), 1, PATIENCE, letter -> true);
    assertEquals("default|bad", letters.getFirst().key());
    caller()
        .get("/v1/response-curves")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("account"));
  }

  private static void writeFigures(String adSet, LocalDate day, int spend)
      throws JsonProcessingException {
    var row =
        """
        {"schemaVersion": 1, "workspace": "default", "account": "a1", "campaign": "c1", "adSet": "%s",
         "window": {"start": "%sT00:00:00", "end": "%sT00:00:00", "timeZone": "UTC"},
         "spendMicros": %d000000, "currency": "EUR", "impressions": %d, "clicks": %d, "conversions": %d,
         "revenueMicros": %d000000}
        """
            .formatted(
                adSet, day, day.plusDays(1), spend, 100 * spend, spend, spend / 10, 3 * spend);
    var key = JSON.readValue(row, AdPerformance.class).key().encode();
    TopicProbe.write(Topics.AD_PERFORMANCE, key, row);
  }

  private static RequestSpecification caller() {
    return given()
        .auth()
        .oauth2(SignedIdentity.withScopes("plans:read", "plans:write", "plans:approve"));
  }
}
