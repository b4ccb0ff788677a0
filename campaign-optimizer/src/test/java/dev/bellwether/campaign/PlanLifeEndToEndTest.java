package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.decision.SomePlans;
import dev.bellwether.campaign.decision.Step;
import dev.bellwether.campaign.decision.storage.PlanDecider;
import dev.bellwether.campaign.pacing.PacedDays;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.BudgetPlan.Decision;
import dev.bellwether.contracts.budget.PlanStatus;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan from its proposal to its end, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class PlanLifeEndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** To come, wherever the test runs. */
  private final LocalDate comingDay = LocalDate.now(ZoneOffset.UTC).plusDays(3);

  @Inject ObjectMapper json;
  @Inject PlanStore plans;
  @Inject PlanDecider decider;
  @Inject WorkspaceTransaction transactions;

  private String account;

  @BeforeEach
  void useAFreshAccount() {
    account = "acme-" + UUID.randomUUID();
  }

  @Test
  void aPlanIsApprovedReplacedAndComesBackWhenItsReplacementIsRolledBack() throws Exception {
    String week = keep(comingDay, comingDay.plusDays(6));
    String day = keep(comingDay.plusDays(2), null);
    post(week, "approval", "the week is on")
        .statusCode(200)
        .body("plan.status", equalTo("approved"))
        .body("plan.decision.by", equalTo("test-key"))
        .body("plan.decision.note", equalTo("the week is on"));
    post(day, "approval", null).statusCode(200).body("replaced", contains(week));
    assertStatus(week, "replaced");
    post(day, "rollback", "no")
        .statusCode(200)
        .body("plan.status", equalTo("rolled-back"))
        .body("restored", contains(week))
        .body("setBack", nullValue());
    assertStatus(week, "approved");

    history(week).body("entries.what", contains("made", "approved", "replaced", "restored"));
    history(week).body("entries.otherPlan", hasItem(day)).body("entries[0].by", equalTo("maker"));
    history(day).body("entries.what", contains("made", "approved", "rolled-back"));
    // each change in its order, and the replaced before what takes its place
    assertEquals(
        List.of(
            week + " approved",
            week + " replaced",
            day + " approved",
            day + " rolled-back",
            week + " approved"),
        told(5));
    // who did not hear the answer and asks again is not told to set anything back
    post(day, "rollback", "no").statusCode(200).body("setBack", nullValue());
  }

  @Test
  void whatHadReplacedNothingSaysWhatWasSpentBefore() {
    String plan = keep(comingDay, null);
    post(plan, "approval", null).statusCode(200);
    String export =
        post(plan, "rollback", null)
            .statusCode(200)
            .body("setBack.lines", hasSize(1))
            .body("setBack.lines[0].dayMicros", equalTo(10_000_000))
            .extract()
            .path("setBack.exports[0]");
    reader().get(export).then().statusCode(200).body(containsString("s,ACTIVE,10.00,"));
  }

  @Test
  void aStepThatIsNotPossibleSaysWhereThePlanStandsAndTheSameStepAgainIsNoNews() {
    String plan = keep(comingDay, null);
    post(plan, "rollback", null)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", equalTo("The plan is proposed; it can be approved or rejected."));
    post(plan, "rejection", "too dear").statusCode(200);
    post(plan, "rejection", "again")
        .statusCode(200)
        .body("plan.decision.note", equalTo("too dear"));
    post(plan, "approval", null)
        .statusCode(409)
        .body("detail", startsWith("The plan is rejected (test-key, "));
    history(plan).body("entries", hasSize(2));
    String over = keep(comingDay.minusDays(30), comingDay.minusDays(20));
    post(over, "approval", null).statusCode(409).body("detail", containsString("is over"));
    approver()
        .contentType("application/json")
        .body("{\"note\": [")
        .post("/v1/budget-plans/" + plan + "/approval")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    post(plan, "approval", "x".repeat(1_001)).statusCode(400).body("field", equalTo("note"));
    post("none", "approval", null).statusCode(404);
    reader().get("/v1/budget-plans/none/history").then().statusCode(404);
  }

  @Test
  void aBodyMayBeLeftOut() {
    String plan = keep(comingDay, null);
    // as curl -X POST sends it
    approver()
        .noContentType()
        .post("/v1/budget-plans/" + plan + "/approval")
        .then()
        .statusCode(200);
  }

  @Test
  void whoMakesPlansCannotApproveThemAndAnotherWorkspaceSeesNothing() {
    String plan = keep(comingDay, null);
    given()
        .auth()
        .oauth2(SignedIdentity.withScopes("plans:read", "plans:write"))
        .post("/v1/budget-plans/" + plan + "/approval")
        .then()
        .statusCode(403);
    RequestSpecification stranger =
        given().auth().oauth2(SignedIdentity.inWorkspace("other", "plans:read", "plans:approve"));
    for (String what : List.of("history", "pacing", "export?platform=meta")) {
      given(stranger).get("/v1/budget-plans/" + plan + "/" + what).then().statusCode(404);
    }
    for (String what : List.of("approval", "rejection", "rollback", "deliveries")) {
      given(stranger)
          .noContentType()
          .post("/v1/budget-plans/" + plan + "/" + what)
          .then()
          .statusCode(404);
    }
  }

  @Test
  void ofManyWhoApprovePlansOfOneDayAtOnceOneHasTheLastWord() throws Exception {
    List<String> ids = IntStream.range(0, 6).mapToObj(_ -> keep(comingDay, null)).toList();
    var together = new CyclicBarrier(ids.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> approvals =
          ids.stream()
              .map(
                  id ->
                      (Callable<Integer>)
                          () -> {
                            together.await();
                            return post(id, "approval", null).extract().statusCode();
                          })
              .toList();
      for (Future<Integer> answer : threads.invokeAll(approvals)) {
        assertEquals(200, answer.get());
      }
    }
    List<PlanStatus> statuses =
        ids.stream().map(id -> plans.find("default", id).orElseThrow().status()).toList();
    assertEquals(1, statuses.stream().filter(PlanStatus.APPROVED::equals).count());
    assertEquals(5, statuses.stream().filter(PlanStatus.REPLACED::equals).count());
    // the topic's last word of each is the database's
    var last = new HashMap<String, String>();
    for (String word : told(11)) {
      last.put(word.split(" ")[0], word.split(" ")[1]);
    }
    assertEquals(1, last.values().stream().filter("approved"::equals).count());
    assertEquals("approved", last.get(ids.get(statuses.indexOf(PlanStatus.APPROVED))));
  }

  @Test
  void whatTheDatabaseDidNotKeepTheTopicDoesNotSayEither() throws Exception {
    String plan = keep(comingDay, null);
    // a check that the database makes at the commit, when Kafka has it already
    transactions.inWorkspace(
        "default",
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(
                """
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not today'; end $$;
                create constraint trigger refuse after update on budget_plan deferrable initially deferred
                  for each row when (new.id = '%s') execute function refuse();
                """
                    .formatted(plan));
          }
          return null;
        });
    try {
      var decision = new Decision("test", Instant.now(), null);
      assertThrows(
          RuntimeException.class, () -> decider.decide("default", plan, Step.APPROVE, decision));
    } finally {
      transactions.inWorkspace(
          "default",
          connection -> {
            try (var statement = connection.createStatement()) {
              statement.execute("drop trigger refuse on budget_plan; drop function refuse()");
            }
            return null;
          });
    }
    assertStatus(plan, null);
    assertEquals(List.of(plan + " approved", plan + " undecided"), told(2));
    history(plan).body("entries.what", contains("made"));
    // and then it goes as if nothing had been
    post(plan, "approval", null).statusCode(200);
  }

  @Test
  void aHistoryCannotBeRewritten() {
    String plan = keep(comingDay, null);
    for (String attempt :
        List.of("delete from plan_history", "update plan_history set who = 'nobody'")) {
      transactions.inWorkspace(
          "default",
          connection -> {
            try (var statement = connection.createStatement()) {
              assertEquals(0, statement.executeUpdate(attempt));
            }
            return null;
          });
    }
    history(plan).body("entries", hasSize(1)).body("entries[0].by", equalTo("maker"));
    assertThrows(
        StorageException.class,
        () ->
            transactions.inWorkspace(
                "other",
                connection -> {
                  try (var statement = connection.createStatement()) {
                    return statement.executeUpdate(
                        "insert into plan_history (workspace, plan_id, at, what) values ('default', 'p', now(), 'MADE')");
                  }
                }));
  }

  @Test
  void anApprovedPlanIsExportedAndDeliveredAndItsHistorySaysSo() {
    String plan = keep(comingDay, comingDay.plusDays(1));
    deliver(plan, Map.of("platform", "meta", "day", comingDay.toString()))
        .statusCode(409)
        .body("detail", containsString("approve it first"));
    post(plan, "approval", null).statusCode(200);
    reader()
        .get("/v1/budget-plans/" + plan + "/export?platform=meta")
        .then()
        .statusCode(400)
        .body("field", equalTo("day"));
    reader()
        .get("/v1/budget-plans/" + plan + "/export?platform=meta&day=" + comingDay.plusDays(2))
        .then()
        .statusCode(400)
        .body("field", equalTo("day"));
    reader()
        .get("/v1/budget-plans/" + plan + "/export?platform=tiktok&day=" + comingDay)
        .then()
        .statusCode(400)
        .body("field", equalTo("platform"));
    reader()
        .accept("text/csv")
        .get("/v1/budget-plans/" + plan + "/export?platform=google&day=" + comingDay)
        .then()
        .statusCode(200)
        .contentType("text/csv;charset=UTF-8")
        .header("Content-Disposition", containsString("google-" + comingDay + "-approved-" + plan))
        .body(containsString("Campaign,Edit,Enabled,,c,,,,10.00,Daily"));
    Map<String, Object> order = Map.of("platform", "meta", "day", comingDay.toString());
    String key =
        deliver(plan, order)
            .statusCode(200)
            .body("written", equalTo(1))
            .body("writer", equalTo("folder"))
            .extract()
            .path("delivery");
    deliver(plan, order)
        .statusCode(200)
        .body("unchanged", equalTo(1))
        .body("delivery", equalTo(key));
    deliver(plan, Map.of("writer", "connector", "day", comingDay.toString()))
        .statusCode(400)
        .body("field", equalTo("writer"));
    history(plan)
        .body("entries.what", contains("made", "approved", "exported", "delivered", "delivered"))
        .body("entries[2].detail.platform", equalTo("google"))
        .body("entries[3].detail.written", equalTo("1"));
  }

  @Test
  void namesThatASpreadsheetWouldRunAreRefusedUnlessTheyAreAskedFor() {
    String plan =
        keep(
            comingDay,
            null,
            List.of(SomePlans.line("c", "=cmd|' /C calc'!A0", 1, 2_000_000, null)));
    String path = "/v1/budget-plans/" + plan + "/export?platform=meta";
    reader().get(path).then().statusCode(422).body("field", equalTo("names"));
    reader().get(path + "&names=exact").then().statusCode(200).body(containsString("=cmd|"));
    reader().get(path + "&names=other").then().statusCode(400).body("field", equalTo("names"));
  }

  @Test
  void anApprovedPlansSpendIsReportedByLine() throws Exception {
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    String plan = keep(yesterday, comingDay);
    reader()
        .get("/v1/budget-plans/" + plan + "/pacing")
        .then()
        .statusCode(409)
        .body("detail", containsString("approve it first"));
    post(plan, "approval", null).statusCode(200);
    var start = yesterday.atStartOfDay();
    var row = PacedDays.row("default", account, start, start.plusDays(1), 7, Segment.NONE);
    TopicProbe.write(Topics.AD_PERFORMANCE, row.key().encode(), json.writeValueAsString(row));
    String path = "/v1/budget-plans/" + plan + "/pacing?day=" + yesterday.plusDays(1);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                reader()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("timeZone", equalTo("Europe/Berlin"))
                    .body("lines[0].otherDays.earlierSpentMicros", equalTo(7_000_000))
                    .body("period.message", startsWith("Earlier days spent "))
                    .body("lines[0].proposal.action", equalTo("none")));
    reader()
        .get("/v1/budget-plans/" + plan + "/pacing?day=soon")
        .then()
        .statusCode(400)
        .body("field", equalTo("day"));
  }

  @Test
  void theContractNamesItAll() {
    given()
        .get("/q/openapi?format=json")
        .then()
        .body(
            "paths.keySet()",
            hasItems(
                "/v1/budget-plans/{id}/approval",
                "/v1/budget-plans/{id}/rejection",
                "/v1/budget-plans/{id}/rollback",
                "/v1/budget-plans/{id}/history",
                "/v1/budget-plans/{id}/pacing",
                "/v1/budget-plans/{id}/export",
                "/v1/budget-plans/{id}/deliveries"))
        .body(
            "paths.'/v1/budget-plans/{id}/approval'.post.responses.keySet()",
            hasItems("200", "404", "409"));
  }

  private String keep(LocalDate day, LocalDate until) {
    return keep(day, until, List.of(SomePlans.line("c", "s", 10_000_000, 20_000_000, null)));
  }

  private String keep(LocalDate day, LocalDate until, List<BudgetPlan.Line> lines) {
    String id = UUID.randomUUID().toString();
    BudgetPlan p = SomePlans.plan(id, day, until, lines);
    plans.keep(
        new BudgetPlan(
            p.schemaVersion(),
            p.workspace(),
            account,
            id,
            p.day(),
            p.currency(),
            p.budgetMicros(),
            p.goal(),
            p.expected(),
            p.expectedToday(),
            p.optimalityGap(),
            p.createdAt(),
            p.lines(),
            p.until(),
            null,
            null,
            null,
            null,
            null),
        "maker",
        () -> {});
    return id;
  }

  private void assertStatus(String id, String status) {
    reader().get("/v1/budget-plans/" + id).then().statusCode(200).body("status", equalTo(status));
  }

  /** What the topic says of this account's plans: the id and the state. */
  private List<String> told(int count) {
    String prefix = "default|" + account + "|";
    var records =
        TopicProbe.read(
            Topics.BUDGET_PLANS, count, PATIENCE, record -> record.key().startsWith(prefix));
    return records.stream()
        .map(
            record -> {
              try {
                var plan = json.readTree(record.value());
                assertTrue(record.key().endsWith("|" + plan.path("id").asText()));
                return plan.path("id").asText() + " " + plan.path("status").asText("undecided");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  private static ValidatableResponse history(String id) {
    return reader().get("/v1/budget-plans/" + id + "/history").then().statusCode(200);
  }

  private static ValidatableResponse deliver(String id, Map<String, Object> order) {
    return approver()
        .contentType("application/json")
        .body(order)
        .post("/v1/budget-plans/" + id + "/deliveries")
        .then();
  }

  private static ValidatableResponse post(String id, String what, String note) {
    return approver()
        .contentType("application/json")
        .body(note == null ? Map.of() : Map.of("note", note))
        .post("/v1/budget-plans/" + id + "/" + what)
        .then();
  }

  private static RequestSpecification reader() {
    return given().auth().oauth2(SignedIdentity.withScopes("plans:read"));
  }

  private static RequestSpecification approver() {
    return given().auth().oauth2(SignedIdentity.withScopes("plans:approve"));
  }
}
