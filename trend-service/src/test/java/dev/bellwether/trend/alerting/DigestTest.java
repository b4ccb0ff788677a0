package dev.bellwether.trend.alerting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import dev.bellwether.trend.alerting.digest.DigestTimes.Period;
import dev.bellwether.trend.alerting.digest.MonitorHour;
import dev.bellwether.trend.alerting.digest.making.DigestRun;
import dev.bellwether.trend.alerting.digest.making.HourKeeper;
import dev.bellwether.trend.alerting.storage.DigestStore;
import dev.bellwether.trend.alerting.storage.MonitorHourStore;
import dev.bellwether.trend.alerting.wording.DigestReport.MonitorFigures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests from their definition to a receiver, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "trend"))
@QuarkusTestResource(LocalReceivers.class)
class DigestTest {

  private final Inbox inbox = new Inbox();

  @Inject WorkspaceTransaction transactions;
  @Inject ObjectMapper json;
  @Inject DigestRun run;
  @Inject MonitorHourStore hourStore;

  @AfterEach
  void close() {
    inbox.close();
  }

  @Test
  void aDigestThatIsDueGoesOutOnceAndTellsOfAlertsAndTrends() throws Exception {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    team.rule("{\"name\": \"r\", \"kinds\": [\"spike\"]}");
    writeTrend(team, "lid, leak");
    team.spike("s-1", "cola", Instant.now());
    team.awaitAlerts(1);
    anHourPasses(team);
    var digest = digest(team, channel, "UTC");

    comesDue(team, digest, Duration.ZERO);

    Team.await().until(() -> !inbox.messages().isEmpty());
    JsonNode body = json.readTree(inbox.messages().getFirst().body());
    assertEquals("digest.made", body.at("/type").asText());
    JsonNode told = body.at("/data/digest");
    assertEquals("lid, leak", told.at("/topics/0/label").asText(), body::toPrettyString);
    assertEquals(1, told.at("/alerts").size(), body::toPrettyString);
    assertEquals("cola", told.at("/departures/0/subject").asText(), body::toPrettyString);
    var now = team.asks().get("/v1/alert-digests/" + digest).then().extract().jsonPath();
    assertTrue(Instant.parse(now.getString("nextDueAt")).isAfter(Instant.now()));
    assertEquals(told.at("/to").asText(), now.getString("lastMadeAt"));
  }

  @Test
  void aMonitorsWeekIsComparedWithTheOneBeforeInTheHoursThatBothKnow() throws Exception {
    var team = Team.fresh();
    var other = Team.fresh();
    Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    var period = new Period(end.minus(Duration.ofDays(7)), end);
    var hours = new ArrayList<MonitorHour>();
    for (int i = 0; i < 336; i++) {
      Instant hour = period.from().minus(Duration.ofDays(7)).plus(Duration.ofHours(i));
      boolean now = i >= 168;
      // the last hour is not closed yet, and of the first day before nothing is known
      if (i < 335) {
        hours.add(new MonitorHour(team.workspace(), "young", hour, now ? 3L : null, null));
      }
      if (i >= 24 && i < 335) {
        hours.add(new MonitorHour(team.workspace(), "m1", hour, now ? 20L : 10L, now ? 0.5 : 0.25));
      }
    }
    transactions.inWorkspace(
        team.workspace(),
        connection -> {
          hourStore.save(connection, hours);
          hourStore.save(connection, hours);
          return null;
        });

    assertEquals(
        List.of(
            new MonitorFigures("m1", 143 * 20L, 143 * 10L, 0.5, 0.25),
            new MonitorFigures("young", 167 * 3L, null, null, null)),
        figures(team, period, List.of()));
    assertEquals(1, figures(team, period, List.of("m1")).size());
    assertEquals(List.of(), figures(other, period, List.of()));

    hourStore.trim(end.minus(Duration.ofHours(2)));
    assertEquals(
        List.of(
            new MonitorFigures("m1", 20L, null, 0.5, null),
            new MonitorFigures("young", 3L, null, null, null)),
        figures(team, period, List.of()));
  }

  @Test
  void hoursOfPostsThatArePlayedBackLaterAreCopiedToo() {
    var team = Team.fresh();
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    var known = new ArrayList<MonitorHour>();
    var readable = new AtomicBoolean();
    var keeper =
        new HourKeeper(
            from -> readable.get() ? Optional.of(List.copyOf(known)) : Optional.empty(),
            hourStore,
            transactions);
    known.add(new MonitorHour(team.workspace(), "m1", now.minus(Duration.ofHours(50)), 5L, null));
    assertFalse(keeper.copy(now));
    readable.set(true);
    assertTrue(keeper.copy(now));
    known.add(new MonitorHour(team.workspace(), "m1", now.minus(Duration.ofDays(2)), 7L, null));
    known.add(new MonitorHour(team.workspace(), "m1", now.minus(Duration.ofDays(2)), null, 0.5));
    assertTrue(keeper.copy(now));

    assertEquals(
        List.of(new MonitorFigures("m1", 12L, null, 0.5, null)),
        figures(team, new Period(now.minus(Duration.ofDays(7)), now), List.of()));
  }

