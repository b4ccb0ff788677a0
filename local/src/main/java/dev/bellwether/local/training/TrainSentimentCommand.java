package dev.bellwether.local.training;

import dev.bellwether.local.client.GatewayClient;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.SuiteState;
import dev.bellwether.local.suite.Where;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Hands over to sentiment-service's trainer, which has the options and explains them; only what
 * needs the running suite is done here.
 */
@Command(
    name = "sentiment",
    description = {
      "Trains a sentiment, emotion, irony or offensive model on labelled posts and writes its file and model card.",
      "All options but these are the trainer's: ./bellwether train sentiment --help lists them."
    })
public final class TrainSentimentCommand implements Callable<Integer> {

  /** The data of the largest public set, its features twice over, and the optimiser's memory. */
  private static final List<String> JVM = List.of("-Xmx3g", "-XX:+UseParallelGC");

  @Spec private CommandSpec spec;
  @Mixin private Where where;

  @Option(
      names = "--from-suite",
      paramLabel = "FILE",
      description = {
        "Writes what people corrected in the running suite to FILE (label, tab, text, tab, platform) and trains on",
        "it, beside --data where that is given. Posts of sources that forbid training (X) are left out and counted."
      })
  private Path fromSuite;

  @Option(names = "--url", description = "The gateway. Default: that of the suite on this machine.")
  private String url;

  @Option(names = "--key", description = "The API key. Default: that of the suite on this machine.")
  private String key;

  @Parameters(arity = "0..*", hidden = true)
  private List<String> trainers = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    var arguments = new ArrayList<>(trainers);
    if (fromSuite != null) {
      collect();
      arguments.addAll(List.of("--data", fromSuite.toAbsolutePath().toString()));
    }
    return new ServiceProgram(
            Where.root(),
            Component.SENTIMENT,
            "dev.bellwether.sentiment.training.TrainCommand",
            false)
        .run(JVM, arguments);
  }

  private void collect() {
    var err = spec.commandLine().getErr();
    try (var client = new GatewayClient(gateway(), apiKey())) {
      var collected = new CorrectedPosts(client, err).write(fromSuite);
      err.println(collected);
      err.flush();
    }
  }

  private String gateway() {
    return url != null ? url : SuiteState.read(where.dataDir()).url(Component.GATEWAY);
  }

  private String apiKey() {
    return key != null ? key : SuiteState.read(where.dataDir()).apiKey();
  }
}
