package dev.bellwether.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The folder in which one suite keeps everything. */
public record DataDir(Path path) {

  private static final List<String> OURS =
      List.of(
          "kafka", "postgres", "identity", "trend", "logs", "suite.json", "running.json", "lock");

  public DataDir {
    path = path.toAbsolutePath().normalize();
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path identity() {
    return path.resolve("identity");
  }

  public Path trendState() {
    return path.resolve("trend");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /** What a child, or the launcher in the background, has written. */
  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** What outlasts a stop: {@link SuiteState}. */
  Path state() {
    return path.resolve("suite.json");
  }

  /** What runs now: {@link Running}. */
  Path running() {
    return path.resolve("running.json");
  }

  /** Held by the launcher while it lives. */
  Path lock() {
    return path.resolve("lock");
  }

  /** Makes the folder and the ones in it. */
  void make() {
    try {
      for (var folder : List.of(path, kafka(), postgres(), identity(), trendState(), logs())) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new SuiteException("cannot write in " + path + ": " + e.getMessage(), e);
    }
  }

  /** Empties the folder of what a suite put there; a file that is not ours stays. */
  public void erase() {
    try {
      for (var name : OURS) {
        erase(path.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + path, e);
    }
  }

  private static void erase(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var paths = Files.walk(root)) {
      for (var file : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