  private List<MonitorFigures> figures(Team team, Period period, List<String> monitors) {
    return transactions.inWorkspace(
        team.workspace(),
        connection -> hourStore.figures(connection, team.workspace(), period, monitors, 10));
  }

  @Test
  void aWeekOfMissedDigestsComesAsOne() throws Exception {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    var digest = digest(team, channel, "UTC");
    var other = digest(team, team.webhook(inbox.url()).getString("id"), "UTC");

    comesDue(team, digest, Duration.ofDays(7));
    Team.await().until(() -> !inbox.messages().isEmpty());
    // made after it, so whatever else the first one made has come by now
    comesDue(team, other, Duration.ZERO);
    Team.await().until(() -> inbox.messages().stream().anyMatch(it -> it.body().contains(other)));

    var ofFirst = inbox.messages().stream().filter(it -> it.body().contains(digest)).toList();
    assertEquals(1, ofFirst.size());
    JsonNode told = json.readTree(ofFirst.getFirst().body()).at("/data/digest");
    var length =
        Duration.between(
            Instant.parse(told.at("/from").asText()), Instant.parse(told.at("/to").asText()));
    assertTrue(length.compareTo(Duration.ofDays(7)) >= 0, length::toString);
  }

  @Test
  void aDigestComesByMailToo() throws Exception {
    var team = Team.fresh();
    String address = team.workspace() + "@example.com";
    String channel =
        team.asks()
            .body(Map.of("name", "mail", "kind", "email", "to", List.of(address)))
            .post("/v1/alert-channels")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    writeTrend(team, "größer 📈");
    var digest = digest(team, channel, "UTC");

    comesDue(team, digest, Duration.ZERO);

    Team.await().until(() -> !LocalReceivers.mailsTo(address).isEmpty());
    var mail = LocalReceivers.mailsTo(address).getFirst();
    assertTrue(mail.getSubject().endsWith(": größer 📈"), mail.getSubject());
    assertTrue(mail.getMessageID().endsWith("@bellwether.example>"), mail.getMessageID());
    var parts = (MimeMultipart) mail.getContent();
    String html = parts.getBodyPart(1).getContent().toString();
    assertTrue(html.contains("https://bellwether.example"), html);
  }

  @Test
  void whatAnotherInstanceIsMakingIsLeftToIt() {
    var team = Team.fresh();
    var digest = digest(team, team.webhook(inbox.url()).getString("id"), "UTC");
    var key = new DigestStore.Key(team.workspace(), digest);
    // nobody else here finds it due
    var later = Instant.now().plus(Duration.ofDays(2));

    boolean madeMeanwhile =
        transactions.inWorkspace(
            team.workspace(),
            connection -> {
              try (var lock =
                  connection.prepareStatement(
                      "select 1 from alert_digest where id = ? for update")) {
                lock.setString(1, digest);
                lock.execute();
              }
              return run.make(key, later);
            });

    assertFalse(madeMeanwhile, "it waits for nobody, and makes none");
    assertTrue(run.make(key, later), "the other has died, and left it due");
    assertFalse(run.make(key, later), "once is enough");
  }

  @Test
  void aChannelThatADigestSpeaksThroughIsNotDeleted() {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    digest(team, channel, "UTC");

    team.asks()
        .delete("/v1/alert-channels/" + channel)
        .then()
        .statusCode(409)
        .body("detail", containsString("digest " + channel));
  }

  @Test
  void oneThatIsSwitchedOffIsNeverDue() {
    var team = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");
    var digest = digest(team, channel, "UTC");

    team.asks()
        .body(definition("other", channel, "UTC", ", \"enabled\": false"))
        .header("If-Match", "\"1\"")
        .put("/v1/alert-digests/" + digest)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("nextDueAt", nullValue())
        .body("name", equalTo("other"));
    team.asks()
        .body(definition("third", channel, "UTC", ""))
        .header("If-Match", "\"1\"")
        .put("/v1/alert-digests/" + digest)
        .then()
        .statusCode(412);
  }

