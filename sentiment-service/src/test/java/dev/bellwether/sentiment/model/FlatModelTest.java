package dev.bellwether.sentiment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.AnyText;
import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatModelTest {

  private static final FlatModel MODEL = CommittedModel.load();

  @Property(tries = 500)
  void anyTextGetsProbabilitiesThatAddUpToOne(@ForAll("anyText") String text) {
    var score = MODEL.score(text);
    var p = score.probabilities();
    for (double one : List.of(p.negative(), p.neutral(), p.positive())) {
      assertTrue(one >= 0 && one <= 1, "probability " + one);
    }
    assertEquals(1, p.negative() + p.neutral() + p.positive(), 1e-12);
  }

  @Property(tries = 200)
  void theLabelIsTheLikeliestClass(@ForAll("anyText") String text) {
    var score = MODEL.score(text);
    var p = score.probabilities();
    double own =
        switch (score.label()) {
          case NEGATIVE -> p.negative();
          case NEUTRAL -> p.neutral();
          case POSITIVE -> p.positive();
          case UNKNOWN -> -1;
        };
    assertEquals(Math.max(p.negative(), Math.max(p.neutral(), p.positive())), own);
  }

  @Test
  void plainFeelingsAreSeen() {
    assertEquals(
        SentimentLabel.POSITIVE, MODEL.score("I love this so much, best day ever! 😍").label());
    assertEquals(
        SentimentLabel.NEGATIVE,
        MODEL.score("worst service ever, I hate waiting for hours 😡").label());
    assertEquals(
        SentimentLabel.NEUTRAL, MODEL.score("The meeting is on Tuesday at the town hall.").label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de", "EN", "eng", ""})
  @NullSource
  void otherLanguagesAreNeverGuessed(String language) {
    assertEquals(Score.UNKNOWN, new SentimentScorer(List.of(MODEL)).score("I love this", language));
  }

  @Provide
  Arbitrary<String> anyText() {
    return AnyText.arbitrary();
  }
}
