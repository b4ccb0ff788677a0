package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SharedData;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CommittedModelQualityTest {

  /**
   * The model card says 71.0; the issue asks for 58. In between lies what a change of features may
   * cost unnoticed.
   */
  private static final double LEAST_MACRO_RECALL = 0.69;

  @Test
  void theCommittedModelReadsPeopleAsItsCardSays() throws IOException {
    var rows = LabelledPost.read(SharedData.folder("sentiment/tweeteval").resolve("val.tsv"));
    var evaluation = Evaluation.of(CommittedModel.load(), rows);
    assertTrue(evaluation.macroRecall() >= LEAST_MACRO_RECALL, evaluation.toString());
  }
}
