package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.campaign.plan.Rows;
import dev.bellwether.campaign.suggestion.Given;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes in by Kafka becomes a suggestion, and a suggestion somebody accepts a plan. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class SpendSuggestionsEndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long HOUR = 60;

  @Inject ObjectMapper json;
  @Inject WorkspaceTransaction transactions;

  private String account;
  private String monitor;

  @BeforeEach
  void linkAFreshMonitorToAFreshAccount() throws Exception {
    account = "acme-" + UUID.randomUUID();
    monitor = "m-" + UUID.randomUUID();
    link(account);
    figures();
  }

  @Test
  void aStormBecomesAPauseThatSomebodyAcceptsAndAResumptionOnceItHasPassed() throws Exception {
    measured(0, HOUR, 0.7);
    JsonPath pause = awaited("pause", "open");
    String id = pause.getString("id");
    assertEquals(0f, pause.getFloat("keep"));
    assertEquals(3, pause.getList("lines").size());
    assertTrue(pause.getString("reason").startsWith("70 % of the 100 scored mentions of Ternfell"));
    assertTrue(pause.getFloat("evidence.negativeShare.low") > 0.6f);

    // all of the account's lines are meant, so nobody could take what they leave
    decide(id, "acceptance", Map.of("freed", "others"))
        .statusCode(422)
        .body("detail", containsString("leave it unspent"));
    decide(id, "acceptance", Map.of("fred", "others"))
        .statusCode(400)
        .body("field", equalTo("fred"));
    decide(id, "acceptance", Map.of("freed", "me")).statusCode(400).body("field", equalTo("freed"));
    decide(id, "acceptance", Map.of("keep", 1)).statusCode(400).body("field", equalTo("keep"));
    JsonPath accepted =
        decide(id, "acceptance", Map.of("note", "until Monday"))
            .statusCode(201)
            .header("Location", containsString("/v1/budget-plans/"))
            .body("suggestion.state", equalTo("accepted"))
            .extract()
            .jsonPath();
    String planId = accepted.getString("plan.id");
    var published =
        TopicProbe.read(Topics.BUDGET_PLANS, 1, PATIENCE, r -> r.key().endsWith("|" + planId));
    BudgetPlan plan = json.readValue(published.getFirst().value(), BudgetPlan.class);
    assertEquals(PlanStatus.PROPOSED, plan.status());
    assertEquals(0, plan.budgetMicros());
    decide(id, "acceptance", Map.of()).statusCode(409).body("detail", containsString("accepted"));
    caller().get("/v1/budget-plans/" + planId).then().statusCode(200);
    caller()
        .get("/v1/spend-suggestions/" + id)
        .then()
        .body("plan", equalTo(planId))
        .body("changes", hasSize(2))
        .body("changes[0].by", equalTo("bellwether"))
        .body("changes[1].by", equalTo("test-key"))
        .body("changes[1].note", equalTo("until Monday"));

    // the storm goes on and nothing more is said of it; then it passes
    measured(HOUR + 5, 2 * HOUR, 0.75);
    measured(2 * HOUR + 5, 5 * HOUR, 0.2);
    JsonPath resume = awaited("resume", "open");
    assertEquals(List.of(70_000_000, 70_000_000, 70_000_000), resume.getList("lines.todayMicros"));
    decide(resume.getString("id"), "acceptance", Map.of())
        .statusCode(201)
        .body("plan.budgetMicros", equalTo(210_000_000));
    measured(5 * HOUR + 5, 6 * HOUR, 0.2);
    awaitMeasured();
    listed("").body("suggestions", hasSize(2));
  }

  @Test
  void aStormThatNobodyTookUpLapsesWithItsReason() throws Exception {
    measured(0, HOUR, 0.5);
    String id = awaited("lower", "open").getString("id");
    measured(HOUR + 5, 4 * HOUR, 0.2);
    awaited("lower", "lapsed");
    caller()
        .get("/v1/spend-suggestions/" + id)
        .then()
        .body("changes[1].by", equalTo("bellwether"))
        .body("changes[1].note", equalTo("The storm has passed."));
    decide(id, "dismissal", Map.of()).statusCode(409);
    listed("").body("suggestions", hasSize(1));
  }

  @Test
  void aRisingTrendBecomesAShiftThatAPlanCarriesOutToTheMicro() throws Exception {
    trend(TrendState.RISING, 30);
    JsonPath shift = awaited("shift", "open");
    assertEquals(List.of("Kittiwake set-1"), shift.getList("lines.adSet"));
    assertEquals("t1", shift.getString("evidence.trend"));
    JsonPath accepted =
        decide(shift.getString("id"), "acceptance", Map.of()).statusCode(201).extract().jsonPath();
    BudgetPlan plan =
        json.readValue(json.writeValueAsString(accepted.get("plan")), BudgetPlan.class);
    assertEquals(210_000_000, plan.budgetMicros());
    assertEquals(
        210_000_000, plan.lines().stream().mapToLong(BudgetPlan.Line::plannedMicros).sum());
    var towards =
        plan.lines().stream().filter(line -> line.adSet().startsWith("Kittiwake")).findFirst();
    // a third of the day, which may grow by half: 35 of 210 are less than 18 % of it
    assertEquals(105_000_000, towards.orElseThrow().plannedMicros());
    assertTrue(plan.optimalityGap() >= 0 && plan.optimalityGap() < 1);
    decide(shift.getString("id"), "acceptance", Map.of("freed", "others")).statusCode(409);
  }

  @Test
  void whatIsDismissedStaysSoAndARemovedTrendOrMonitorTakesItsSuggestionsAway() throws Exception {
    trend(TrendState.RISING, 30);
    String id = awaited("shift", "open").getString("id");
    decide(id, "acceptance", Map.of("keep", 0.5)).statusCode(400).body("field", equalTo("keep"));
    decide(id, "dismissal", Map.of("note", "x".repeat(1001))).statusCode(400);
    decide(id, "dismissal", Map.of("note", "not ours")).statusCode(200);
    trend(TrendState.RISING, 35);
    measured(0, HOUR, 0.7);
    awaited("pause", "open");
    listed("&kind=shift").body("suggestions", hasSize(1));
    listed("&kind=shift").body("suggestions[0].state", equalTo("dismissed"));
    TopicProbe.write(Topics.MONITORS, RecordKey.of("default", monitor).encode(), null);
    awaited("pause", "lapsed");
  }

  @Test
  void aTombstoneOfATrendEndsWhatWasSuggestedOfIt() throws Exception {
    trend(TrendState.RISING, 30);
    awaited("shift", "open");
    TopicProbe.write(Topics.TRENDS, RecordKey.of("default", monitor, "t1").encode(), null);
    awaited("shift", "lapsed");
  }

  /** History stays open at its end for as long after its last news as it would live. */
  @Test
  void whatNobodyHearsOfAnyMoreLapsesByTheWallClockAndIsForgottenInTheEnd() throws Exception {
    measured(0, HOUR, 0.5);
    String id = awaited("lower", "open").getString("id");
    lastHeard("interval '7 hours'");
    awaited("lower", "lapsed");
    lastHeard("interval '91 days'");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> caller().get("/v1/spend-suggestions/" + id).then().statusCode(404));
  }

  private void lastHeard(String ago) {
    transactions.inWorkspace(
        "default",
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update spend_suggestion set heard_at = now() - " + ago + " where account = ?")) {
            update.setString(1, account);
            return update.executeUpdate();
          }
        });
  }

  @Test
  void theWholeHistoryReadAgainChangesNothing() throws Exception {
    measured(0, 2 * HOUR, 0.7);
    String before = awaited("pause", "open").prettify();
    link(account);
    measured(0, 2 * HOUR, 0.7);
    awaitMeasured();
    assertEquals(before, awaited("pause", "open").prettify());
    listed("").body("suggestions", hasSize(1));
  }

  @Test
  void aRecordThatLiesAboutItsKeyIsPutAsideAndTheNextIsRead() throws Exception {
    var lie = signal(0, 0.7);
    TopicProbe.write(
        Topics.SIGNALS,
        RecordKey.of("someone-else", monitor).encode(),
        json.writeValueAsString(lie));
    var letter =
        TopicProbe.read(
                Topics.deadLettersOf(Topics.SIGNALS), 1, PATIENCE, r -> r.key().contains(monitor))
            .getFirst();
    assertEquals(
        "the record's key is not that of its value",
        new String(
            letter.headers().lastHeader(DeadLetterHeaders.ERROR_MESSAGE).value(),
            StandardCharsets.UTF_8));
    measured(5, HOUR, 0.7);
    awaited("pause", "open");
  }

  @Test
  void pagesLeadOnAndWhatIsAskedWronglySaysHow() throws Exception {
    String other = account + "-2";
    figures(other);
    link(account, other);
    measured(0, HOUR, 0.7);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                caller()
                    .get("/v1/spend-suggestions?monitor=" + monitor)
                    .then()
                    .body("suggestions", hasSize(2)));
    JsonPath first = caller().get("/v1/spend-suggestions?limit=1&monitor=" + monitor).jsonPath();
    JsonPath second =
        caller()
            .get(
                "/v1/spend-suggestions?limit=1&monitor="
                    + monitor
                    + "&cursor="
                    + first.getString("next"))
            .jsonPath();
    assertEquals(1, second.getList("suggestions").size());
    assertTrue(!first.getString("suggestions[0].id").equals(second.getString("suggestions[0].id")));
    assertEquals(null, second.getString("next"));
    for (var wrong :
        Map.of("kind", "stop", "state", "new", "limit", "101", "cursor", "x!").entrySet()) {
      caller()
          .get("/v1/spend-suggestions?" + wrong.getKey() + "=" + wrong.getValue())
          .then()
          .statusCode(400)
          .body("field", equalTo(wrong.getKey()));
    }
    caller().get("/v1/spend-suggestions/none").then().statusCode(404);
    decide("none", "acceptance", Map.of()).statusCode(404);
    // a decision needs no body, and so no content type
    caller().noContentType().post("/v1/spend-suggestions/none/acceptance").then().statusCode(404);
    caller().noContentType().post("/v1/spend-suggestions/none/dismissal").then().statusCode(404);
  }

  @Test
  void anotherWorkspaceSeesNothingAndReadingIsNotDeciding() throws Exception {
    measured(0, HOUR, 0.7);
    String id = awaited("pause", "open").getString("id");
    var stranger = SignedIdentity.inWorkspace("other", "plans:read", "plans:write");
    given().auth().oauth2(stranger).get("/v1/spend-suggestions/" + id).then().statusCode(404);
    given()
        .auth()
        .oauth2(stranger)
        .get("/v1/spend-suggestions")
        .then()
        .body("suggestions", hasSize(0));
    given()
        .auth()
        .oauth2(stranger)
        .contentType("application/json")
        .body("{}")
        .post("/v1/spend-suggestions/" + id + "/acceptance")
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes("plans:read"))
        .contentType("application/json")
        .body("{}")
        .post("/v1/spend-suggestions/" + id + "/acceptance")
        .then()
        .statusCode(403);
    given().get("/v1/spend-suggestions").then().statusCode(401);
  }

  @Test
  void theContractIsServed() {
    given()
        .get("/q/openapi?format=json")
        .then()
        .body("paths.keySet()", hasItem("/v1/spend-suggestions/{id}/acceptance"))
        .body("components.schemas.SpendSuggestion", notNullValue())
        .body("components.schemas.AcceptanceRequest", notNullValue())
        .body(
            "paths.'/v1/spend-suggestions/{id}/acceptance'.post.responses.keySet()",
            hasItems("201", "404", "409", "422"));
  }

  private void link(String... accounts) throws JsonProcessingException {
    Monitor linked = Given.monitor(monitor, accounts[0]);
    Monitor all =
        new Monitor(
            linked.schemaVersion(),
            linked.workspace(),
            linked.id(),
            linked.version(),
            linked.name(),
            linked.query(),
            linked.keywords(),
            linked.excluded(),
            linked.brand(),
            linked.aliases(),
            linked.products(),
            linked.competitors(),
            List.of(accounts),
            true);
    TopicProbe.write(
        Topics.MONITORS, RecordKey.of("default", monitor).encode(), json.writeValueAsString(all));
  }

  private void figures() throws JsonProcessingException {
    figures(account);
  }

  /** Ten days of three ad sets at 70 a day, of which one names a product. */
  private void figures(String of) throws JsonProcessingException {
    try (var producer = producer()) {
      for (int day = 0; day < 10; day++) {
        for (int i = 0; i < 3; i++) {
          String set = (i == 1 ? "Kittiwake " : "") + "set-" + i;
          var row = Rows.day(of, "c", set, day, 70, 15 - 6 * i);
          producer.send(
              new ProducerRecord<>(
                  Topics.AD_PERFORMANCE, row.key().encode(), json.writeValueAsString(row)));
        }
      }
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                caller()
                    .get("/v1/response-curves?account=" + of)
                    .then()
                    .statusCode(200)
                    .body("adSets.days", equalTo(List.of(10, 10, 10))));
  }

  /** A measurement every five minutes. */
  private void measured(long from, long to, double share) throws JsonProcessingException {
    try (var producer = producer()) {
      for (long minute = from; minute <= to; minute += 5) {
        producer.send(
            new ProducerRecord<>(
                Topics.SIGNALS,
                RecordKey.of("default", "negative-share").encode(),
                json.writeValueAsString(signal(minute, share))));
      }
    }
  }

  private Signal signal(long minute, double share) {
    return new Signal(
        Signal.SCHEMA_VERSION,
        "default",
        monitor + "." + minute,
        SignalKind.NEGATIVE_SHARE,
        monitor,
        "negative-share",
        null,
        Given.NOON.plus(Duration.ofMinutes(minute)),
        share,
        0.2,
        0.1,
        0.35,
        0.9,
        100L,
        null,
        List.of(),
        null);
  }

  private void trend(TrendState state, int minutes) throws JsonProcessingException {
    Trend t = Given.trend("t1", List.of("kittiwake"), state, new Trend.Mood(4, 30, 26), minutes);
    var tree = (ObjectNode) json.valueToTree(t);
    tree.put("monitor", monitor);
    TopicProbe.write(
        Topics.TRENDS, RecordKey.of("default", monitor, "t1").encode(), tree.toString());
  }

  /** What was measured so far has been read: the record behind it, another monitor's, shows. */
  private void awaitMeasured() throws Exception {
    String own = monitor;
    String ownAccount = account;
    monitor = "mark-" + UUID.randomUUID();
    account = ownAccount + "-mark-" + UUID.randomUUID();
    link(account);
    figures(account);
    measured(0, HOUR, 0.7);
    awaited("pause", "open");
    monitor = own;
    account = ownAccount;
  }

  private JsonPath awaited(String kind, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                listed("&kind=" + kind + "&state=" + state)
                    .statusCode(200)
                    .body("suggestions", hasSize(1)));
    String id = listed("&kind=" + kind + "&state=" + state).extract().path("suggestions[0].id");
    return caller().get("/v1/spend-suggestions/" + id).jsonPath();
  }

  private ValidatableResponse listed(String more) {
    return caller().get("/v1/spend-suggestions?account=" + account + more).then();
  }

  private static ValidatableResponse decide(String id, String what, Map<String, Object> body) {
    return caller()
        .contentType("application/json")
        .body(body)
        .post("/v1/spend-suggestions/" + id + "/" + what)
        .then();
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(SignedIdentity.withScopes("plans:read", "plans:write"));
  }

  private static KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", RealBackends.bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }
}
