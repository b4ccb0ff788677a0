package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.List;

/**
 * What one mention adds to the counts.
 *
 * @param revision the newest revision seen
 * @param hour start of the hour it counts in; null once erased
 * @param label null once erased: it counts nowhere, but its revision is remembered
 * @param monitors each once, sorted
 */
public record Contribution(
    int revision, Instant hour, SentimentLabel label, List<String> monitors) {

  public Contribution {
    monitors = List.copyOf(monitors);
  }

  static Contribution erased(int revision) {
    return new Contribution(revision, null, null, List.of());
  }

  boolean counts() {
    return label != null;
  }
}
