package dev.bellwether.ingest.retention;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorRetentionTest {

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 36_501})
  void noDaysAtAllAreRefusedBeforeAnythingIsRemoved(int days) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new RetentionStore(null, Optional.of(days)));
    assertTrue(refused.getMessage().contains("BELLWETHER_RETENTION_DAYS"), refused::getMessage);
  }

  @Test
  void nothingSaidKeepsForEver() {
    assertDoesNotThrow(() -> new RetentionStore(null, Optional.empty()));
    assertDoesNotThrow(() -> new RetentionStore(null, Optional.of(1)));
  }
}
