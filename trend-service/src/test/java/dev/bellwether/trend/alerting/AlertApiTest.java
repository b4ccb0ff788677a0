package dev.bellwether.trend.alerting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, channels and alerts as people write and read them. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "trend"))
@QuarkusTestResource(LocalReceivers.class)
class AlertApiTest {

  private final Inbox inbox = new Inbox();

  @Inject WorkspaceTransaction transactions;

  @AfterEach
  void close() {
    inbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kinds': ['spike']} | name",
        "{'name': 'n'} | kinds",
        "{'name': 'n', 'kinds': ['storm']} | kinds",
        "{'name': 'n', 'kinds': ['negative-share', 'spike'], 'threshold': 0.4} | kinds",
        "{'name': 'n', 'kinds': ['negative-share']} | threshold",
        "{'name': 'n', 'kinds': ['negative-share'], 'threshold': 40} | threshold",
        "{'name': 'n', 'kinds': ['spike'], 'sensitivity': 'extreme'} | sensitivity",
        "{'name': 'n', 'kinds': ['spike'], 'minMentions': -1} | minMentions",
        "{'name': 'n', 'kinds': ['spike'], 'coolDownMinutes': 10081} | coolDownMinutes",
        "{'name': 'n', 'kinds': ['spike'], 'grouping': {'by': 'mood'}} | grouping.by",
        "{'name': 'n', 'kinds': ['spike'], 'grouping': {'windowMinutes': -1}} | grouping.windowMinutes",
        "{'name': 'n', 'kinds': ['spike'], 'channels': ['none']} | channels",
        "{'name': 'n', 'kinds': ['spike'], 'subjects': ['']} | subjects",
        "{'name': 'n', 'kinds': ['spike'], 'quietHours': {'from': '22:00', 'to': '06:00'}} | quietHours.zone",
        "{'name': 'n', 'kinds': ['spike'], 'quietHours': {'zone': 'Mars', 'from': '22:00', 'to': '06:00'}} | quietHours.zone",
        "{'name': 'n', 'kinds': ['spike'], 'quietHours': {'zone': 'UTC', 'from': '24:30', 'to': '06:00'}} | quietHours.from",
        "{'name': 'n', 'kinds': ['spike'], 'quietHours': {'zone': 'UTC', 'from': '06:00', 'to': '06:00'}} | quietHours.to",
        "{'name': 'n', 'kinds': ['spike'], 'quietHours': {'zone': 'UTC', 'days': ['mon'], 'from': '1:00', 'to': '06:00'}} | quietHours.from",
      },
      quoteCharacter = '~')
  void aRuleThatWillNotDoIsRefusedWithTheFieldsName(String body, String field) {
    var team = Team.fresh();
    team.asks()
        .body(body.replace('\'', '"'))
        .post("/v1/alert-rules")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", startsWith(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind': 'webhook', 'url': 'https://example.org/x'} | name",
        "{'name': 'n', 'kind': 'pigeon'} | kind",
        "{'name': 'n', 'kind': 'webhook'} | url",
        "{'name': 'n', 'kind': 'webhook', 'url': 'ftp://example.org/x'} | url",
        "{'name': 'n', 'kind': 'webhook', 'url': 'https://a:b@example.org/x'} | url",
        "{'name': 'n', 'kind': 'webhook', 'url': 'https://example.org/x', 'secret': 'whsec_short'} | secret",
        "{'name': 'n', 'kind': 'slack'} | url",
        "{'name': 'n', 'kind': 'email'} | to",
        "{'name': 'n', 'kind': 'email', 'to': ['Jane <jane@example.org>']} | to",
      },
      quoteCharacter = '~')
  void aChannelThatWillNotDoIsRefusedWithTheFieldsName(String body, String field) {
    var team = Team.fresh();
    team.asks()
        .body(body.replace('\'', '"'))
        .post("/v1/alert-channels")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @Test
  void aRuleIsAnsweredWithAllThatAppliesAndChangedOnlyAsItWasSeen() {
    var team = Team.fresh();
    var id = team.rule("{\"name\": \"rule\", \"kinds\": [\"shift\", \"drop\"]}");
    team.asks()
        .get("/v1/alert-rules/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("enabled", equalTo(true))
        .body("kinds", equalTo(List.of("drop", "shift")))
        .body("sensitivity", equalTo("medium"))
        .body("grouping.by", equalTo("subject"))
        .body("grouping.windowMinutes", equalTo(1))
        .body("coolDownMinutes", equalTo(60));
    var change = "{\"name\": \"renamed\", \"kinds\": [\"spike\"], \"enabled\": false}";
    team.asks()
        .header("If-Match", "\"1\"")
        .body(change)
        .put("/v1/alert-rules/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("renamed"));
    team.asks()
        .header("If-Match", "\"1\"")
        .body(change)
        .put("/v1/alert-rules/" + id)
        .then()
        .statusCode(412);
    team.asks()
        .body("{\"name\": \"renamed\", \"kinds\": [\"spike\"]}")
        .post("/v1/alert-rules")
        .then()
        .statusCode(409)
        .body("field", equalTo("name"));
    team.asks().get("/v1/alert-rules").then().body("rules", hasSize(1));
    team.asks().delete("/v1/alert-rules/" + id).then().statusCode(204);
    team.asks().get("/v1/alert-rules/" + id).then().statusCode(404);
  }

  @Test
  void aSecretIsShownOnceAndStandsSealedInTheDatabase() {
    var team = Team.fresh();
    var made = team.webhook(inbox.url());
    var id = made.getString("id");
    var secret = made.getString("secret");
    assertTrue(secret.startsWith("whsec_"));
    for (var path : List.of("/v1/alert-channels", "/v1/alert-channels/" + id)) {
      team.asks().get(path).then().statusCode(200).body(not(containsString("whsec_")));
    }
    var slack =
        team.asks()
            .body(Map.of("name", "chat", "kind", "slack", "url", inbox.url() + "/T0/B0/token"))
            .post("/v1/alert-channels")
            .then()
            .statusCode(201)
            .body("url", not(containsString("token")))
            .extract()
            .<String>path("id");
    team.asks().get("/v1/alert-channels").then().body(not(containsString("token")));
    var stored =
        transactions.inWorkspace(
            team.workspace(),
            connection -> {
              try (var statement = connection.createStatement();
                  var rows =
                      statement.executeQuery("select alert_channel::text from alert_channel")) {
                var all = new StringBuilder();
                while (rows.next()) {
                  all.append(rows.getString(1));
                }
                return all.toString();
              }
            });
    assertTrue(!stored.contains(secret) && !stored.contains("token"), "sealed");

    var rotated =
        team.asks()
            .post("/v1/alert-channels/" + id + "/rotate-secret")
            .then()
            .statusCode(200)
            .extract()
            .<String>path("secret");
    assertNotEquals(secret, rotated);
    team.asks()
        .post("/v1/alert-channels/" + id + "/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("delivered"))
        .body("status", equalTo(200));
    var signatures = inbox.messages().getLast().headers().get("webhook-signature").split(" ");
    assertEquals(2, new HashSet<>(List.of(signatures)).size(), "by either secret");
    team.asks()
        .post("/v1/alert-channels/" + slack + "/test")
        .then()
        .body("outcome", equalTo("delivered"));
    inbox.answers(500);
    team.asks()
        .post("/v1/alert-channels/" + id + "/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("retry"))
        .body("status", equalTo(500));
    team.asks().post("/v1/alert-channels/" + slack + "/rotate-secret").then().statusCode(409);
  }

  @Test
  void aChannelThatARuleSpeaksThroughStays() {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    var rule = team.spikeRule(channel, "");
    team.asks()
        .delete("/v1/alert-channels/" + channel)
        .then()
        .statusCode(409)
        .body("detail", containsString("rule "));
    team.asks().delete("/v1/alert-rules/" + rule).then().statusCode(204);
    team.asks().delete("/v1/alert-channels/" + channel).then().statusCode(204);
  }

  @Test
  void alertsAreListedPageByPageAndFound() {
    var team = Team.fresh();
    var rule =
        team.rule(
            "{\"name\": \"r\", \"kinds\": [\"spike\"], \"grouping\": {\"windowMinutes\": 0}}");
    var now = Instant.now();
    for (int i = 0; i < 5; i++) {
      team.spike("s-" + i, "subject-" + i, now.minus(Duration.ofHours(i)));
    }
    team.awaitAlerts(5);
    var seen = new HashSet<String>();
    String path = "/v1/alerts?limit=2&rule=" + rule;
    int pages = 0;
    while (path != null) {
      var page = team.asks().urlEncodingEnabled(false).get(path).then().statusCode(200).extract();
      seen.addAll(page.path("alerts.subjects.flatten()"));
      String link = page.header("Link");
      path = link == null ? null : link.substring(1, link.indexOf('>'));
      pages++;
    }
    assertEquals(3, pages);
    assertEquals(5, seen.size());
    team.asks()
        .queryParam("from", now.minus(Duration.ofMinutes(150)).toString())
        .queryParam("to", now.minus(Duration.ofMinutes(30)).toString())
        .get("/v1/alerts")
        .then()
        .body("alerts", hasSize(2))
        .body("alerts[0].title", startsWith("r: Mentions of subject-1"));
    team.asks().get("/v1/alerts?kind=drop").then().body("alerts", hasSize(0));
    team.asks().get("/v1/alerts?kind=spike").then().body("alerts", hasSize(5));
    for (var wrong :
        Map.of("kind", "storm", "limit", "0", "cursor", "x", "from", "now").entrySet()) {
      team.asks()
          .queryParam(wrong.getKey(), wrong.getValue())
          .get("/v1/alerts")
          .then()
          .statusCode(400)
          .body("field", equalTo(wrong.getKey()));
    }
  }

  @Test
  void whoMayOnlyReadMayNotWrite() {
    var team = Team.fresh();
    var reader = "Bearer " + SignedIdentity.inWorkspace(team.workspace(), "alerts:read");
    RestAssured.given()
        .header("Authorization", reader)
        .contentType("application/json")
        .body("{}")
        .post("/v1/alert-rules")
        .then()
        .statusCode(403);
    RestAssured.given().get("/v1/alerts").then().statusCode(401);
  }
}
