package dev.bellwether.sentiment.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.SmallModels;
import dev.bellwether.sentiment.text.TokenHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

  private static final FeatureOptions ENGLISH = FeatureOptions.english();

  @Test
  void wordsAfterANegatorAreOtherWordsUntilTheClauseEnds() {
    var features = features(ENGLISH, "not good, good");
    assertTrue(features.containsKey(unit(Template.NEGATED_WORD, "good")));
    assertTrue(features.containsKey(unit(Template.WORD, "good")));
    assertFalse(features(ENGLISH, "isn't good").containsKey(unit(Template.WORD, "good")));
    assertTrue(features(ENGLISH, "not bad but good").containsKey(unit(Template.WORD, "good")));
  }

  @Test
  void eachLanguageNegatesWithItsOwnWords() {
    var french = FeatureOptions.parse("folding=accents;negation=fr");
    assertTrue(features(french, "pas bon").containsKey(unit(Template.NEGATED_WORD, "bon")));
    assertFalse(features(ENGLISH, "pas bon").containsKey(unit(Template.NEGATED_WORD, "bon")));
    var portuguese = FeatureOptions.parse("folding=accents;negation=pt");
    assertTrue(features(portuguese, "não gosto").containsKey(unit(Template.NEGATED_WORD, "gosto")));
  }

  @Test
  void lexiconsScoreWordsSignsAndNegationApart() {
    assertEquals(0.95f, features(ENGLISH, "good").get(lexicon("words/positive")));
    assertEquals(0.95f, features(ENGLISH, "not good").get(lexicon("words/negated_positive")));
    assertFalse(features(ENGLISH, "not good").containsKey(lexicon("words/positive")));
    assertEquals(-1f, features(ENGLISH, "well :((").get(lexicon("signs/negative")));
    assertTrue(features(ENGLISH, "well").containsKey(lexicon("signs/silent")));
  }

  @Test
  void neighboursArePairsAndTheirOrderCounts() {
    int pair = FeatureHash.of(Template.PAIR, TokenHash.of("so"), TokenHash.of("good"));
    assertTrue(features(ENGLISH, "so good").containsKey(pair));
    assertFalse(features(ENGLISH, "good so").containsKey(pair));
  }

  @Test
  void lettersOfAWordIncludeItsBorders() {
    var letters = features(FeatureOptions.parse("letters=3-4"), "ab");
    for (var run : new String[] {" ab", "ab ", " ab "}) {
      assertTrue(letters.containsKey(unit(Template.LETTERS, run)), run);
    }
    assertFalse(letters.containsKey(unit(Template.LETTERS, "ab")));
  }

  @Test
  void runsOfLettersCountTheWordsThatHaveThem() {
    var scratch = new Scratch();
    new FeatureExtractor(FeatureOptions.parse("letters=3-3"), Lexicon.EMPTY)
        .extract("cats cat cat catty", scratch);
    long cat =
        java.util.stream.IntStream.range(0, scratch.features().size())
            .filter(i -> scratch.features().id(i) == unit(Template.LETTERS, "cat"))
            .count();
    assertEquals(3, cat);
  }

  @Test
  void aLexiconOfStemsKnowsAWordByItsLongestBeginning() {
    var stems =
        Lexicon.of(
            List.of(new Lexicon.Column("stems", 1, true), new Lexicon.Column("words", 1, false)),
            Map.of(
                Lexicon.hash("acert"), new byte[] {2, 0},
                Lexicon.hash("ace"), new byte[] {-4, 0},
                Lexicon.hash("acertada"), new byte[] {0, 6}));
    var extractor = new FeatureExtractor(FeatureOptions.parse("negation=es"), stems);
    assertEquals(1f, Extracted.features(extractor, "acertado").get(lexicon("stems/positive")));
    assertEquals(-2f, Extracted.features(extractor, "aceite").get(lexicon("stems/negative")));
    assertTrue(Extracted.features(extractor, "acá").containsKey(lexicon("stems/silent")));
    var both = Extracted.features(extractor, "acertada");
    assertEquals(1f, both.get(lexicon("stems/positive")));
    assertEquals(3f, both.get(lexicon("words/positive")));
  }

  @Test
  void optionsAreWrittenAsTheyAreReadAndMistakesAreNamed() {
    var options = FeatureOptions.parse("folding=accents+arabic;letters=3-5;negation=ar;style=yes");
    assertEquals(options, FeatureOptions.parse(options.format()));
    for (var wrong :
        new String[] {"pears=yes", "pairs=maybe", "letters=5-3", "folding=x", "pairs"}) {
      assertThrows(IllegalArgumentException.class, () -> FeatureOptions.parse(wrong), wrong);
    }
  }

  private static Map<Integer, Float> features(FeatureOptions options, String text) {
    return Extracted.features(new FeatureExtractor(options, SmallModels.LEXICON), text);
  }

  private static int unit(Template template, String token) {
    return FeatureHash.of(template, TokenHash.of(token));
  }

  private static int lexicon(String name) {
    return FeatureHash.of(Template.LEXICON, name);
  }

  /** Features as a map. */
  static final class Extracted {

    private Extracted() {}

    static Map<Integer, Float> features(FeatureExtractor extractor, String text) {
      var scratch = new Scratch();
      extractor.extract(text, scratch);
      var features = new HashMap<Integer, Float>();
      for (int i = 0; i < scratch.features().size(); i++) {
        var before = features.put(scratch.features().id(i), scratch.features().value(i));
        boolean counts = scratch.features().template(i) == Template.LETTERS;
        assertTrue(counts || before == null, "a feature came twice");
      }
      return features;
    }
  }
}
