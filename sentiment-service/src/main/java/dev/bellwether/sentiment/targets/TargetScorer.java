package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import java.util.List;

/** What a text feels about each brand and product that it names. Safe for many threads at once. */
public interface TargetScorer {

  /** Knows no targets. */
  TargetScorer NONE =
      new TargetScorer() {
        @Override
        public List<TargetSentiment> score(String text, String language, List<Monitor> monitors) {
          return List.of();
        }

        @Override
        public List<TargetSentiment> scoreOnce(
            String text, String language, List<Monitor> monitors) {
          return List.of();
        }
      };

  /**
   * Each target comes once, in the order of the monitors and of the names in them. What is made of
   * the names may be kept for texts to come, by each monitor's workspace, id and version.
   *
   * @param text any string
   * @param language ISO 639-1, {@code und}, or null for not known
   * @param monitors those that the mention matched, as far as they are known; their brands,
   *     products and competitors can be targets
   * @return empty where nothing is named, or no model speaks the language
   */
  List<TargetSentiment> score(String text, String language, List<Monitor> monitors);

  /**
   * The same answer as {@link #score}, for names that come once: nothing is kept of them, and
   * workspace, id and version of the monitors do not matter but for the ids in the answer.
   */
  List<TargetSentiment> scoreOnce(String text, String language, List<Monitor> monitors);
}
