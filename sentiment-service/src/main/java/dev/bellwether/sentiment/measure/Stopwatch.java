package dev.bellwether.sentiment.measure;

import dev.bellwether.sentiment.scoring.SentimentScorer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Times the scorer on one thread, every model of the language together, so that sentiment, emotion,
 * irony and offence are all answered for each post; and the same with the words that made the
 * label, which is what the stream asks for.
 */
final class Stopwatch {

  private final SentimentScorer scorer;
  private final List<String> texts;
  private final String language;

  /** Shown, so that the compiler cannot skip work whose outcome nobody sees. */
  private double checksum;

  Stopwatch(SentimentScorer scorer, List<String> texts, String language) {
    this.scorer = scorer;
    this.texts = List.copyOf(texts);
    this.language = language;
  }

  /**
   * Warms up, then measures.
   *
   * @param least CPU time of the measurement; warming up takes as long
   */
  Figures.Cost measure(Duration least, double loadMillis) {
    run(least, null);
    var micros = new double[texts.size()];
    double postsPerSecond = run(least, null);
    run(Duration.ZERO, micros);
    double withWords = explain(least);
    Arrays.sort(micros);
    return new Figures.Cost(
        postsPerSecond,
        withWords,
        quantile(micros, 0.5),
        quantile(micros, 0.99),
        residentMegabytes(),
        loadMillis);
  }

  double checksum() {
    return checksum;
  }

  /**
   * Scores all texts, again and again until the time is used.
   *
   * @param micros takes the time of each text, where it is given
   * @return posts a second of CPU time
   */
  private double run(Duration least, double[] micros) {
    long start = cpuNanos();
    long scored = 0;
    do {
      for (int i = 0; i < texts.size(); i++) {
        long before = micros == null ? 0 : System.nanoTime();
        var confidence = scorer.score(texts.get(i), language).confidence();
        if (micros != null) {
          micros[i] = (System.nanoTime() - before) / 1e3;
        }
        checksum += confidence == null ? 0 : confidence;
      }
      scored += texts.size();
    } while (cpuNanos() - start < least.toNanos());
    return scored * 1e9 / (cpuNanos() - start);
  }

  /** As {@link #run}, each with the words that made its label, as the stream has it. */
  private double explain(Duration least) {
    long start = cpuNanos();
    long scored = 0;
    do {
      for (var text : texts) {
        checksum += scorer.explained(text, language).words().size();
      }
      scored += texts.size();
    } while (cpuNanos() - start < least.toNanos());
    return scored * 1e9 / (cpuNanos() - start);
  }

  private static double quantile(double[] sorted, double q) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, q * sorted.length)];
  }

  /** CPU time rather than the clock: other programs on the machine must not change the figure. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Double residentMegabytes() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
