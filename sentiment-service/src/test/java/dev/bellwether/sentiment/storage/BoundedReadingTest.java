package dev.bellwether.sentiment.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.kit.storage.SqlWork;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class BoundedReadingTest {

  @Inject BoundedReading reading;

  @Test
  void aQueryThatTakesTooLongIsGivenUpAndTheNextOneIsNot() {
    assertEquals(
        Optional.empty(),
        reading.inWorkspace("w", Duration.ofMillis(50), text("pg_sleep(30)::text")));
    assertEquals(
        Optional.of("0"), reading.inWorkspace("w", text("current_setting('lock_timeout')")));
    // the limit is the transaction's, not the connection's
    assertEquals(
        Optional.of("10s"), reading.inWorkspace("w", text("current_setting('statement_timeout')")));
  }

  @Test
  void everyOtherFailureStaysOne() {
    assertThrows(StorageException.class, () -> reading.inWorkspace("w", text("no_such_column")));
  }

  private static SqlWork<String> text(String expression) {
    return connection -> {
      try (var statement = connection.prepareStatement("select " + expression);
          var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    };
  }
}
