package dev.bellwether.trend.alerting.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class AlertingDatabaseTest {

  @Test
  void aDatabaseThatIsAwayKeepsNobodyFromStarting() {
    var nowhere =
        Flyway.configure()
            .dataSource("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1", "u", "p")
            .load();
    var database = new AlertingDatabase(nowhere);
    database.begin(null);
    assertFalse(database.isReady());
    assertThrows(DatabaseAwayException.class, database::require);
    database.stop(null);
  }
}
