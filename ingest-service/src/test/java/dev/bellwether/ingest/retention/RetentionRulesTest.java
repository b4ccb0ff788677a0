package dev.bellwether.ingest.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void aPlatformsOwnRuleComesBeforeTheOneForAllAndThatBeforeTheOperators() {
    var rules = new RetentionRules(Map.of("x", 30, "", 90), Optional.of(365));
    assertEquals(Optional.of(30), rules.days("x"));
    assertEquals(Optional.of(90), rules.days("bluesky"));
    assertEquals(
        Optional.of(365), new RetentionRules(Map.of("x", 30), Optional.of(365)).days("bluesky"));
    assertEquals(Optional.of(Instant.parse("2026-10-23T00:00:00Z")), rules.keptSince("x", NOW));
  }

  @Test
  void withoutAnyRuleEverythingIsKept() {
    assertEquals(
        Optional.empty(), new RetentionRules(Map.of(), Optional.empty()).keptSince("x", NOW));
  }
}
