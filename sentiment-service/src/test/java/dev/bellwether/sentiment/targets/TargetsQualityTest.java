package dev.bellwether.sentiment.targets;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import org.junit.jupiter.api.Test;

class TargetsQualityTest {

  /**
   * A guard against a change that breaks the rules unseen, no measure of them: docs/targets.md
   * reports 56.4 where this asks for 50, on posts that nothing was chosen on.
   */
  private static final double LEAST_MACRO_F1 = 0.50;

  /** What clauses must add to the whole post's label; 14 points were measured. */
  private static final double LEAST_GAIN = 0.07;

  @Test
  void clausesSayMoreOfEachTargetThanTheWholePostDoes() {
    var posts = LabelledTargets.read(LabelledTargets.EVALUATE);
    var evaluation = new TargetEvaluation(new SentimentScorer(CommittedModel.all()));
    var baseline = evaluation.wholePost(posts);
    var measured = evaluation.byClause(posts);
    assertTrue(measured.macroF1() >= LEAST_MACRO_F1, measured::toString);
    assertTrue(measured.macroF1() >= baseline.macroF1() + LEAST_GAIN, measured::toString);
    assertTrue(measured.accuracy() >= baseline.accuracy() + LEAST_GAIN, measured::toString);
  }
}
