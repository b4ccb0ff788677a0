package dev.bellwether.trend.detection;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The posts that show what a topic is about: those in which most of what stands out comes together.
 * A topic's words are also said elsewhere, but rarely several of them at once.
 */
final class Samples {

  private Samples() {}

  /**
   * @param cluster of a topic, each with samples of its own
   * @return ids of posts, at most {@link TermCount#SAMPLES}
   */
  static List<String> of(List<Alert> cluster) {
    var said = new LinkedHashMap<String, Double>();
    for (var alert : cluster) {
      alert.lastHour().samples().forEach(id -> said.merge(id, alert.evidence(), Double::sum));
    }
    return said.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TermCount.SAMPLES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
