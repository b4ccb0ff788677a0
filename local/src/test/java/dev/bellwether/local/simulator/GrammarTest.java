package dev.bellwether.local.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GrammarTest {
  private static final RandomGenerator RANDOM = Scenario.random(5);

  @Test
  void aBoundWordStandsBeforeTheRuleOfItsName() {
    assertEquals("Mars", Grammar.read("en.txt").expand("town", Map.of("town", "Mars"), RANDOM));
  }

  @Test
  void anUnknownRuleIsNamed() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Grammar.read("en.txt").expand("nowhere", Map.of(), RANDOM));
    assertTrue(thrown.getMessage().contains("nowhere"));
  }

  @Test
  void aMissingFileIsNamed() {
    var thrown = assertThrows(IllegalStateException.class, () -> Grammar.read("xx.txt"));
    assertTrue(thrown.getMessage().contains("xx.txt"));
  }

  @Test
  void everyLanguageCanSayWhatTheScenarioNeeds() {
    for (Tongue tongue : Tongue.values()) {
      Grammar grammar = Grammar.read(tongue.code() + ".txt");
      for (String kind : List.of("brand", "market", "launch", "reply", "quote")) {
        for (Feeling feeling : Feeling.values()) {
          assertTrue(
              grammar.has(kind + "." + feeling.rule()),
              () -> tongue + " " + kind + "." + feeling.rule());
        }
      }
      for (String rule :
          List.of(
              "storm.negative",
              "storm.neutral",
              "storm.detail",
              "replystorm.negative",
              "spam",
              "opener",
              "closer")) {
        assertTrue(grammar.has(rule), () -> tongue + " " + rule);
      }
    }
  }
}
