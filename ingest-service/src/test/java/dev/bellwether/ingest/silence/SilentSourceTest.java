package dev.bellwether.ingest.silence;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static dev.bellwether.ingest.IngestClient.as;
import static dev.bellwether.ingest.IngestClient.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.ingest.silence.habit.ArrivalHour;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.testkit.SignedIdentity;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that stops is told of once, and once more when it is back. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class SilentSourceTest {

  private static final int WEEKS = 4;

  @Inject WorkspaceTransaction transactions;
  @Inject SilenceDecision decision;
  @Inject ObjectMapper json;

  /** As if ingest had been up all the time, which is not held against a source otherwise. */
  @BeforeEach
  void watchedForLong() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                transactions.asWorker(
                    connection -> {
                      try (var update =
                          connection.prepareStatement(
                              "update source_watch set since = now() - interval '60 days'")) {
                        return update.executeUpdate() == 1;
                      }
                    }));
  }

  @Test
  void aPlatformThatSentEveryQuarterAndStopsIsTold() throws Exception {
    var last = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
    sentEveryQuarterUntil("silent", "mastodon", last);

    var signal = read("silent", 1).getFirst();
    assertEquals(SignalKind.CONNECTOR_SILENT, signal.kind());
    assertEquals("mastodon", signal.subject());
    assertEquals("mentions", signal.series());
    assertTrue(signal.at().isBefore(last.plus(1, ChronoUnit.HOURS)), signal.toString());
    assertEquals(Duration.between(last, signal.at()).toSeconds(), signal.value().longValue());
    assertEquals(900, signal.expected(), 1);
    as("silent")
        .get("/v1/sources")
        .then()
        .statusCode(200)
        .body("sources", hasSize(1))
        .body("sources[0].id", equalTo("mastodon"))
        .body("sources[0].silentSince", equalTo(last.toString()))
        .body("sources[0].silentAfterSeconds", notNullValue());

    // It sends again: told once, and nothing more
    send("silent", "mastodon", "1");
    var both = read("silent", 2);
    assertEquals(SignalKind.CONNECTOR_BACK, both.getLast().kind());
    assertEquals("mastodon", both.getLast().subject());
    as("silent").get("/v1/sources").then().body("sources[0].silentSince", nullValue());
    decision.onSilence("silent", new SourceName("mentions", "mastodon"), last, Instant.now());
    decision.onReturn("silent", new SourceName("mentions", "mastodon"));
    assertTold("silent", 2);
  }

  @Test
  void whoIsNotWatchedOrUploadsOnceIsNoSilence() throws Exception {
    var last = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
    transactions.inWorkspace(
        "quiet",
        connection -> {
          for (int i = 0; i < 24; i++) {
            arrived(connection, "quiet", "x", last.minus(5, ChronoUnit.DAYS).plusSeconds(i * 300L));
          }
          return null;
        });
    sentEveryQuarterUntil("unseen", "bluesky", last);
    // ingest was down until a moment ago
    transactions.asWorker(
        connection -> {
          try (var update = connection.prepareStatement("update source_watch set since = now()")) {
            return update.executeUpdate();
          }
        });
    for (var source : List.of("quiet x", "unseen bluesky")) {
      var name = source.split(" ", -1);
      decision.onSilence(
          name[0], new SourceName("mentions", name[1]), Instant.now(), Instant.now());
    }
    assertTold("quiet", 0);
    assertTold("unseen", 0);
    as("quiet")
        .get("/v1/sources")
        .then()
        .body("sources[0].silentSince", nullValue())
        .body("sources[0].usualAgeSeconds", nullValue());
  }

  @Test
  void oneOfManyInstancesDecides() throws Exception {
    var last = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
    sentEveryQuarterUntil("crowd", "x", last);
    var name = new SourceName("mentions", "x");
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> decision.onSilence("crowd", name, Instant.EPOCH, Instant.now())));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertTold("crowd", 1);
  }

  @Test
  void adAccountsAreSourcesTooAndOthersSeeNothingOfThem() {
    as("accounts")
        .body(
            """
            [{"account":"acme","campaign":"c","adSet":"s","date":"2026-11-01","currency":"EUR","spend":"1"}]
            """)
        .post("/v1/ad-performance")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    as("accounts")
        .get("/v1/sources")
        .then()
        .body("sources", hasSize(1))
        .body("sources[0].stream", equalTo("ad-performance"))
        .body("sources[0].id", equalTo("acme"))
        .body("sources[0].lastArrival", notNullValue());
    as("accounts-of-others").get("/v1/sources").then().body("sources", hasSize(0));
    RestAssured.given()
        .auth()
        .oauth2(SignedIdentity.inWorkspace("accounts", "mentions:write"))
        .get("/v1/sources")
        .then()
        .statusCode(403);
  }

  private static void send(String workspace, String platform, String id) {
    as(workspace)
        .body("[" + post(id, "hello").replace("\"x\"", "\"" + platform + "\"") + "]")
        .post("/v1/mentions")
        .then()
        .body("accepted", equalTo(1));
  }

  private void sentEveryQuarterUntil(String workspace, String platform, Instant last) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          for (long i = WEEKS * 7 * 96; i >= 0; i--) {
            arrived(connection, workspace, platform, last.minus(15 * i, ChronoUnit.MINUTES));
          }
          return null;
        });
  }

  /** As the store does it, in the past. */
  private static void arrived(Connection connection, String workspace, String platform, Instant at)
      throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into source (workspace, stream, source, first_at, last_at) values (?, 'mentions', ?, ?, ?)
            on conflict (workspace, stream, source) do update set last_at = excluded.last_at, silent_from = null
            """)) {
      upsert.setString(1, workspace);
      upsert.setString(2, platform);
      upsert.setTimestamp(3, Timestamp.from(at));
      upsert.setTimestamp(4, Timestamp.from(at));
      upsert.executeUpdate();
    }
    try (var upsert =
        connection.prepareStatement(
            """
            insert into source_hour (workspace, stream, source, hour, first_at, last_at)
            values (?, 'mentions', ?, ?, ?, ?) on conflict (workspace, stream, source, hour) do update
            set longest_gap = greatest(source_hour.longest_gap, excluded.last_at - source_hour.last_at),
              last_at = excluded.last_at
            """)) {
      upsert.setString(1, workspace);
      upsert.setString(2, platform);
      upsert.setTimestamp(3, Timestamp.from(ArrivalHour.of(at).hour()));
      upsert.setTimestamp(4, Timestamp.from(at));
      upsert.setTimestamp(5, Timestamp.from(at));
      upsert.executeUpdate();
    }
  }

  private List<Signal> read(String workspace, int count) throws Exception {
    var signals = new ArrayList<Signal>();
    for (var record :
        TopicProbe.read("signals", count, PATIENCE, r -> r.key().startsWith(workspace + "|"))) {
      signals.add(json.readValue(record.value(), Signal.class));
    }
    return signals;
  }

  /** That nothing more was told: what the test writes now is the next record. */
  private static void assertTold(String workspace, int count) {
    String end = workspace + "|end-" + UUID.randomUUID();
    TopicProbe.write("signals", end, "{}");
    var records =
        TopicProbe.read("signals", count + 1, PATIENCE, r -> r.key().startsWith(workspace + "|"));
    assertEquals(end, records.getLast().key());
    assertEquals(count + 1, records.size());
  }
}
