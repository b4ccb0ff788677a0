package dev.bellwether.ingest.keys;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.privacy.PseudonymKeys;
import dev.bellwether.ingest.privacy.Pseudonyms;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Ingest starts only with every key that named an author. */
@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class KeyRegisterTest {

  private static final String ANOTHER = "lost:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

  @Inject DataSource database;

  @ConfigProperty(name = "bellwether.pseudonym-key")
  String configured;

  @Test
  void aKeyThatWasUsedIsMissedUntilItIsBackOrRetired() {
    start(ANOTHER + "," + configured);
    var refusal = assertThrows(MissingKeyException.class, () -> start(configured));
    assertTrue(refusal.getMessage().contains("lost:retired"), refusal.getMessage());
    assertDoesNotThrow(() -> start(configured + "," + ANOTHER));
    assertDoesNotThrow(() -> start(configured + ",lost:retired"));
    assertDoesNotThrow(() -> start(configured));
  }

  private void start(String keys) {
    PseudonymKeys parsed = PseudonymKeys.parse(keys);
    new KeyRegister(database, new Pseudonyms(parsed.live()), parsed).check(new StartupEvent());
  }
}
