package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.plan.Rows;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user may ask of a plan, through the API with a real broker and database. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class PlanRulesEndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ObjectMapper json;

  private String account;

  @BeforeEach
  void writeFigures() throws JsonProcessingException {
    account = "rules-" + UUID.randomUUID();
    for (int day = 0; day < 10; day++) {
      for (int i = 0; i < 3; i++) {
        write(Rows.day(account, "spring", "set-" + i, day, 70, 15 - 6 * i));
      }
    }
    awaitDays(30);
  }

  @Test
  void aWeekWithRulesForLinesAndGroupsIsPlannedPublishedAndKept() throws Exception {
    String answer =
        plan("""
                , "period": "week", "budget": 1500,
                "lines": [
                  {"campaign": "spring", "adSet": "set-0", "maximum": 700, "weekdays": ["monday", "friday"]},
                  {"new": {"campaign": "spring", "adSet": "set-9", "segment": {"geo": "DE"}}, "maximum": 90, "minimum": 20}],
                "groups": [{"name": "cold", "adSets": ["set-1", "set-2"], "maximum": 800.5}]
                """)
            .statusCode(201)
            .body("day", equalTo("2026-03-12"))
            .body("until", equalTo("2026-03-18"))
            .body("lines", hasSize(4))
            .body("lines[0].parts", hasSize(7))
            .extract()
            .asString();
    BudgetPlan plan = json.readValue(answer, BudgetPlan.class);
    assertEquals(1_500_000_000, sum(plan, ""));
    assertTrue(sum(plan, "set-1") + sum(plan, "set-2") <= 800_500_000);
    assertTrue(sum(plan, "set-0") <= 700_000_000);
    assertTrue(sum(plan, "set-9") >= 20_000_000 && sum(plan, "set-9") <= 90_000_000);
    plan.lines()
        .getFirst()
        .parts()
        .forEach(
            part ->
                assertTrue(
                    part.plannedMicros() == 0
                        || "MONDAY FRIDAY".contains(part.start().getDayOfWeek().name())));
    caller().get("/v1/budget-plans/" + plan.id()).then().body(equalTo(answer));
    var published =
        TopicProbe.read(Topics.BUDGET_PLANS, 1, PATIENCE, r -> r.key().endsWith("|" + plan.id()));
    assertEquals(plan, json.readValue(published.getFirst().value(), BudgetPlan.class));
  }

  @Test
  void aCalendarWeighsOrFixesDays() throws Exception {
    String weighed =
        plan("""
                , "from": "2026-03-16", "until": "2026-03-22", "budget": 800,
                "calendar": {"weights": {"saturday": 0.5, "sunday": 0.5}}
                """)
            .statusCode(201)
            .extract()
            .asString();
    assertTrue(Math.abs(66_666_667 - onDay(weighed, 6)) <= 3, weighed);
    String fixed =
        plan("""
                , "from": "2026-03-16", "until": "2026-03-22", "budget": 800, "by": "day",
                "calendar": {"amounts": {"sunday": 44.44}}
                """)
            .statusCode(201)
            .extract()
            .asString();
    assertEquals(44_440_000, onDay(fixed, 6));
    plan(", \"calendar\": {\"weights\": {\"someday\": 1}}").statusCode(400);
    plan(", \"calendar\": {}").statusCode(400).body("field", equalTo("calendar"));
  }

  private long onDay(String plan, int day) throws JsonProcessingException {
    return json.readValue(plan, BudgetPlan.class).lines().stream()
        .mapToLong(line -> line.parts().get(day).plannedMicros())
        .sum();
  }

  @Test
  void aFieldThatIsNoneIsRefusedByItsName() {
    plan(", \"budgett\": 5")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("budgett"))
        .body("detail", containsString("budget,"));
    plan(", \"lines\": [{\"campaign\": \"spring\", \"adSet\": \"set-0\", \"minimun\": 5}]")
        .statusCode(400)
        .body("field", containsString("minimun"))
        .body("detail", containsString("minimum"));
  }

  @Test
  void badValuesNameTheirFieldAndTheRemedy() {
    line("\"minimum\": -1").statusCode(400).body("field", equalTo("lines[0].minimum"));
    line("\"minimum\": \"NaN\"").statusCode(400).body("field", containsString("minimum"));
    line("\"minimum\": 9, \"maximum\": 8")
        .statusCode(400)
        .body("field", equalTo("lines[0].minimum"));
    line("\"maximumChange\": 3").statusCode(400).body("field", equalTo("lines[0].maximumChange"));
    line("\"weekdays\": []").statusCode(400).body("field", equalTo("lines[0].weekdays"));
    plan(", \"target\": {\"kind\": \"cpa\"}")
        .statusCode(400)
        .body("field", equalTo("target.value"));
    plan(", \"from\": \"2026-05-02\", \"until\": \"2026-05-01\"")
        .statusCode(400)
        .body("field", equalTo("until"));
    plan(", \"from\": \"2026-05-02\", \"until\": \"2026-12-01\"")
        .statusCode(422)
        .body("field", equalTo("until"))
        .body("detail", containsString("92"));
    plan(", \"by\": \"daypart\"")
        .statusCode(422)
        .body("field", equalTo("by"))
        .body("detail", containsString("by the hour"));
    plan(", \"lines\": [{\"campaign\": \"spring\", \"adSet\": \"set-O\", \"pause\": true}]")
        .statusCode(422)
        .body("field", equalTo("lines[0].adSet"))
        .body("detail", containsString("set-0"));
  }

  @Test
  void rulesThatClashAreNamedWithTheirAmounts() {
    plan("""
            , "budget": 200, "groups": [{"name": "warm", "adSets": ["set-0", "set-1"], "minimum": 150}],
            "lines": [{"campaign": "spring", "adSet": "set-2", "fixed": 60}]
            """)
        .statusCode(422)
        .body("detail", containsString("the group warm, 150.00 EUR"))
        .body("detail", containsString("60.00 EUR"))
        .body("detail", containsString("200.00 EUR"));
  }

  @Test
  void scenariosStandSideBySideAndNothingIsKept() {
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes("plans:read"))
        .contentType("application/json")
        .body(
            """
            {"base": {"account": "%s", "budget": 210},
             "variations": [
               {"name": "more", "budgetFactor": 1.2},
               {"name": "cheap", "target": {"kind": "cpa", "value": 6}},
               {"name": "without spring", "without": ["spring"]}]}
            """
                .formatted(account))
        .post("/v1/budget-plans/scenarios")
        .then()
        .statusCode(200)
        .body("base.budgetMicros", equalTo(210_000_000))
        .body("base.lines", hasSize(3))
        .body("variations", hasSize(3))
        .body("variations[0].budgetMicros", equalTo(252_000_000))
        .body("variations[0].difference.budgetMicros", equalTo(42_000_000))
        .body("variations[1].target.kind", equalTo("cpa"))
        .body("variations[2].refused.field", equalTo("budget"));
    caller()
        .get("/v1/budget-plans?account=" + account)
        .then()
        .statusCode(200)
        .body("plans", hasSize(0));
  }

  @Test
  void severalCurrenciesNeedARateForEach() throws JsonProcessingException {
    write(Rows.row(account, "spring", "set-us", null, Segment.NONE, 9, 1, "USD", 70, 5, null));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> plan("").statusCode(422).body("detail", containsString("EUR, USD")));
    plan(", \"currency\": \"EUR\"")
        .statusCode(422)
        .body("field", equalTo("exchangeRates"))
        .body("detail", containsString("USD"));
    plan(", \"currency\": \"EUR\", \"exchangeRates\": {\"USD\": 0.5}")
        .statusCode(201)
        .body("currency", equalTo("EUR"))
        .body("lines[3].todayMicros", equalTo(5_000_000));
  }

  private long sum(BudgetPlan plan, String adSet) {
    return plan.lines().stream()
        .filter(line -> line.adSet().startsWith(adSet))
        .mapToLong(BudgetPlan.Line::plannedMicros)
        .sum();
  }

  private ValidatableResponse line(String rules) {
    return plan(", \"lines\": [{\"campaign\": \"spring\", \"adSet\": \"set-0\", " + rules + "}]");
  }

  private ValidatableResponse plan(String more) {
    return caller()
        .contentType("application/json")
        .body("{\"account\": \"" + account + "\"" + more + "}")
        .post("/v1/budget-plans")
        .then();
  }

  private static io.restassured.specification.RequestSpecification caller() {
    return given().auth().oauth2(SignedIdentity.withScopes("plans:read", "plans:write"));
  }

  private void write(AdPerformance row) throws JsonProcessingException {
    TopicProbe.write(Topics.AD_PERFORMANCE, row.key().encode(), json.writeValueAsString(row));
  }

  private void awaitDays(int days) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                caller()
                    .get("/v1/response-curves?account=" + account)
                    .then()
                    .statusCode(200)
                    .body("adSets.days.sum()", equalTo(days)));
  }
}
