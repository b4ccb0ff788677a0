package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void figuresMatchAHandCount() {
    var truth = List.of(0, 0, 1, 1, 1, 1, 2);
    var guesses = List.of(0, 1, 1, 1, 1, 2, 2);
    var evaluation = Evaluation.of(3, truth, guesses);
    assertEquals((0.5 + 0.75 + 1) / 3, evaluation.macroRecall(), 1e-12);
    assertEquals((2.0 / 3 + 6.0 / 8 + 2.0 / 3) / 3, evaluation.macroF1(), 1e-12);
    assertEquals(5.0 / 7, evaluation.accuracy(), 1e-12);
  }

  @Test
  void eceMatchesAHandCount() {
    // two answers said 0.65 and one was right; one said 0.95 and was right
    var reliability = Reliability.of(List.of(0.65, 0.65, 0.95), List.of(true, false, true));
    assertEquals((2 * 0.15 + 0.05) / 3, reliability.ece(), 1e-12);
    assertEquals(2, reliability.bins().size());
  }
}
