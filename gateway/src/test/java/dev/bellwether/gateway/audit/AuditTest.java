package dev.bellwether.gateway.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.gateway.Suite;
import dev.bellwether.gateway.identity.KeySecret;
import dev.bellwether.gateway.identity.KeyStore;
import dev.bellwether.gateway.upstream.Upstream;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who has seen and done what can be asked for, and tells of nobody else. */
@QuarkusTest
@WithTestResource(Suite.class)
class AuditTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject KeyStore keys;
  @Inject AuditStore store;
  @Inject WorkspaceTransaction transactions;
  @Inject DataSource database;

  private KeySecret reader(String workspace) {
    return keys.issue(workspace, "the reader", List.of(Scopes.AUDIT_READ));
  }

  private static RequestSpecification with(KeySecret key) {
    return given().urlEncodingEnabled(false).header("X-API-Key", key.reveal());
  }

  /** Entries of a workspace without those of looking at the log itself. */
  private static ValidatableResponse entries(KeySecret key, String filter) {
    return with(key).get("/v1/audit" + filter).then().statusCode(200);
  }

  @Test
  void whoHasSeenAPostIsFoundWithTheIdInHand() {
    KeySecret reader = reader("post-seen");
    KeySecret other = keys.issue("post-seen", "another", List.of());
    with(other).header("X-Request-Id", "r-1").get("/v1/mentions/x%3A77").then().statusCode(200);
    with(other).get("/v1/mentions/x%3A78").then().statusCode(200);
    // at once: an answer that shows a post comes after its entry
    entries(reader, "?mention=x:77")
        .body("entries", hasSize(1))
        .body("entries[0].route", equalTo("/v1/mentions/{id}"))
        .body("entries[0].method", equalTo("GET"))
        .body("entries[0].status", equalTo(200))
        .body("entries[0].keyName", equalTo("another"))
        .body("entries[0].requestId", equalTo("r-1"))
        .body("entries[0].subject", notNullValue())
        .body("toString()", not(containsString("x:77")));
    with(other).get("/v1/mentions/x%3A80/sentiment").then().statusCode(200);
    entries(reader, "?mention=x:80")
        .body("entries", hasSize(1))
        .body("entries[0].route", equalTo("/v1/mentions/{id}/sentiment"));
    entries(reader, "?mention=x:79").body("entries", hasSize(0));
    entries(reader("post-unseen"), "?mention=x:77").body("entries", hasSize(0));
  }

  @Test
  void noSecretNoNameAndNoTextIsEverInIt() throws Exception {
    KeySecret reader = reader("planted");
    with(reader)
        .header("Cookie", "planted-cookie=1")
        .header("User-Agent", "planted-agent")
        .header("X-Forwarded-For", "203.0.113.99")
        .get("/v1/mentions?q=planted+words&author=planted-author&platform=Planted&planted-name=1");
    with(reader).get("/v1/mentions/planted-post");
    with(reader).get("/v1/authors/planted-person/export");
    with(reader).get("/v1/trends/planted-monitor/planted-topic");
    with(reader).contentType("application/json").body("planted body").post("/v1/mentions");
    with(reader)
        .contentType("application/json")
        .body("planted body")
        .put("/v1/monitors/planted-id");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> entries(reader, "?method=PUT").body("entries", hasSize(1)));
    String table =
        transactions.inWorkspace(
            "planted",
            connection -> {
              try (var rows =
                  connection
                      .createStatement()
                      .executeQuery(
                          "select string_agg(e::text, ' ') from (select (to_jsonb(a) - 'workspace') as e from audit_entry a) x")) {
                rows.next();
                return rows.getString(1);
              }
            });
    assertTrue(table.contains("/v1/trends/{id}/{id}"), table);
    assertFalse(table.toLowerCase(java.util.Locale.ROOT).contains("planted"), table);
    assertFalse(table.contains(reader.reveal()), table);
    assertFalse(table.contains("203.0.113"), table);
  }

  @Test
  void whatWasDoneIsWrittenWithItsSizeAndWhatWasRefusedToo() {
    KeySecret reader = reader("done");
    with(reader).contentType("application/json").body("[1,2]").post("/v1/mentions");
    with(reader).get("/v1/trends/a/b?act=wordless").then().statusCode(404);
    with(reader).get("/v1/sentiment?act=slow").then().statusCode(504);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              entries(reader, "?route=/v1/mentions&method=POST")
                  .body("entries", hasSize(1))
                  .body("entries[0].bytesIn", equalTo(5))
                  .body("entries[0].subject", nullValue());
              entries(reader, "?status=404").body("entries", hasSize(1));
              entries(reader, "?status=504").body("entries[0].route", equalTo("/v1/sentiment"));
            });
  }

  @Test
  void whoLooksAtTheLogIsInItAndNeedsTheScope() {
    KeySecret reader = reader("watchers");
    KeySecret blind = keys.issue("watchers", "blind", List.of(Scopes.MENTIONS_READ));
    with(blind).get("/v1/audit").then().statusCode(403).contentType("application/problem+json");
    with(reader).get("/v1/audit?mention=x:1").then().statusCode(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              entries(reader, "?route=/v1/audit&status=403").body("entries", hasSize(1));
              entries(reader, "?route=/v1/audit&status=200")
                  .body("entries.parameters", hasItem(List.of("mention")));
            });
    given().get("/v1/audit").then().statusCode(401);
    given().header("X-API-Key", "bw_" + "n".repeat(43)).get("/v1/audit").then().statusCode(401);
    given().get("//v1/audit").then().statusCode(404);
  }

  @Test
  void aLongLogIsPagedAndExportedWhole() {
    KeySecret reader = reader("long");
    for (int i = 0; i < 5; i++) {
      with(reader).get("/v1/mentions/count");
    }
    String next =
        entries(reader, "?route=/v1/mentions/count&limit=3")
            .body("entries", hasSize(3))
            .header("Link", containsString("rel=\"next\""))
            .extract()
            .path("next");
    entries(reader, "?route=/v1/mentions/count&limit=3&cursor=" + next)
        .body("entries", hasSize(2))
        .body("next", nullValue());
    String lines =
        with(reader)
            .get("/v1/audit?route=/v1/mentions/count&format=ndjson")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();
    assertEquals(5, lines.lines().count());
    for (String query :
        new String[] {"limit=0", "from=today", "status=x", "cursor=!", "format=csv"}) {
      with(reader)
          .get("/v1/audit?" + query)
          .then()
          .statusCode(400)
          .body("field", equalTo(query.split("=")[0]));
    }
    given().get("/openapi").then().body("paths", hasKey("/v1/audit"));
  }

  /** A table that cannot be written stands for a database that fails. */
  @Test
  void whileNothingCanBeWrittenNoPostIsShownAndWhatElseWasDoneIsWrittenLater() throws Exception {
    KeySecret reader = reader("failing");
    with(reader).get("/v1/trends").then().statusCode(200);
    int before = Suite.service(Upstream.INGEST).requests();
    alter("alter table audit_entry rename to audit_away");
    try {
      with(reader)
          .get("/v1/mentions/x:1")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", notNullValue())
          .body("headers", nullValue());
      assertEquals(before + 1, Suite.service(Upstream.INGEST).requests());
      with(reader).get("/v1/budget-plans").then().statusCode(200);
    } finally {
      alter("alter table audit_away rename to audit_entry");
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              entries(reader, "?route=/v1/budget-plans").body("entries", hasSize(1));
              entries(reader, "?mention=x:1").body("entries", hasSize(1));
            });
  }

  private void alter(String statement) throws Exception {
    try (var connection = database.getConnection();
        var statements = connection.createStatement()) {
      statements.execute(statement);
    }
  }

  @Test
  void noEntryCanBeChangedAndOnlyExpiredOnesCanGo() {
    KeySecret reader = reader("lasting");
    with(reader).get("/v1/mentions/x:1");
    for (String statement :
        List.of("update audit_entry set status = 1", "delete from audit_entry")) {
      int rows =
          transactions.inWorkspace(
              "lasting",
              connection -> {
                try (var change = connection.prepareStatement(statement)) {
                  return change.executeUpdate();
                }
              });
      assertEquals(0, rows);
    }
    store.add(List.of(entry("lasting", Instant.now().minus(Duration.ofDays(400)))));
    entries(reader, "?to=2026-01-01T00:00:00Z").body("entries", hasSize(1));
    assertTrue(store.expire(Instant.now().minus(Duration.ofDays(365))) >= 1);
    entries(reader, "?to=2026-01-01T00:00:00Z").body("entries", hasSize(0));
    store.expire(Instant.now());
    entries(reader, "?mention=x:1").body("entries", hasSize(1));
  }

  @Test
  void aWorkspacesOwnTransactionCanInventNoEntry() {
    assertThrows(
        StorageException.class,
        () ->
            transactions.inWorkspace(
                "inventing",
                connection -> {
                  try (var insert =
                      connection.prepareStatement(
                          "insert into audit_entry (workspace, at, key_id, method, route, parameters, status, request_id)"
                              + " values ('inventing', now(), 'k', 'GET', '/', '{}', 200, 'r')")) {
                    return insert.executeUpdate();
                  }
                }));
  }

  private static AuditEntry entry(String workspace, Instant at) {
    return new AuditEntry(
        workspace, at, "k", "GET", "/v1/trends", null, List.of(), 200, "r", null, null);
  }
}
