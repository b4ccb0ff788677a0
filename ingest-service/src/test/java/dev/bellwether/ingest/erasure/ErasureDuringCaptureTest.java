package dev.bellwether.ingest.erasure;

import static dev.bellwether.ingest.IngestClient.PATIENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.ingest.monitor.CompiledMonitors;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An erasure begins between a capture's look at what is barred and its commit. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ErasureDuringCaptureTest {

  private static final String WORKSPACE = "meanwhile";

  @Inject WorkspaceTransaction transactions;
  @Inject CompiledMonitors monitors;
  @Inject ErasureStore store;
  @Inject Digests digests;

  @Test
  void aPostThatIsBeingTakenWhileItsAuthorIsErasedIsFoundByTheErasure() {
    var jane = new Subject.OfAuthor("x", "jane", true);
    CompletableFuture<String> erasure =
        transactions.inWorkspace(
            WORKSPACE,
            connection -> {
              monitors.of(connection, WORKSPACE);
              take(connection, digests.pseudonyms(WORKSPACE, "x", "jane").iterator().next());
              var begun =
                  CompletableFuture.supplyAsync(() -> store.begin(WORKSPACE, jane, "meanwhile"));
              Awaitility.await().atMost(PATIENCE).until(() -> begun.isDone() || oneWaits());
              return begun;
            });
    assertEquals("x:1", mentions(erasure.join()));
  }

  private static void take(Connection connection, String author) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into mention_identity (workspace, mention_id, revision, author) values (?, 'x:1', 1, ?)")) {
      insert.setString(1, WORKSPACE);
      insert.setString(2, author);
      insert.executeUpdate();
    }
  }

  private boolean oneWaits() {
    return value(
            "select count(*) > 0 from pg_locks where locktype = 'advisory' and not granted and ? <> ''",
            WORKSPACE)
        .equals("t");
  }

  private String mentions(String erasure) {
    return value(
        "select string_agg(mention_id, ' ') from erasure_mention where erasure = ?", erasure);
  }

  private String value(String sql, String parameter) {
    return transactions.inWorkspace(
        WORKSPACE,
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (var row = select.executeQuery()) {
              row.next();
              return row.getString(1);
            }
          }
        });
  }
}
