package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SharedData;
import dev.bellwether.sentiment.model.Task;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CommittedModelQualityTest {

  /** Below what the model card says by what a change of features may cost unnoticed. */
  private static final double LEAST_MACRO_RECALL = 0.68;

  @Test
  void theCommittedModelReadsPeopleAsItsCardSays() throws IOException {
    var file = SharedData.folder("sentiment/tweeteval").resolve("val.tsv");
    var rows = LabelledRows.read(file, Task.SENTIMENT).posts();
    var evaluation = Evaluation.of(CommittedModel.of(Task.SENTIMENT, "en"), rows);
    assertTrue(evaluation.macroRecall() >= LEAST_MACRO_RECALL, evaluation.toString());
  }
}
