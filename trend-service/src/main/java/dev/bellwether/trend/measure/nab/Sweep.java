package dev.bellwether.trend.measure.nab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which threshold would have been best, for all files together (NAB's own rule, which looks at the
 * answers) and for each file by all the others.
 *
 * @param best the highest of the best thresholds over all files
 * @param withoutIt for each file, the best over all files but it
 */
public record Sweep(double best, double[] withoutIt) {

  /** No anomaly score reaches it. */
  private static final double NEVER = 1.1;

  private record Event(double score, int file, int point) {}

  /**
   * @param scores one array for each series
   */
  public static Sweep of(List<LabelledSeries> corpus, List<double[]> scores, Profile profile) {
    var events = new ArrayList<Event>();
    var sums = new ArrayList<RawScore>();
    var worths = new ArrayList<double[]>();
    double total = 0;
    for (int file = 0; file < corpus.size(); file++) {
      var series = corpus.get(file);
      sums.add(new RawScore(series, profile));
      worths.add(NabScorer.worth(series, profile));
      total += sums.get(file).total();
      for (int point = (int) series.probation(); point < series.points().size(); point++) {
        // a score of 0 is no alarm under any threshold worth trying
        if (scores.get(file)[point] > 0) {
          events.add(new Event(scores.get(file)[point], file, point));
        }
      }
    }
    events.sort(Comparator.comparingDouble(Event::score).reversed());
    var tops = new Tops(total, sums);
    for (int at = 0; at < events.size(); at++) {
      var event = events.get(at);
      double change =
          sums.get(event.file()).alarm(event.point(), worths.get(event.file())[event.point()]);
      tops.change(event.file(), change);
      boolean last = at + 1 == events.size() || events.get(at + 1).score() != event.score();
      if (last) {
        tops.settle(event.score());
      }
    }
    return new Sweep(tops.bestThreshold, tops.thresholds);
  }

  /** The best totals so far, of all files and without each. */
  private static final class Tops {

    private final double[] own;
    private final double[] tops;
    private final double[] thresholds;
    private double total;
    private double top;
    private double bestThreshold = NEVER;

    Tops(double total, List<RawScore> sums) {
      this.total = total;
      this.top = total;
      this.own = sums.stream().mapToDouble(RawScore::total).toArray();
      this.tops = new double[own.length];
      this.thresholds = new double[own.length];
      for (int file = 0; file < own.length; file++) {
        tops[file] = total - own[file];
        thresholds[file] = NEVER;
      }
    }

    void change(int file, double by) {
      total += by;
      own[file] += by;
    }

    void settle(double threshold) {
      if (total > top) {
        top = total;
        bestThreshold = threshold;
      }
      for (int file = 0; file < own.length; file++) {
        if (total - own[file] > tops[file] + 1e-12) {
          tops[file] = total - own[file];
          thresholds[file] = threshold;
        }
      }
    }
  }
}
