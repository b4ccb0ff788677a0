package dev.bellwether.ingest.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class TextExpiryTest {

  private static final String WORKSPACE = "silent";

  @Inject TextExpiry expiry;
  @Inject WorkspaceTransaction transactions;
  @Inject Clock clock;

  @Test
  void aWorkspaceThatSendsNothingAnyMoreLosesItsOldTextsToo() {
    Instant old = clock.instant().minus(NearDuplicates.WINDOW);
    transactions.inWorkspace(
        WORKSPACE,
        connection -> {
          insert(connection, "x:old", old.minus(Duration.ofMinutes(1)));
          insert(connection, "x:new", old.plus(Duration.ofHours(1)));
          try (var memory =
              connection.prepareStatement("insert into text_memory (workspace) values (?)")) {
            memory.setString(1, WORKSPACE);
            return memory.executeUpdate();
          }
        });
    expiry.run();
    assertEquals("x:new", left());
  }

  private static void insert(Connection connection, String id, Instant seenAt) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into text_signature (workspace, mention_id, seen_at, cluster, words) values (?, ?, ?, 1, '')")) {
      insert.setString(1, WORKSPACE);
      insert.setString(2, id);
      insert.setTimestamp(3, Timestamp.from(seenAt));
      insert.executeUpdate();
    }
  }

  private String left() {
    return transactions.inWorkspace(
        WORKSPACE,
        connection -> {
          try (var select =
                  connection.prepareStatement(
                      "select string_agg(mention_id, ' ') from text_signature");
              var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
          }
        });
  }
}
