package dev.bellwether.trend.measure.nab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.trend.series.SeriesDetector;
import dev.bellwether.trend.series.SeriesMemory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well the detector does on the files found.
 *
 * @param categories by name, each on the scale of its own windows
 * @param all of all files together
 */
public record NabReport(Map<String, Figures> categories, Figures all) {

  /**
   * NAB's scores; null where there are no windows, for there the scale is not defined.
   *
   * @param standard with the threshold that ships, as are the next two
   * @param lowFp where a false alarm costs double
   * @param lowFn where a missed window costs double
   * @param standardBestThreshold with the one threshold that is best for all files together, which
   *     is NAB's own rule and looks at the answers
   * @param standardLeaveOneFileOut each file with the threshold that is best for all others
   * @param falseAlarms outside of all windows, with the threshold that ships
   */
  public record Figures(
      Double standard,
      Double lowFp,
      Double lowFn,
      Double standardBestThreshold,
      Double standardLeaveOneFileOut,
      int files,
      long windows,
      int falseAlarms) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Runs the detector over every file, each from its first value on. */
  public static NabReport of(List<LabelledSeries> corpus, SeriesDetector detector) {
    var scores = corpus.stream().map(series -> scores(series, detector)).toList();
    var sweep = Sweep.of(corpus, scores, Profile.STANDARD);
    var byCategory = new TreeMap<String, List<Integer>>();
    var all = new ArrayList<Integer>();
    for (int file = 0; file < corpus.size(); file++) {
      byCategory
          .computeIfAbsent(corpus.get(file).category(), category -> new ArrayList<>())
          .add(file);
      all.add(file);
    }
    var tally = new Tally(corpus, scores, sweep, detector.threshold());
    var categories = new TreeMap<String, Figures>();
    byCategory.forEach((category, files) -> categories.put(category, tally.figures(files)));
    return new NabReport(categories, tally.figures(all));
  }

  /** The detector's score of each point. */
  public static double[] scores(LabelledSeries series, SeriesDetector detector) {
    var scores = new double[series.points().size()];
    var memory = SeriesMemory.NEW;
    for (int point = 0; point < scores.length; point++) {
      var step = detector.observe(memory, series.points().get(point));
      scores[point] = step.judgement().score();
      memory = step.memory();
    }
    return scores;
  }

  void writeJson(PrintWriter out) {
    try {
      out.println(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures are always JSON", e);
    }
  }

  void write(PrintWriter out) {
    out.printf(
        "%-24s %5s %7s %6s %9s %7s %7s %14s %14s%n",
        "",
        "files",
        "windows",
        "false",
        "standard",
        "low FP",
        "low FN",
        "best threshold",
        "leave-one-out");
    categories.forEach((category, figures) -> line(category, figures, out));
    line("all", all, out);
    out.println();
    out.println("standard, low FP, low FN: with the threshold that ships.");
    out.println("best threshold: NAB's own rule, one for all files, chosen with their answers.");
    out.println("leave-one-out: each file with the threshold that is best for all others.");
  }

  private static void line(String name, Figures figures, PrintWriter out) {
    out.printf(
        "%-24s %5d %7d %6d %9s %7s %7s %14s %14s%n",
        name,
        figures.files(),
        figures.windows(),
        figures.falseAlarms(),
        text(figures.standard()),
        text(figures.lowFp()),
        text(figures.lowFn()),
        text(figures.standardBestThreshold()),
        text(figures.standardLeaveOneFileOut()));
  }

  private static String text(Double figure) {
    return figure == null ? "-" : String.format(Locale.ROOT, "%.1f", figure);
  }

  private record Tally(
      List<LabelledSeries> corpus, List<double[]> scores, Sweep sweep, double threshold) {

    Figures figures(List<Integer> files) {
      var shipped = new double[corpus.size()];
      Arrays.fill(shipped, threshold);
      var best = new double[corpus.size()];
      Arrays.fill(best, sweep.best());
      return new Figures(
          score(files, shipped, Profile.STANDARD),
          score(files, shipped, Profile.LOW_FALSE_POSITIVES),
          score(files, shipped, Profile.LOW_FALSE_NEGATIVES),
          score(files, best, Profile.STANDARD),
          score(files, sweep.withoutIt(), Profile.STANDARD),
          files.size(),
          windows(files),
          files.stream().mapToInt(this::falseAlarms).sum());
    }

    private long windows(List<Integer> files) {
      return files.stream().mapToLong(file -> corpus.get(file).scoredWindows()).sum();
    }

    private Double score(List<Integer> files, double[] thresholds, Profile profile) {
      double raw = 0;
      for (int file : files) {
        raw += NabScorer.raw(corpus.get(file), scores.get(file), thresholds[file], profile);
      }
      double score = NabScorer.normalised(raw, windows(files), profile);
      return Double.isNaN(score) ? null : score;
    }

    private int falseAlarms(int file) {
      var worth = NabScorer.worth(corpus.get(file), Profile.STANDARD);
      int alarms = 0;
      for (int point = (int) corpus.get(file).probation(); point < worth.length; point++) {
        alarms += scores.get(file)[point] >= threshold && worth[point] < 0 ? 1 : 0;
      }
      return alarms;
    }
  }
}
