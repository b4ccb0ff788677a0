package dev.bellwether.sentiment.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.sentiment.model.Task;
import dev.bellwether.sentiment.training.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured of one way to label posts.
 *
 * @param macroRecall 0 to 100
 * @param macroF1 0 to 100
 * @param accuracy 0 to 100
 * @param recallByClass by class, 0 to 100
 * @param ece expected calibration error, 0 to 1; null where no probabilities are given
 * @param postsPerSecondPerCore by CPU time of the thread
 * @param explainedPerSecondPerCore the same with the words that made each label; null for peers
 * @param p50Micros time a post by the clock
 * @param p99Micros the same, of the slowest hundredth
 * @param residentMegabytes of the process, millions of bytes; null where the machine does not tell
 * @param loadMillis from nothing to the first answer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Figures(
    double macroRecall,
    double macroF1,
    double accuracy,
    Map<String, Double> recallByClass,
    Double ece,
    double postsPerSecondPerCore,
    Double explainedPerSecondPerCore,
    double p50Micros,
    double p99Micros,
    Double residentMegabytes,
    double loadMillis) {

  static Figures of(Task task, Evaluation quality, Double ece, Cost cost) {
    var recalls = new LinkedHashMap<String, Double>();
    for (int c = 0; c < task.classes().size(); c++) {
      recalls.put(task.classes().get(c), 100 * quality.recalls().get(c));
    }
    return new Figures(
        100 * quality.macroRecall(),
        100 * quality.macroF1(),
        100 * quality.accuracy(),
        recalls,
        ece,
        cost.postsPerSecondPerCore(),
        cost.explainedPerSecondPerCore(),
        cost.p50Micros(),
        cost.p99Micros(),
        cost.residentMegabytes(),
        cost.loadMillis());
  }

  /** Time and memory, as {@link Figures} has them. */
  record Cost(
      double postsPerSecondPerCore,
      Double explainedPerSecondPerCore,
      double p50Micros,
      double p99Micros,
      Double residentMegabytes,
      double loadMillis) {}
}
