package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.plan.Rows;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class CreativeTestsEndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DAYS = 20;

  @Inject ObjectMapper json;

  private String account;

  @BeforeEach
  void useAFreshAccount() {
    account = "acme-" + UUID.randomUUID();
  }

  @Test
  void adsOnTheTopicAreComparedAndTheBetterOneGetsTheSpend() throws Exception {
    write("c", "EUR");
    awaitSpend(DAYS * 50_000_000);
    get("account=" + account)
        .body("currency", equalTo("EUR"))
        .body("by", equalTo("ad"))
        .body("lastDay", equalTo("2026-03-21"))
        .body("tests", hasSize(1))
        .body("tests[0].finding", equalTo("winner"))
        .body("tests[0].text", startsWith("good wins with"))
        .body("tests[0].missingEvents", nullValue())
        .body("tests[0].arms.arm", equalTo(List.of("good", "poor")))
        .body("tests[0].arms[0].wantedShare", equalTo(1.0f))
        .body("tests[0].arms[0].clicks", equalTo(10 * DAYS))
        .body("tests[0].rollout.safe", equalTo(true))
        .body("tests[0].rollout.present.doubleValue()", closeTo(0.15, 1e-6))
        .body("tests[0].rollout.snips.doubleValue()", closeTo(0.2, 1e-6));
    get("account=" + account + "&metric=clicks&campaign=c&adSet=s&exploration=0.3")
        .body("tests[0].finding", equalTo("learning"))
        .body("tests[0].text", containsString("more than a million clicks"))
        .body("exploration", equalTo(0.3f));
    get("account=" + account + "&by=gender").body("tests[0].finding", equalTo("none"));
  }

  @Test
  void whatCannotBeAnsweredNamesTheFieldAndTheRemedy() throws Exception {
    write("c", "EUR");
    awaitSpend(DAYS * 50_000_000);
    assertProblem("by=ad", 400, "account", "Name the ad account");
    assertProblem("account=nobody", 404, "account", "/v1/ad-performance");
    String of = "account=" + account;
    assertProblem(of + "&campaign=x", 404, "campaign", "no campaign x");
    assertProblem(of + "&adSet=x", 404, "adSet", "no adSet x");
    assertProblem(of + "&by=weather", 400, "by", "ad, age, gender");
    assertProblem(of + "&by=age", 422, "by", "segment.age");
    assertProblem(of + "&metric=fame", 400, "metric", "conversions or clicks");
    for (String exploration : List.of("2", "-0.1", "NaN", "much")) {
      assertProblem(of + "&exploration=" + exploration, 400, "exploration", "between 0 and 1");
    }
    write("other", "USD");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertProblem(of, 422, "account", "several currencies (EUR, USD)"));
    get(of + "&campaign=c").body("currency", equalTo("EUR"));
  }

  @Test
  void anotherWorkspaceAndAKeyWithoutTheScopeSeeNothing() throws Exception {
    write("c", "EUR");
    awaitSpend(DAYS * 50_000_000);
    given()
        .auth()
        .oauth2(SignedIdentity.inWorkspace("other", "plans:read"))
        .get("/v1/creative-tests?account=" + account)
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes("plans:write"))
        .get("/v1/creative-tests?account=" + account)
        .then()
        .statusCode(403);
    given().get("/v1/creative-tests?account=" + account).then().statusCode(401);
  }

  private static void assertProblem(String query, int status, String field, String detail) {
    reader()
        .get("/v1/creative-tests?" + query)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(detail));
  }

  private static ValidatableResponse get(String query) {
    return reader().get("/v1/creative-tests?" + query).then().statusCode(200);
  }

  private static RequestSpecification reader() {
    return given().auth().oauth2(SignedIdentity.withScopes("plans:read"));
  }

  private void write(String campaign, String currency) throws JsonProcessingException {
    Segment women = new Segment(null, "f", null, null, null);
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      rows.add(row(campaign, "good", Segment.NONE, day, currency, 10));
      rows.add(row(campaign, "poor", Segment.NONE, day, currency, 5));
      rows.add(row(campaign, null, women, day, currency, 15));
    }
    for (AdPerformance row : rows) {
      TopicProbe.write(Topics.AD_PERFORMANCE, row.key().encode(), json.writeValueAsString(row));
    }
  }

  private AdPerformance row(
      String campaign, String ad, Segment segment, int day, String currency, double conversions) {
    return Rows.row(account, campaign, "s", ad, segment, day, 1, currency, 50, conversions, null);
  }

  private void awaitSpend(int micros) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                get("account=" + account)
                    .body("tests[0].arms.spendMicros", equalTo(List.of(micros, micros))));
  }
}
