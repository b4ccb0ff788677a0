package dev.bellwether.trend.alerting.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.trend.alerting.definition.RuleDefinition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

  @ParameterizedTest
  @CsvSource({
    "low, 0.89, false",
    "low, 0.9, true",
    "medium, 0.74, false",
    "medium, 0.75, true",
    "high, 0.01, true"
  })
  void aSensitivityIsALeastScore(String sensitivity, double score, boolean matches) {
    var rule = rule(List.of("spike"), sensitivity, null, null);
    assertEquals(matches, rule.matches(signal(SignalKind.SPIKE, 340.0, score, 340L)));
  }

  @Test
  void whatIsCertainMatchesAnySensitivity() {
    var rule = rule(List.of("connector-silent"), "low", null, 50L);
    assertTrue(
        rule.matches(signal(SignalKind.CONNECTOR_SILENT, null, null, null)),
        "and rests on no mentions, so that their least number says nothing of it");
  }

  @ParameterizedTest
  @CsvSource({"0.39, false", "0.4, true", "0.9, true"})
  void aNegativeShareIsHeldAgainstItsThresholdHoweverSureItIs(double share, boolean matches) {
    var rule = rule(List.of("negative-share"), "low", 0.4, null);
    assertEquals(matches, rule.matches(signal(SignalKind.NEGATIVE_SHARE, share, 0.1, 30L)));
  }

  @ParameterizedTest
  @CsvSource({
    "spike, SPIKE, 99, false",
    "spike, SPIKE, 100, true",
    "drop, DROP, 101, false",
    "drop, DROP, 100, true",
    "shift, SHIFT_UP, 99, false",
    "shift, SHIFT_DOWN, 99, true",
    "new-topic, NEW_TOPIC, 1, true"
  })
  void aThresholdIsALeastValueUpwardsAndAGreatestDownwards(
      String kind, SignalKind signal, double value, boolean matches) {
    var rule = rule(List.of(kind), "high", 100.0, null);
    assertEquals(matches, rule.matches(signal(signal, value, 0.9, 340L)));
  }

  @Test
  void aFewMentionsMayBeTooFew() {
    var rule = rule(List.of("spike"), "high", null, 50L);
    assertFalse(rule.matches(signal(SignalKind.SPIKE, 49.0, 0.9, 49L)));
    assertTrue(rule.matches(signal(SignalKind.SPIKE, 50.0, 0.9, 50L)));
  }

  @ParameterizedTest
  @EnumSource(SignalKind.class)
  void everyKindOfSignalHasARuleThatHearsIt(SignalKind kind) {
    var hearing = List.of(RuleKind.values()).stream().filter(rule -> rule.covers(kind)).toList();
    assertEquals(1, hearing.size());
  }

  private static Rule rule(List<String> kinds, String sensitivity, Double threshold, Long least) {
    return new RuleDefinition(
            "rule", null, kinds, null, null, sensitivity, threshold, least, null, null, null, null)
        .toRule("r", 1);
  }

  private static Signal signal(SignalKind kind, Double value, Double score, Long mentions) {
    return new Signal(
        1,
        "w",
        "s",
        kind,
        "cola",
        "mentions",
        null,
        Instant.parse("2026-11-22T12:00:00Z"),
        value,
        100.0,
        80.0,
        120.0,
        score,
        mentions,
        null,
        List.of(),
        null);
  }
}
