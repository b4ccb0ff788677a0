package dev.bellwether.sentiment.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.AnyText;
import dev.bellwether.sentiment.SmallModels;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeatureExtractorProperties {

  private static final FeatureExtractor EXTRACTOR =
      new FeatureExtractor(
          FeatureOptions.parse("letters=2-4;negation=en;pairs=yes;style=yes"), SmallModels.LEXICON);

  @Property(tries = 300)
  void anyTextGivesEachFeatureOnceButLettersWithAValueOfAFewUnits(@ForAll("anyText") String text) {
    FeatureExtractorTest.Extracted.features(EXTRACTOR, text)
        .values()
        .forEach(value -> assertTrue(Math.abs(value) <= 10, "value " + value));
  }

  @Property(tries = 300)
  void aReusedScratchGivesWhatAFreshOneGives(
      @ForAll("anyText") String first, @ForAll("anyText") String second) {
    var reused = new Scratch();
    EXTRACTOR.extract(first, reused);
    EXTRACTOR.extract(second, reused);
    var fresh = new Scratch();
    EXTRACTOR.extract(second, fresh);
    assertEquals(fresh.features().size(), reused.features().size());
    for (int i = 0; i < fresh.features().size(); i++) {
      assertEquals(fresh.features().id(i), reused.features().id(i));
      assertEquals(fresh.features().value(i), reused.features().value(i));
    }
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }
}
