package dev.bellwether.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bellwether.local.suite.Component;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many posts ingest takes a second of a core's time. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Sends posts through the gateway and measures ingest's process: posts a second of CPU, from its socket to",
      "Kafka's acknowledgement, with every check on (hygiene, language, privacy, monitors, identities).",
      "Broker, database and gateway are real and are not counted. The service has both compilers and runs warm.",
      "The archive, a consumer in the same process, is off unless --archive is given."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class IngestBench implements Callable<Integer> {

  private static final int LEAST_POSTS = 1_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--monitors",
      paramLabel = "N",
      split = ",",
      defaultValue = "100,10000",
      description = "Measures with so many monitors, rising. Default: ${DEFAULT-VALUE}")
  private List<Integer> monitors;

  @Option(
      names = "--posts",
      paramLabel = "N",
      defaultValue = "20000",
      description =
          "Posts a measurement; as many before it warm up, twice as many before the first. Default: ${DEFAULT-VALUE}")
  private int posts;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = ExistingFolder.class,
      description = {
        "CrisisLex T6 (public repository sajao/CrisisLex, data/): real tweets.",
        "Default: posts of the demo's simulator."
      })
  private Path data;

  @Option(names = "--archive", description = "Leaves the archive's consumer on.")
  private boolean archive;

  @Option(names = "--profile", paramLabel = "FILE", description = "Records a JFR profile there.")
  private Path profile;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Folder for the suite that is measured; it is emptied first. Default: .bellwether/bench at the root of the source tree.")
  private Path dataDir;

  @Option(names = "--json", description = "Prints the figures as JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    check();
    var err = spec.commandLine().getErr();
    int needed = posts * (2 * monitors.size() + 1);
    var source = data == null ? BenchPosts.simulated(needed) : BenchPosts.ofCrisisLex(data);
    var figures = new ArrayList<IngestFigures>();
    try (var suite = BenchSuite.start(dataDir, err, Component.GATEWAY);
        var service = suite.measure(Component.INGEST, jvmOptions());
        var round = new IngestRound(suite.gatewayUrl(), suite.apiKey(), source, err)) {
      for (int number : monitors.stream().sorted().distinct().toList()) {
        round.haveMonitors(number);
        round.send(figures.isEmpty() ? 2 * posts : posts, "warming up");
        figures.add(round.measure(service, posts));
      }
    }
    tell(figures);
    return 0;
  }

  private void check() {
    if (posts < LEAST_POSTS) {
      throw new ParameterException(
          spec.commandLine(), "--posts must be at least " + LEAST_POSTS + ", or noise decides");
    }
    if (monitors.stream().anyMatch(number -> number < 0)) {
      throw new ParameterException(spec.commandLine(), "--monitors must be 0 or more");
    }
  }

  private List<String> jvmOptions() {
    var options = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    if (!archive) {
      options.add("-Dmp.messaging.incoming.mentions_in.enabled=false");
      options.add("-Dmp.messaging.incoming.scored_mentions_in.enabled=false");
    }
    if (profile != null) {
      options.add("-XX:StartFlightRecording=settings=profile,filename=" + profile.toAbsolutePath());
    }
    return options;
  }

  private void tell(List<IngestFigures> figures) {
    var out = spec.commandLine().getOut();
    if (json) {
      tellJson(figures, out);
    } else {
      out.println(
          "source: %s; archive %s"
              .formatted(data == null ? "simulator" : data, archive ? "on" : "off"));
      out.println("monitors   posts/s a core   CPU a post   posts/s in all");
      for (var round : figures) {
        out.println(
            "%8d   %14.0f   %7.0f µs   %14.0f"
                .formatted(
                    round.monitors(),
                    round.postsPerSecondPerCore(),
                    round.microsPerPost(),
                    round.postsPerSecond()));
      }
    }
    out.flush();
  }

  private void tellJson(List<IngestFigures> figures, PrintWriter out) {
    var result = JsonNodeFactory.instance.objectNode();
    result.put("source", data == null ? "simulator" : data.toString());
    result.put("archive", archive);
    var rounds = result.putArray("rounds");
    for (var round : figures) {
      rounds
          .addObject()
          .put("monitors", round.monitors())
          .put("posts", round.posts())
          .put("postsPerSecondPerCore", round.postsPerSecondPerCore())
          .put("microsPerPost", round.microsPerPost())
          .put("postsPerSecond", round.postsPerSecond());
    }
    out.println(result);
  }
}
