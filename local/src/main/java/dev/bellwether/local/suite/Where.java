package dev.bellwether.local.suite;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say which suite is meant. */
public final class Where {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = {
        "Folder of the suite's data. Default: $BELLWETHER_DATA, or .bellwether at the root of the source tree.",
        "Suites in different folders run side by side, with different --port."
      })
  private Path given;

  /** The root of the source tree: the script hands it over. */
  public static Path root() {
    return Path.of(System.getProperty("bellwether.root", "")).toAbsolutePath().normalize();
  }

  public DataDir dataDir() {
    if (given != null) {
      return new DataDir(given);
    }
    var environment = System.getenv("BELLWETHER_DATA");
    return new DataDir(
        environment == null || environment.isBlank()
            ? root().resolve(".bellwether")
            : Path.of(environment));
  }
}
