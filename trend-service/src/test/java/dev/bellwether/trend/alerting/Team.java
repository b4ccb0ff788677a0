package dev.bellwether.trend.alerting;

import static io.restassured.RestAssured.given;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assertions;

/** A workspace of its own, and what its people and its services do. */
record Team(String workspace) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Team fresh() {
    Team team = new Team("team-" + UUID.randomUUID());
    // The schema is made beside the start
    await().until(() -> team.asks().get("/v1/alert-rules").statusCode() == 200);
    return team;
  }

  static ConditionFactory await() {
    return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
  }

  RequestSpecification asks() {
    return given()
        .header(
            "Authorization",
            "Bearer " + SignedIdentity.inWorkspace(workspace, "alerts:read", "alerts:write"))
        .contentType("application/json");
  }

  /** The answer: with the secret. */
  JsonPath webhook(String url) {
    return asks()
        .body(Map.of("name", "hook " + UUID.randomUUID(), "kind", "webhook", "url", url))
        .post("/v1/alert-channels")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** Its id. */
  String rule(String definition) {
    return asks()
        .body(definition)
        .post("/v1/alert-rules")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A rule on spikes that speaks at once. */
  String spikeRule(String channel, String more) {
    return rule(
        """
        {"name": "rule %s", "kinds": ["spike"], "grouping": {"windowMinutes": 0}, "channels": ["%s"]%s}
        """
            .formatted(UUID.randomUUID(), channel, more));
  }

  void spike(String id, String subject, Instant at) {
    TopicProbe.write(
        Topics.SIGNALS,
        RecordKey.of(workspace, "spike").encode(),
        """
        {"schemaVersion": 1, "workspace": "%s", "id": "%s", "kind": "spike", "subject": "%s", "series": "mentions",
         "at": "%s", "value": 340.0, "expected": 100.0, "low": 80.0, "high": 120.0, "score": 0.93, "mentions": 340,
         "terms": []}
        """
            .formatted(workspace, id, subject, at));
  }

  List<Map<String, Object>> alerts() {
    return asks().get("/v1/alerts").then().statusCode(200).extract().path("alerts");
  }

  void awaitAlerts(int count) {
    await().until(() -> alerts().size() == count);
  }

  String alertAbout(String subject) {
    return asks()
        .queryParam("subject", subject)
        .get("/v1/alerts")
        .then()
        .extract()
        .path("alerts[0].id");
  }

  JsonPath alert(String id) {
    return asks().get("/v1/alerts/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** Of the alert's only delivery. */
  String state(String alert) {
    return alert(alert).getString("deliveries[0].state");
  }

  void awaitState(String alert, String state) {
    await()
        .untilAsserted(
            () -> {
              var told = alert(alert);
              Assertions.assertEquals(state, told.getString("deliveries[0].state"), told::prettify);
            });
  }

  /** What waits for its time has come to it. */
  void timePasses(WorkspaceTransaction transactions) {
    timePasses(transactions, "1 year");
  }

  /**
   * @param most what is due later than this, a PostgreSQL interval, stays as it is
   */
  void timePasses(WorkspaceTransaction transactions, String most) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate("update alert set closes_at = now() where open");
            return statement.executeUpdate(
                "update delivery set due_at = now() where state in ('pending', 'held')"
                    + " and due_at < now() + interval '%s'".formatted(most));
          }
        });
  }
}
