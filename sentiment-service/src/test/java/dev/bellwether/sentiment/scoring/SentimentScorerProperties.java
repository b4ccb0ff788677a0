package dev.bellwether.sentiment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.AnyText;
import dev.bellwether.sentiment.CommittedModel;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SentimentScorerProperties {

  private static final SentimentScorer SCORER = new SentimentScorer(CommittedModel.all());

  @Property(tries = 300)
  void anyTextInAnyLanguageWithAModelGetsAnAnswer(@ForAll("anyText") String text) {
    for (var model : SCORER.models()) {
      var scoring = SCORER.score(text, model.language());
      assertNotEquals(SentimentLabel.UNKNOWN, scoring.label());
      var p = scoring.probabilities();
      assertEquals(1, p.negative() + p.neutral() + p.positive(), 1e-9);
      assertTrue(scoring.confidence() >= 0 && scoring.confidence() <= 1);
    }
  }

  @Property(tries = 200)
  void theLabelIsTheLikeliestClass(@ForAll("anyText") String text) {
    var scoring = SCORER.score(text, "en");
    var p = scoring.probabilities();
    double own =
        switch (scoring.label()) {
          case NEGATIVE -> p.negative();
          case NEUTRAL -> p.neutral();
          case POSITIVE -> p.positive();
          case UNKNOWN -> -1;
        };
    assertEquals(Math.max(p.negative(), Math.max(p.neutral(), p.positive())), own);
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }
}
