package dev.bellwether.trend.alerting;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.TopicProbe;
import dev.bellwether.trend.alerting.storage.Trimming;
import dev.bellwether.trend.alerting.wording.SubjectNames;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a signal on the topic to a receiver, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "trend"))
@QuarkusTestResource(LocalReceivers.class)
class AlertingTest {

  private final Inbox inbox = new Inbox();
  private final Instant now = Instant.now();

  @Inject WorkspaceTransaction transactions;
  @Inject Trimming trimming;
  @Inject SubjectNames names;

  @AfterEach
  void close() {
    inbox.close();
  }

  @Test
  void aSignalBecomesOneSignedMessageHoweverOftenItIsSent() throws Exception {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url());
    team.spikeRule(channel.getString("id"), ", \"coolDownMinutes\": 0");

    team.spike("s-1", "cola", now);
    team.spike("s-1", "cola", now);
    team.spike("s-2", "other", now);

    Team.await().until(() -> inbox.ids().size() == 2);
    assertEquals(2, team.alerts().size());
    var message =
        inbox.messages().stream()
            .filter(it -> it.body().contains("cola"))
            .reduce((one, two) -> one)
            .orElseThrow();
    var signed =
        message.headers().get("webhook-id")
            + "."
            + message.headers().get("webhook-timestamp")
            + "."
            + message.body();
    var mac = Mac.getInstance("HmacSHA256");
    var secret = channel.getString("secret").substring("whsec_".length());
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    assertEquals(
        "v1,"
            + Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))),
        message.headers().get("webhook-signature"));

    var alert = team.alertAbout("cola");
    team.awaitState(alert, "delivered");
    var told = team.alert(alert);
    assertEquals(List.of("s-1"), told.getList("signals.id"));
    assertEquals(message.headers().get("webhook-id"), told.getString("deliveries[0].id"));
    assertEquals("delivered", told.getList("deliveries[0].attempts.outcome").getLast());
    assertEquals(200, told.getList("deliveries[0].attempts.status").getLast());
    assertEquals(2, inbox.ids().size(), "each is told once");
  }

  @Test
  void aMonitorIsCalledByItsNameInWhatPeopleRead() {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    TopicProbe.write(
        Topics.MONITORS,
        RecordKey.of(team.workspace(), "mon-1").encode(),
        """
        {"schemaVersion": 1, "workspace": "%s", "id": "mon-1", "version": 1, "name": "Acme Cola", "active": true}
        """
            .formatted(team.workspace()));
    Team.await().until(() -> names.of(team.workspace(), "mon-1").equals("Acme Cola"));
    assertEquals("mon-1", names.of("another", "mon-1"));

    team.spike("s-1", "mon-1", now);

    Team.await().until(() -> !inbox.messages().isEmpty());
    var alert = team.alerts().getFirst();
    assertTrue(alert.get("title").toString().contains("Acme Cola"), alert::toString);
    var body = inbox.messages().getFirst().body();
    assertTrue(body.contains("\"text\":\"Mentions of Acme Cola"), body);
    assertTrue(body.contains("\"subject\":\"mon-1\""), body);
  }

  @Test
  void anotherWorkspaceSeesNothing() {
    var team = Team.fresh();
    var other = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    var rule = team.spikeRule(channel, "");
    team.spike("s-1", "cola", now);
    team.awaitAlerts(1);
    var alert = team.alertAbout("cola");

    assertEquals(List.of(), other.alerts());
    for (var path :
        List.of(
            "/v1/alerts/" + alert, "/v1/alert-rules/" + rule, "/v1/alert-channels/" + channel)) {
      other.asks().get(path).then().statusCode(404);
    }
    other.asks().post("/v1/alerts/" + alert + "/acknowledge").then().statusCode(404);
    other.asks().delete("/v1/alert-rules/" + rule).then().statusCode(404);
    other
        .asks()
        .body("{\"name\": \"r\", \"kinds\": [\"spike\"], \"channels\": [\"" + channel + "\"]}")
        .post("/v1/alert-rules")
        .then()
        .statusCode(400)
        .body("field", equalTo("channels"));
    other.spike("s-2", "cola", now);
    team.spike("s-3", "later", now);
    team.awaitAlerts(2);
    assertEquals(List.of(), other.alerts(), "a rule judges its own workspace's signals");
  }

  @Test
  void afterAnAlertTheRuleIsSilentAboutItsSubjectForAWhileOfEventTime() {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), ", \"coolDownMinutes\": 60");
    team.spike("s-1", "cola", now.minus(Duration.ofHours(5)));
    team.spike("s-2", "cola", now.minus(Duration.ofMinutes(4 * 60 + 10)));
    team.spike("s-3", "lemonade", now.minus(Duration.ofMinutes(4 * 60 + 5)));
    team.spike("s-4", "cola", now.minus(Duration.ofHours(3)));

    team.awaitAlerts(3);
    Team.await().until(() -> inbox.messages().size() == 3);
    var swallowed =
        team.alerts().stream()
            .filter(alert -> Integer.valueOf(1).equals(alert.get("cooled")))
            .toList();
    assertEquals(1, swallowed.size(), "it is counted where it belongs");
    assertEquals(List.of("cola"), swallowed.getFirst().get("subjects"));
  }

  @Test
  void signalsThatBelongTogetherAreOneMessage() {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    team.rule(
        """
        {"name": "grouped", "kinds": ["spike"], "grouping": {"by": "all", "windowMinutes": 30}, "channels": ["%s"]}
        """
            .formatted(channel));
    team.spike("s-1", "cola", now.minus(Duration.ofMinutes(20)));
    team.spike("s-2", "lemonade", now.minus(Duration.ofMinutes(15)));
    team.spike("s-3", "water", now.minus(Duration.ofHours(2)));
    team.spike("s-4", "tea", now);

    team.awaitAlerts(2);
    Team.await()
        .until(() -> (Integer) team.alert(team.alertAbout("cola")).get("alert.signalCount") == 3);
    assertEquals(0, inbox.messages().size(), "it waits for more");
    team.timePasses(transactions);
    Team.await().until(() -> inbox.messages().size() == 2);
    var grouped =
        inbox.messages().stream().filter(message -> message.body().contains("cola")).toList();
    assertEquals(1, grouped.size());
    assertTrue(grouped.getFirst().body().contains("lemonade"));
    assertTrue(grouped.getFirst().body().contains("tea"));
    assertFalse(grouped.getFirst().body().contains("water"), "two hours apart");
  }

  @Test
  void whatHappenedLongAgoIsListedAndNotDelivered() {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    team.spike("old", "cola", now.minus(Duration.ofDays(2)));
    team.spike("new", "cola", now);

    team.awaitAlerts(2);
    Team.await().until(() -> inbox.messages().size() == 1);
    assertTrue(inbox.messages().getFirst().body().contains("\"new\""), "history silences nobody");
    var history =
        team.alerts().stream().filter(alert -> Boolean.TRUE.equals(alert.get("history"))).toList();
    assertEquals(1, history.size());
    var told = team.alert((String) history.getFirst().get("id"));
    assertEquals(List.of("old"), told.getList("signals.id"));
    assertEquals(List.of(), told.getList("deliveries"));
  }

  @Test
  void inQuietHoursAnAlertIsHeldOrDropped() {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    for (var behaviour : List.of("hold", "drop")) {
      team.spikeRule(channel, quiet(behaviour));
    }
    team.spike("s-1", "cola", now);
    team.awaitAlerts(2);
    var ids = team.alerts().stream().map(alert -> (String) alert.get("id")).toList();
    Team.await()
        .until(
            () ->
                List.of("dropped", "held").equals(ids.stream().map(team::state).sorted().toList()));
    assertEquals(0, inbox.messages().size());
    var held = ids.stream().filter(id -> team.state(id).equals("held")).findFirst().orElseThrow();
    var due = Instant.parse(team.alert(held).getString("deliveries[0].dueAt"));
    assertTrue(
        due.isAfter(now.plus(Duration.ofMinutes(55)))
            && due.isBefore(now.plus(Duration.ofMinutes(62))),
        () -> due + " is when the quiet ends");

    // still quiet: what is looked at too early is held again
    team.timePasses(transactions);
    Team.await().until(() -> team.state(held).equals("held"));
    assertEquals(0, inbox.messages().size());
    var rule = team.alert(held).getString("alert.rule");
    team.asks()
        .body("{\"name\": \"loud\", \"kinds\": [\"spike\"], \"channels\": [\"" + channel + "\"]}")
        .put("/v1/alert-rules/" + rule)
        .then()
        .statusCode(200);
    team.timePasses(transactions);
    Team.await().until(() -> inbox.messages().size() == 1);
  }

  private String quiet(String behaviour) {
    var time = now.toString();
    var from = now.minus(Duration.ofHours(1)).toString().substring(11, 16);
    var to = now.plus(Duration.ofHours(1)).toString().substring(11, 16);
    assertNotEquals(time, from);
    return ", \"quietHours\": {\"zone\": \"UTC\", \"from\": \"%s\", \"to\": \"%s\", \"behaviour\": \"%s\"}"
        .formatted(from, to, behaviour);
  }

  @Test
  void aSignalThatDoesNotReadIsSetAsideAndTheNextIsJudged() {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    var key = team.workspace() + "|broken";
    TopicProbe.write(Topics.SIGNALS, key, "{no json");
    team.spike("s-1", "cola", now);
    team.awaitAlerts(1);
    var letters =
        TopicProbe.read(
            Topics.deadLettersOf(Topics.SIGNALS),
            1,
            Duration.ofSeconds(30),
            letter -> key.equals(letter.key()));
    assertEquals(1, letters.size());
  }

  @Test
  void anAlertIsAcknowledgedOnceAndGoesWhenItIsOld() {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    team.spike("s-1", "cola", now);
    team.awaitAlerts(1);
    var alert = team.alertAbout("cola");
    var first =
        team.asks()
            .post("/v1/alerts/" + alert + "/acknowledge")
            .then()
            .statusCode(200)
            .body("acknowledgedBy", equalTo("test-key"))
            .extract()
            .path("acknowledgedAt");
    team.asks()
        .post("/v1/alerts/" + alert + "/acknowledge")
        .then()
        .body("acknowledgedAt", equalTo(first));

    team.awaitState(alert, "delivered");
    trimming.run();
    assertEquals(1, team.alerts().size());
    for (var table : List.of("alert", "alert_signal", "delivery")) {
      transactions.inWorkspace(
          team.workspace(),
          connection -> {
            try (var statement = connection.createStatement()) {
              return statement.executeUpdate(
                  "update " + table + " set created_at = now() - interval '91 days'");
            }
          });
    }
    trimming.run();
    assertEquals(List.of(), team.alerts());
    assertEquals(
        0L,
        transactions.<Long>inWorkspace(
            team.workspace(),
            connection -> {
              try (var statement = connection.createStatement();
                  var row =
                      statement.executeQuery(
                          "select (select count(*) from delivery_attempt) + (select count(*) from alert_signal)")) {
                row.next();
                return row.getLong(1);
              }
            }));
  }
}
