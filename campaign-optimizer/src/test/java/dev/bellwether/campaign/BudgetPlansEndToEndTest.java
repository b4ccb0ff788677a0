package dev.bellwether.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.plan.Rows;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.TopicSpec;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "optimizer"))
class BudgetPlansEndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ObjectMapper json;
  @Inject PlanStore store;

  private String account;

  @BeforeEach
  void useAFreshAccount() {
    account = "acme-" + UUID.randomUUID();
  }

  @Test
  void figuresOnTheTopicBecomeAPlanThatSpendsTheBudgetToTheMicro() throws Exception {
    write(figures());
    awaitTodayMicros(210_000_000);
    String answer =
        post(Map.of("account", account, "budget", "199.999999", "goal", "conversions"))
            .statusCode(201)
            .body("currency", equalTo("EUR"))
            .body("day", equalTo("2026-03-12"))
            .body("lines", hasSize(3))
            .extract()
            .asString();
    BudgetPlan plan = json.readValue(answer, BudgetPlan.class);
    assertEquals(199_999_999, plan.budgetMicros());
    assertEquals(
        199_999_999, plan.lines().stream().mapToLong(BudgetPlan.Line::plannedMicros).sum());
    assertTrue(plan.expected().mean() >= plan.expectedToday().mean());

    reader().get("/v1/budget-plans/" + plan.id()).then().statusCode(200).body(equalTo(answer));
    reader()
        .get("/v1/budget-plans?account=" + account)
        .then()
        .statusCode(200)
        .body("plans", hasSize(1))
        .body("plans[0].id", equalTo(plan.id()));
    var published =
        TopicProbe.read(Topics.BUDGET_PLANS, 1, PATIENCE, r -> r.key().endsWith("|" + plan.id()));
    assertEquals(plan, json.readValue(published.getFirst().value(), BudgetPlan.class));
  }

  @Test
  void aRestatementReplacesAndAReplayChangesNothing() throws Exception {
    write(figures());
    awaitTodayMicros(210_000_000);
    List<AdPerformance> restated = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      restated.add(Rows.day(account, "c", "set-0", day, 40, 6));
    }
    write(restated);
    awaitTodayMicros(180_000_000);
    String before = reader().get("/v1/response-curves?account=" + account).asString();
    // The topic's history once more: the early rows, then what restates them
    write(figures());
    write(restated);
    awaitEveryPartition();
    assertEquals(before, reader().get("/v1/response-curves?account=" + account).asString());
  }

  @Test
  void aTombstoneRemovesItsRowAndAPoisonRecordIsPutAside() throws Exception {
    write(figures());
    awaitTodayMicros(210_000_000);
    TopicProbe.write(Topics.AD_PERFORMANCE, "poison|" + account, "{not json");
    var negative = Rows.day(account, "c", "set-9", 0, -1, 0);
    TopicProbe.write(
        Topics.AD_PERFORMANCE, negative.key().encode(), json.writeValueAsString(negative));
    for (int day = 0; day < 10; day++) {
      String key = Rows.day(account, "c", "set-0", day, 70, 0).key().encode();
      TopicProbe.write(Topics.AD_PERFORMANCE, key, null);
    }
    awaitTodayMicros(140_000_000);
    var letters =
        TopicProbe.read(
            Topics.deadLettersOf(Topics.AD_PERFORMANCE),
            2,
            PATIENCE,
            r -> r.key().contains(account));
    assertEquals(2, letters.size());
    assertEquals("spendMicros must be zero or more", reason(letters.getLast()));
  }

  /** A record may be far larger than its packed batch, which is what a broker looks at. */
  @Test
  void whatIsTooLargeForALetterHoldsNothingUpAndIsPutAsideWithoutItsValue() throws Exception {
    String deadLetters = Topics.deadLettersOf(Topics.AD_PERFORMANCE);
    String key = "large|" + account;
    TopicProbe.configure(deadLetters, "max.message.bytes", "2000");
    try {
      TopicProbe.write(Topics.AD_PERFORMANCE, key, "{" + random(10_000));
      var letter = TopicProbe.read(deadLetters, 1, PATIENCE, r -> r.key().equals(key)).getFirst();
      assertNull(letter.value());
      assertTrue(reason(letter).endsWith("; its value was too large to keep"), reason(letter));
    } finally {
      TopicProbe.configure(
          deadLetters, "max.message.bytes", Integer.toString(TopicSpec.DEAD_LETTER_BYTES));
    }
    write(figures());
    awaitTodayMicros(210_000_000);
  }

  /** Text that does not pack. */
  private static String random(int length) {
    return new Random(7)
        .ints(length, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String reason(ConsumerRecord<String, String> letter) {
    return new String(
        letter.headers().lastHeader(DeadLetterHeaders.ERROR_MESSAGE).value(),
        StandardCharsets.UTF_8);
  }

  @Test
  void whatCannotBePlannedSaysWhyAndNamesTheField() throws Exception {
    write(figures());
    awaitTodayMicros(210_000_000);
    post(Map.of("account", "nobody")).statusCode(404).body("field", equalTo("account"));
    post(Map.of("budget", 5)).statusCode(400).body("field", equalTo("account"));
    post(Map.of("account", account, "budget", 0)).statusCode(400).body("field", equalTo("budget"));
    post(Map.of("account", account, "budget", "1.0000001"))
        .statusCode(400)
        .body("field", equalTo("budget"));
    post(Map.of("account", account, "goal", "fame"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("goal"));
    post(Map.of("account", account, "budget", "much"))
        .statusCode(400)
        .body("field", equalTo("budget"));
    post(Map.of("account", account, "day", "soon")).statusCode(400).body("field", equalTo("day"));
    post(Map.of("account", account, "budget", 631))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("field", equalTo("budget"))
        .body("detail", containsString("630.00 EUR"));
    post(Map.of("account", account, "day", "2026-02-30"))
        .statusCode(400)
        .body("field", equalTo("day"))
        .body("detail", equalTo("day must be a day that exists, such as 2026-11-21."));
    post(Map.of("account", account, "day", "+999999999-12-31"))
        .statusCode(400)
        .body("field", equalTo("day"));
    post(Map.of("account", "a\0")).statusCode(400).body("field", equalTo("account"));
    for (String limit : List.of("many", "0", "101")) {
      reader()
          .get("/v1/budget-plans?limit=" + limit)
          .then()
          .statusCode(400)
          .body("field", equalTo("limit"));
    }
    for (String path : List.of("budget-plans?account=%00", "response-curves?account=%00")) {
      reader()
          .urlEncodingEnabled(false)
          .get("/v1/" + path)
          .then()
          .statusCode(400)
          .body("field", equalTo("account"));
    }
    reader().get("/v1/response-curves").then().statusCode(400).body("field", equalTo("account"));
    reader().get("/v1/budget-plans/none").then().statusCode(404);
  }

  @Test
  void anotherWorkspaceSeesNeitherFiguresNorPlans() throws Exception {
    write(figures());
    awaitTodayMicros(210_000_000);
    String id = post(Map.of("account", account)).statusCode(201).extract().path("id");
    RequestSpecification stranger =
        given()
            .auth()
            .oauth2(SignedIdentity.inWorkspace("other", "plans:read", "plans:write"))
            .contentType("application/json");
    given(stranger).get("/v1/budget-plans/" + id).then().statusCode(404);
    given(stranger).get("/v1/budget-plans").then().body("plans", hasSize(0));
    given(stranger).get("/v1/response-curves?account=" + account).then().statusCode(404);
    given(stranger)
        .body(Map.of("account", account))
        .post("/v1/budget-plans")
        .then()
        .statusCode(404);
  }

  @Test
  void healthAndContractAreServed() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths.keySet()", hasItems("/v1/budget-plans", "/v1/response-curves"));
  }

  @Test
  void aKeyWithoutTheScopeIsRefused() {
    given().get("/v1/budget-plans").then().statusCode(401);
    reader()
        .contentType("application/json")
        .body("{}")
        .post("/v1/budget-plans")
        .then()
        .statusCode(403);
  }

  @Test
  void aPlanThatKafkaDidNotTakeNeverWas() throws Exception {
    write(figures());
    awaitTodayMicros(210_000_000);
    BudgetPlan plan =
        json.readValue(
            post(Map.of("account", account)).statusCode(201).extract().asString(),
            BudgetPlan.class);
    BudgetPlan untold = withId(plan, UUID.randomUUID().toString());
    assertThrows(
        IllegalStateException.class,
        () ->
            store.keep(
                untold,
                null,
                () -> {
                  throw new IllegalStateException("Kafka is away");
                }));
    assertTrue(store.find("default", untold.id()).isEmpty());
    assertTrue(store.find("default", plan.id()).isPresent());
  }

  private static BudgetPlan withId(BudgetPlan p, String id) {
    return new BudgetPlan(
        p.schemaVersion(),
        p.workspace(),
        p.account(),
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
        p.target(),
        p.scenario(),
        p.explorationShare(),
        p.status(),
        p.decision());
  }

  private static RequestSpecification reader() {
    return given().auth().oauth2(SignedIdentity.withScopes("plans:read"));
  }

  private static ValidatableResponse post(Map<String, Object> body) {
    return given()
        .auth()
        .oauth2(SignedIdentity.withScopes("plans:write"))
        .contentType("application/json")
        .body(body)
        .post("/v1/budget-plans")
        .then();
  }

  private List<AdPerformance> figures() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      for (int i = 0; i < 3; i++) {
        rows.add(Rows.day(account, "c", "set-" + i, day, 70, 15 - 6 * i));
      }
    }
    return rows;
  }

  private void write(List<AdPerformance> rows) throws JsonProcessingException {
    try (var producer = producer()) {
      for (AdPerformance row : rows) {
        producer.send(
            new ProducerRecord<>(
                Topics.AD_PERFORMANCE, row.key().encode(), json.writeValueAsString(row)));
      }
    }
  }

  /**
   * A row behind all others on each partition: once it shows, everything before it has been
   * applied.
   */
  private void awaitEveryPartition() throws JsonProcessingException {
    try (var producer = producer()) {
      for (int partition = 0; partition < Topics.POST_PARTITIONS; partition++) {
        var row = Rows.day(account + "-marker-" + partition, "c", "a", 0, 1, 1);
        producer.send(
            new ProducerRecord<>(
                Topics.AD_PERFORMANCE,
                partition,
                row.key().encode(),
                json.writeValueAsString(row)));
      }
    }
    for (int partition = 0; partition < Topics.POST_PARTITIONS; partition++) {
      String marker = account + "-marker-" + partition;
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> reader().get("/v1/response-curves?account=" + marker).then().statusCode(200));
    }
  }

  private static KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", RealBackends.bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }

  private void awaitTodayMicros(long micros) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var answer = reader().get("/v1/response-curves?account=" + account);
              answer.then().statusCode(200);
              List<Number> today = answer.path("adSets.todayMicros");
              assertEquals(micros, today.stream().mapToLong(Number::longValue).sum());
            });
  }
}
