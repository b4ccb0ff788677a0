package dev.bellwether.sentiment.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.AnyText;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

  private static final Lexicon LEXICON =
      Lexicon.of(
          Map.of(
              Lexicon.hash("good"),
              new byte[] {19, 30, 0},
              Lexicon.hash(":("),
              new byte[] {0, 0, -20}));

  @Test
  void wordsAfterANegatorAreOtherWordsUntilTheClauseEnds() {
    var features = features("not good, good");
    assertTrue(features.containsKey(FeatureHash.of(Template.NEGATED_WORD, "good")));
    assertTrue(features.containsKey(FeatureHash.of(Template.WORD, "good")));
    assertFalse(features("isn't good").containsKey(FeatureHash.of(Template.WORD, "good")));
    assertTrue(features("not bad but good").containsKey(FeatureHash.of(Template.WORD, "good")));
  }

  @Test
  void lexiconsScoreWordsSignsAndNegationApart() {
    assertEquals(0.95f, features("good").get(sum("VADER", "positive")));
    assertEquals(0.95f, features("not good").get(sum("VADER", "negated positive")));
    assertFalse(features("not good").containsKey(sum("VADER", "positive")));
    assertEquals(-1f, features("well :((").get(sum("SIGNS", "negative")));
  }

  @Test
  void everyPostHasTheBias() {
    assertTrue(features("").containsKey(FeatureHash.of(Template.BIAS, "")));
  }

  @Test
  void neighboursArePairsAndTheirOrderCounts() {
    assertTrue(features("so good").containsKey(FeatureHash.of(Template.PAIR, "so", "good")));
    assertFalse(features("good so").containsKey(FeatureHash.of(Template.PAIR, "so", "good")));
  }

  @Property(tries = 300)
  void anyTextGivesFiniteValuesOfAFewUnitsAndTheSameTextTheSame(@ForAll("anyText") String text) {
    var features = features(text);
    features.values().forEach(value -> assertTrue(Math.abs(value) <= 10, "value " + value));
    assertEquals(features, features(text));
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }

  private static Map<Integer, Float> features(String text) {
    var features = new HashMap<Integer, Float>();
    new FeatureExtractor(LEXICON)
        .extract(text)
        .forEach(
            (feature, value) ->
                assertEquals(null, features.put(feature, value), "a feature came twice"));
    return features;
  }

  private static int sum(String column, String name) {
    return FeatureHash.of(Template.LEXICON_SUM, column, name);
  }
}