  @Test
  void itIsMadeReadAndDeletedByItsWorkspaceOnly() {
    var team = Team.fresh();
    var other = Team.fresh();
    var channel = team.webhook(inbox.url()).getString("id");

    var made =
        team.asks()
            .body(
                """
                {"name": "Week", "schedule": "weekly", "zone": "Europe/Berlin", "channels": ["%s"]}
                """
                    .formatted(channel))
            .post("/v1/alert-digests")
            .then()
            .statusCode(201)
            .body("day", equalTo("monday"))
            .body("time", equalTo("08:00"))
            .body("enabled", equalTo(true))
            .extract()
            .jsonPath();
    var due = Instant.parse(made.getString("nextDueAt")).atZone(ZoneId.of("Europe/Berlin"));
    assertEquals(8, due.getHour());
    assertEquals(1, due.getDayOfWeek().getValue());

    String path = "/v1/alert-digests/" + made.getString("id");
    assertEquals(List.of(), other.asks().get("/v1/alert-digests").path("digests"));
    other.asks().get(path).then().statusCode(404);
    other.asks().delete(path).then().statusCode(404);
    other
        .asks()
        .body(definition("theirs", channel, "UTC", ""))
        .post("/v1/alert-digests")
        .then()
        .statusCode(400)
        .body("field", equalTo("channels"));
    team.asks()
        .body(definition("Week", channel, "UTC", ""))
        .post("/v1/alert-digests")
        .then()
        .statusCode(409)
        .body("field", equalTo("name"));
    team.asks().delete(path).then().statusCode(204);
    team.asks().get(path).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | schedule",
        "{\"schedule\": \"hourly\"} | schedule",
        "{\"schedule\": \"daily\"} | channels",
        "{\"schedule\": \"daily\", \"channels\": [\"c\"]} | name",
        "{\"schedule\": \"daily\", \"channels\": [\"c\"], \"name\": \"n\"} | zone",
        "{\"schedule\": \"daily\", \"channels\": [\"c\"], \"name\": \"n\", \"zone\": \"Mars\"} | zone",
        "{\"schedule\": \"daily\", \"channels\": [\"c\"], \"name\": \"n\", \"zone\": \"UTC\", \"day\": \"monday\"} | day",
        "{\"schedule\": \"weekly\", \"channels\": [\"c\"], \"name\": \"n\", \"zone\": \"UTC\", \"day\": \"Monday\"} | day",
        "{\"schedule\": \"daily\", \"channels\": [\"c\"], \"name\": \"n\", \"zone\": \"UTC\", \"time\": \"8\"} | time",
        "{\"schedule\": \"daily\", \"channels\": [\"c\"], \"name\": \"n\", \"zone\": \"UTC\", \"time\": \"24:30\"} | time"
      })
  void whatDoesNotReadIsToldWithItsField(String definition, String field) {
    Team.fresh()
        .asks()
        .body(definition)
        .post("/v1/alert-digests")
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(field));
  }

  /** Its id. */
  private static String digest(Team team, String channel, String zone) {
    return team.asks()
        .body(definition("digest " + channel, channel, zone, ""))
        .post("/v1/alert-digests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String definition(String name, String channel, String zone, String more) {
    // due at the minute before this one, so that its last time is now
    String time = Instant.now().minusSeconds(60).toString().substring(11, 16);
    return """
    {"name": "%s", "schedule": "daily", "time": "%s", "zone": "%s", "channels": ["%s"]%s}
    """
        .formatted(name, time, zone, channel, more);
  }

  /** As if it had been due for so long, and nobody had been there. */
  private void comesDue(Team team, String digest, Duration ago) {
    transactions.inWorkspace(
        team.workspace(),
        connection -> {
          moveBack(connection, digest, ago);
          return null;
        });
  }

  private static void moveBack(Connection connection, String digest, Duration ago)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert_digest set next_due_at = next_due_at - interval '1 day' - ? * interval '1 second'
            where id = ?
            """)) {
      update.setLong(1, ago.toDays() * 24 * 60 * 60);
      update.setString(2, digest);
      update.executeUpdate();
    }
  }

  /** What was found just now was found an hour ago. */
  private void anHourPasses(Team team) {
    transactions.inWorkspace(
        team.workspace(),
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate("update alert set created_at = created_at - interval '1 hour'");
            return statement.executeUpdate(
                "update alert_signal set created_at = created_at - interval '1 hour'");
          }
        });
  }

  private void writeTrend(Team team, String label) throws Exception {
    Instant now = Instant.now();
    Map<String, Object> trend =
        Map.ofEntries(
            Map.entry("schemaVersion", 2),
            Map.entry("workspace", team.workspace()),
            Map.entry("monitor", "m1"),
            Map.entry("id", "t1"),
            Map.entry("label", label),
            Map.entry("terms", List.of("lid", "leak")),
            Map.entry("startedAt", now.minusSeconds(7_200).toString()),
            Map.entry("detectedAt", now.minusSeconds(7_000).toString()),
            Map.entry("peakAt", now.minusSeconds(3_600).toString()),
            Map.entry("lastSeenAt", now.minusSeconds(600).toString()),
            Map.entry("significance", 9.5),
            Map.entry("mentions", 60),
            Map.entry("authors", 55),
            Map.entry("perHour", 40.0),
            Map.entry("expectedPerHour", 1.25),
            Map.entry("state", "rising"));
    TopicProbe.write(
        Topics.TRENDS,
        RecordKey.of(team.workspace(), "m1", "t1").encode(),
        json.writeValueAsString(trend));
    var reader =
        given()
            .header(
                "Authorization",
                "Bearer " + SignedIdentity.inWorkspace(team.workspace(), "trends:read"));
    Team.await()
        .until(
            () -> {
              var answer = reader.get("/v1/trends");
              return answer.statusCode() == 200 && !answer.jsonPath().getList("trends").isEmpty();
            });
  }
}
