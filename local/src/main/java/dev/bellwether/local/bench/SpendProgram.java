package dev.bellwether.local.bench;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.Where;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How a measuring program of campaign-optimizer runs, which prints the figures. */
final class SpendProgram {

  @Option(names = "--json", description = "Prints the figures as one JSON object.")
  private boolean json;

  /**
   * @param mainClass below {@code dev.bellwether.campaign.measure}
   * @return its exit code
   * @throws dev.bellwether.local.suite.SuiteException when the service is not built
   */
  int measure(String mainClass, List<String> given) throws InterruptedException {
    return new ServiceProgram(
            Where.root(),
            Component.OPTIMIZER,
            "dev.bellwether.campaign.measure." + mainClass,
            false)
        .run(arguments(given));
  }

  List<String> arguments(List<String> given) {
    var arguments = new ArrayList<>(given);
    if (json) {
      arguments.add("--json");
    }
    return arguments;
  }
}
