package dev.bellwether.local.bench;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.Where;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the benchmarks of trends over a folder of data take, and how they run. */
final class MeasuredFolder {

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      converter = ExistingFolder.class,
      description = "The folder of the data set.")
  private Path folder;

  @Option(names = "--json", description = "Prints the figures as one JSON object.")
  private boolean json;

  /**
   * Runs a measuring program of trend-service, which prints the figures.
   *
   * @param mainClass below {@code dev.bellwether.trend.measure}
   * @param more options that it takes beside the folder
   * @return its exit code
   * @throws dev.bellwether.local.suite.SuiteException when the service is not built
   */
  int measure(String mainClass, List<String> more) throws InterruptedException {
    return new ServiceProgram(
            Where.root(), Component.TREND, "dev.bellwether.trend.measure." + mainClass, false)
        .run(arguments(more));
  }

  List<String> arguments(List<String> more) {
    var arguments = new ArrayList<>(List.of(folder.toAbsolutePath().toString()));
    arguments.addAll(more);
    if (json) {
      arguments.add("--json");
    }
    return arguments;
  }
}
