package dev.bellwether.ingest.hygiene;

import java.util.Arrays;

/**
 * The last {@link #KEPT} moments at which something happened, in order of time, with a label each.
 */
final class Rhythm {

  static final int KEPT = 24;
  static final Rhythm NONE = new Rhythm(new long[0], new int[0], new long[0]);

  private final long[] seconds;
  private final int[] labels;
  private final long[] names;

  private Rhythm(long[] seconds, int[] labels, long[] names) {
    this.seconds = seconds;
    this.labels = labels;
    this.names = names;
  }

  /**
   * The same where the moment is known already, whatever its time or label were.
   *
   * @param name of what happened
   */
  Rhythm with(long name, long second, int label) {
    if (Arrays.stream(names).anyMatch(known -> known == name)) {
      return this;
    }
    int at = seconds.length;
    while (at > 0 && seconds[at - 1] > second) {
      at--;
    }
    boolean full = seconds.length == KEPT;
    if (full && at == 0) {
      return this;
    }
    int drop = full ? 1 : 0;
    long[] later = new long[seconds.length + 1 - drop];
    int[] laterLabels = new int[later.length];
    long[] laterNames = new long[later.length];
    at -= drop;
    System.arraycopy(seconds, drop, later, 0, at);
    System.arraycopy(labels, drop, laterLabels, 0, at);
    System.arraycopy(names, drop, laterNames, 0, at);
    later[at] = second;
    laterLabels[at] = label;
    laterNames[at] = name;
    int rest = later.length - at - 1;
    System.arraycopy(seconds, at + drop, later, at + 1, rest);
    System.arraycopy(labels, at + drop, laterLabels, at + 1, rest);
    System.arraycopy(names, at + drop, laterNames, at + 1, rest);
    return new Rhythm(later, laterLabels, laterNames);
  }

  int count() {
    return seconds.length;
  }

  /** How many of the last lie within so many seconds of the latest. */
  int within(long span) {
    int count = 0;
    for (long second : seconds) {
      count += seconds[seconds.length - 1] - second <= span ? 1 : 0;
    }
    return count;
  }

  /** Different labels among those within so many seconds of the latest. */
  int labelsWithin(long span) {
    int from = seconds.length - within(span);
    return (int) Arrays.stream(labels, from, labels.length).distinct().count();
  }

  /** How often the most frequent label occurs; 0 is no label. */
  int mostOfOneLabel() {
    int most = 0;
    for (int label : labels) {
      int count = 0;
      for (int other : labels) {
        count += other == label && label != 0 ? 1 : 0;
      }
      most = Math.max(most, count);
    }
    return most;
  }

  /** Standard deviation of the intervals over their mean; 1 where there are too few to say. */
  double unevenness(int fewest) {
    int intervals = seconds.length - 1;
    if (intervals < fewest) {
      return 1;
    }
    double mean = (double) (seconds[intervals] - seconds[0]) / intervals;
    double squares = 0;
    for (int i = 0; i < intervals; i++) {
      double off = seconds[i + 1] - seconds[i] - mean;
      squares += off * off;
    }
    return mean < 1 ? 1 : Math.sqrt(squares / intervals) / mean;
  }
}
