package dev.bellwether.local.bench;

import dev.bellwether.local.suite.Component;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole of trend-service under load: Kafka, counting, the way between its halves, judging, and
 * state with its changelogs, exactly once.
 *
 * @param posts how many are measured; as many before them warm up
 * @param jvmOptions of the service
 */
record TrendsThroughKafka(
    BenchMentions mentions, int posts, List<String> jvmOptions, PrintWriter say) {

  /**
   * What was measured.
   *
   * @param postsPerSecondPerCore by CPU time of the process, its compilers and collector included
   * @param postsPerSecond by the clock; broker, database and service share the machine's cores
   * @param residentBytes of the process when it was done
   * @param stateBytes of its folder on disk, by the lengths of its files
   */
  record Figures(
      int posts,
      double postsPerSecondPerCore,
      double postsPerSecond,
      long residentBytes,
      long stateBytes) {}

  /**
   * @param dataDir null for the benchmarks' own
   */
  Figures measure(Path dataDir) throws InterruptedException {
    try (var suite = BenchSuite.start(dataDir, say);
        var service = suite.measure(Component.TREND, jvmOptions);
        var round = new TrendRound(suite.bootstrapServers(), mentions)) {
      progress("through Kafka: warming up with %,d posts".formatted(posts));
      round.run(service, posts);
      progress("through Kafka: measuring %,d posts".formatted(posts));
      var cost = round.run(service, posts);
      return new Figures(
          posts,
          cost.postsPerSecondPerCore(),
          cost.postsPerSecond(),
          service.residentBytes(),
          bytes(suite.folder().trendState()));
    }
  }

  private static long bytes(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.mapToLong(TrendsThroughKafka::length).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /** RocksDB removes files as it goes on. */
  private static long length(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private void progress(String line) {
    say.println(line);
    say.flush();
  }
}
