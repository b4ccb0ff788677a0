package dev.bellwether.sentiment.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.SharedData;
import dev.bellwether.sentiment.model.Task;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Guards against a change that costs quality unseen: each bound lies below what was measured, by
 * what such a change may cost and a sample of the size may waver. The measures stand in
 * docs/benchmarks.md.
 */
class CommittedModelQualityTest {

  private static final double LEAST_MACRO_RECALL = 0.68;
  private static final double LEAST_EMOTION_F1 = 0.65;
  private static final double LEAST_MEAN_F1 = 0.56;

  private static final Map<String, String> LANGUAGES =
      Map.of(
          "ar", "arabic",
          "de", "german",
          "en", "english",
          "es", "spanish",
          "fr", "french",
          "hi", "hindi",
          "it", "italian",
          "pt", "portuguese");

  @Test
  void theCommittedModelReadsPeopleAsItsCardSays() throws IOException {
    var evaluation = evaluate(Task.SENTIMENT, "en", "sentiment/tweeteval");
    assertTrue(evaluation.macroRecall() >= LEAST_MACRO_RECALL, evaluation.toString());
  }

  @Test
  void emotionsAreToldApart() throws IOException {
    var evaluation = evaluate(Task.EMOTION, "en", "sentiment/emotion");
    assertTrue(evaluation.macroF1() >= LEAST_EMOTION_F1, evaluation.toString());
  }

  @Test
  void eightLanguagesAreRead() throws IOException {
    double sum = 0;
    for (var language : LANGUAGES.entrySet()) {
      sum +=
          evaluate(Task.SENTIMENT, language.getKey(), "sentiment/umsab/" + language.getValue())
              .macroF1();
    }
    double mean = sum / LANGUAGES.size();
    assertTrue(mean >= LEAST_MEAN_F1, "mean macro-F1 " + mean);
  }

  private static Evaluation evaluate(Task task, String language, String folder) throws IOException {
    var rows = LabelledRows.read(SharedData.folder(folder).resolve("val.tsv"), task).posts();
    return Evaluation.of(CommittedModel.of(task, language), rows);
  }
}
