package dev.bellwether.local.bench;

import dev.bellwether.local.suite.Component;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole of sentiment-service under load: Kafka, scoring, PostgreSQL and back to Kafka, in a
 * process as {@code ./bellwether up} starts it.
 *
 * @param rows labelled posts, whose texts come again and again under new ids
 */
record ThroughKafka(Path rows, String language, List<String> jvmOptions, PrintWriter say) {

  private static final int WARM_UP = 40_000;
  private static final int POSTS = 60_000;

  /**
   * What was measured.
   *
   * @param postsPerSecondPerCore by CPU time of the process, its compilers and collector included
   * @param postsPerSecond by the clock; broker, database and service share the machine's cores
   * @param residentMegabytes of the process when it was done
   */
  record Figures(double postsPerSecondPerCore, double postsPerSecond, double residentMegabytes) {}

  /**
   * @param dataDir null for the benchmarks' own
   */
  Figures measure(Path dataDir) throws InterruptedException {
    try (var suite = BenchSuite.start(dataDir, say);
        var service = suite.measure(Component.SENTIMENT, jvmOptions);
        var round = new ScoringRound(suite.bootstrapServers(), texts(), language)) {
      progress("through Kafka: warming up with %,d posts".formatted(WARM_UP));
      round.run(service, WARM_UP);
      progress("through Kafka: measuring %,d posts".formatted(POSTS));
      var cost = round.run(service, POSTS);
      return new Figures(
          cost.postsPerSecondPerCore(), cost.postsPerSecond(), service.residentBytes() / 1e6);
    }
  }

  private List<String> texts() {
    try (var lines = Files.lines(rows)) {
      return lines
          .filter(line -> !line.isEmpty())
          .map(line -> line.substring(line.indexOf('\t') + 1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + rows, e);
    }
  }

  private void progress(String line) {
    say.println(line);
    say.flush();
  }
}
