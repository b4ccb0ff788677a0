package dev.bellwether.sentiment.training;

import static dev.bellwether.contracts.sentiment.SentimentLabel.NEGATIVE;
import static dev.bellwether.contracts.sentiment.SentimentLabel.NEUTRAL;
import static dev.bellwether.contracts.sentiment.SentimentLabel.POSITIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void figuresMatchAHandCount() {
    var truth = List.of(NEGATIVE, NEGATIVE, NEUTRAL, NEUTRAL, NEUTRAL, NEUTRAL, POSITIVE);
    var guesses = List.of(NEGATIVE, NEUTRAL, NEUTRAL, NEUTRAL, NEUTRAL, POSITIVE, POSITIVE);
    var evaluation = Evaluation.of(truth, guesses);
    assertEquals((0.5 + 0.75 + 1) / 3, evaluation.macroRecall(), 1e-12);
    assertEquals((2.0 / 3 + 6.0 / 8 + 2.0 / 3) / 3, evaluation.macroF1(), 1e-12);
    assertEquals(5.0 / 7, evaluation.accuracy(), 1e-12);
  }
}
