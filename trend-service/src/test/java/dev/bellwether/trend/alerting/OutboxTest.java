package dev.bellwether.trend.alerting;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.trend.alerting.outbox.OutboxRunner;
import dev.bellwether.trend.alerting.outbox.RunnerAccess;
import dev.bellwether.trend.alerting.storage.Claimed;
import dev.bellwether.trend.alerting.storage.OutboxStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery when services stop, and receivers do what receivers do. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "trend"))
@QuarkusTestResource(LocalReceivers.class)
class OutboxTest {

  private final Inbox inbox = new Inbox();
  private final Instant now = Instant.now();

  @Inject WorkspaceTransaction transactions;
  @Inject OutboxRunner runner;
  @Inject OutboxStore outbox;

  @AfterEach
  void close() {
    inbox.close();
  }

  @Test
  void whatWasFoundBeforeAStopIsDeliveredAfterIt() throws Exception {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    RunnerAccess.stop(runner);
    try {
      team.spike("s-1", "cola", now);
      team.awaitAlerts(1);
      assertEquals("pending", team.state(team.alertAbout("cola")));
      assertEquals(0, inbox.messages().size());
    } finally {
      RunnerAccess.begin(runner);
    }
    Team.await().until(() -> inbox.messages().size() == 1);
    team.awaitState(team.alertAbout("cola"), "delivered");
  }

  @Test
  void whatAnInstanceHeldWhenItDiedAnotherTakesWhenTheLeaseEnds() throws Exception {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    RunnerAccess.stop(runner);
    try {
      team.spike("s-1", "cola", now);
      team.awaitAlerts(1);
      claimOf(team, Duration.ofSeconds(3));
      assertEquals("delivering", team.state(team.alertAbout("cola")));
    } finally {
      RunnerAccess.begin(runner);
    }
    Team.await().until(() -> inbox.messages().size() == 1);
    team.awaitState(team.alertAbout("cola"), "delivered");
    assertEquals(1, team.alert(team.alertAbout("cola")).getList("deliveries[0].attempts").size());
  }

  @Test
  void whatAnotherHasTakenOverTheFirstCannotSettleAnyMore() throws Exception {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    RunnerAccess.stop(runner);
    try {
      team.spike("s-1", "cola", now);
      team.awaitAlerts(1);
      var first = claimOf(team, Duration.ZERO);
      var second = claimOf(team, Duration.ofMinutes(1));
      assertEquals(first.id(), second.id(), "the lease was over");
      assertEquals(Optional.empty(), outbox.claim(Duration.ofMinutes(1), List.of()));
      assertFalse(settle(team, first));
      assertTrue(settle(team, second));
      assertEquals("delivered", team.state(team.alertAbout("cola")));
    } finally {
      RunnerAccess.begin(runner);
    }
  }

  private Claimed claimOf(Team team, Duration lease) {
    return Team.await()
        .until(
            () -> outbox.claim(lease, List.of()),
            claimed -> claimed.isPresent() && claimed.get().workspace().equals(team.workspace()))
        .orElseThrow();
  }

  private boolean settle(Team team, Claimed claimed) {
    return transactions.inWorkspace(
        team.workspace(), connection -> outbox.settle(connection, claimed, "delivered", 1));
  }

  @Test
  void aReceiverThatFailsIsTriedAgainWithTheSameIdAndItsWishIsHeard() {
    var team = Team.fresh();
    team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    inbox.answers(503);
    team.spike("s-1", "cola", now);
    Team.await().until(() -> inbox.messages().size() == 1);
    var alert = team.alertAbout("cola");
    inbox.answers(429, "7200");
    // what the receiver asked to wait for is looked at, so it must not be hurried over
    hurry(
        team,
        alert,
        "100 minutes",
        told -> told.getList("deliveries[0].attempts.status").contains(429));
    var due = Instant.parse(team.alert(alert).getString("deliveries[0].dueAt"));
    assertTrue(due.isAfter(now.plus(Duration.ofMinutes(119))), () -> due + " is too soon");
    inbox.answers(204);
    hurry(team, alert, told -> "delivered".equals(told.getString("deliveries[0].state")));
    var statuses = team.alert(alert).getList("deliveries[0].attempts.status");
    assertEquals(503, statuses.getFirst());
    assertEquals(204, statuses.getLast());
    var ids = inbox.messages().stream().map(it -> it.headers().get("webhook-id")).toList();
    assertEquals(Collections.nCopies(statuses.size(), ids.getFirst()), ids);
    assertEquals(1, inbox.messages().stream().map(Inbox.Message::body).distinct().count());
  }

  @Test
  void aReceiverThatIsGoneIsSentNothingMoreUntilSomebodySaysSo() {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url());
    var id = channel.getString("id");
    team.spikeRule(id, "");
    inbox.answers(410);
    team.spike("s-1", "cola", now);
    Team.await()
        .until(() -> team.asks().get("/v1/alert-channels/" + id).path("disabledAt") != null);
    assertEquals("failed", team.state(team.alertAbout("cola")));
    inbox.answers(200);
    team.spike("s-2", "lemonade", now);
    team.awaitAlerts(2);
    assertEquals("disabled", team.state(team.alertAbout("lemonade")));
    assertEquals(1, inbox.messages().size());

    team.asks()
        .body(Map.of("name", channel.getString("name"), "kind", "webhook", "url", inbox.url()))
        .put("/v1/alert-channels/" + id)
        .then()
        .statusCode(200)
        .body("disabledAt", nullValue());
    team.spike("s-3", "water", now);
    Team.await().until(() -> inbox.messages().size() == 2);
  }

  @Test
  void aReceiverThatFailsForDaysIsDisabled() {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    team.spikeRule(channel, "");
    inbox.answers(500);
    team.spike("s-1", "cola", now);
    team.awaitAlerts(1);
    var alert = team.alertAbout("cola");
    hurry(team, alert, told -> "failed".equals(told.getString("deliveries[0].state")));
    assertEquals(10, team.alert(alert).getList("deliveries[0].attempts").size());
    team.asks()
        .get("/v1/alert-channels/" + channel)
        .then()
        .body("disabledAt", notNullValue())
        .body("enabled", equalTo(true));
  }

  @Test
  void whatARuleFoundIsNotDeliveredOnceTheRuleIsGone() throws Exception {
    var team = Team.fresh();
    var rule = team.spikeRule(team.webhook(inbox.url()).getString("id"), "");
    RunnerAccess.stop(runner);
    try {
      team.spike("s-1", "cola", now);
      team.awaitAlerts(1);
      team.asks().delete("/v1/alert-rules/" + rule).then().statusCode(204);
      assertEquals("cancelled", team.state(team.alertAbout("cola")));
    } finally {
      RunnerAccess.begin(runner);
    }
  }

  /** The pauses between attempts are over as soon as they begin, until it is so. */
  private void hurry(Team team, String alert, Predicate<JsonPath> until) {
    hurry(team, alert, "1 year", until);
  }

  private void hurry(Team team, String alert, String most, Predicate<JsonPath> until) {
    Team.await()
        .until(
            () -> {
              var told = team.alert(alert);
              if (until.test(told)) {
                return true;
              }
              team.timePasses(transactions, most);
              return false;
            });
  }
}
