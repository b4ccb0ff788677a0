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

  private CommandSpec spec;
  @Mixin private Where where;

  @Option(
      names = "--from-suite",
      paramLabel = "FILE",
      description = {
        "Writes what people corrected in the running suite to FILE (label, tab, text, tab, platform) and trains on",
        "it, beside --data where that is given. Posts in other languages than --language, and of sources that forbid",
        "training (X), are left out and counted."
      })
  private Path fromSuite;

  @Option(
      names = "--language",
      paramLabel = "XX",
      defaultValue = "en",
      description = "Of the posts, ISO 639-1; the trainer's too. Default: ${DEFAULT-VALUE}")
  private String language;

  @Option(names = "--url", description = "The gateway. Default: that of the suite on this machine.")
  private String url;

  @Option(names = "--key", description = "The API key. Default: that of the suite on this machine.")
  private String key;

  @Parameters(arity = "0..*", hidden = true)
  private List<String> trainers = new ArrayList<>();

  /** What is no option here is the trainer's, {@code --help} too. */
  @Spec
  void spec(CommandSpec given) {
    spec = given;
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (fromSuite != null) {
      collect();
    }
    return new ServiceProgram(
            Where.root(),
            Component.SENTIMENT,
            "dev.bellwether.sentiment.training.TrainCommand",
            false)
        .run(JVM, trainersArguments());
  }

  List<String> trainersArguments() {
    var arguments = new ArrayList<>(trainers);
    arguments.addAll(List.of("--language", language));
    if (fromSuite != null) {
      arguments.addAll(List.of("--data", fromSuite.toAbsolutePath().toString()));
    }
    return arguments;
  }

  private void collect() {
    var err = spec.commandLine().getErr();
    try (var client = new GatewayClient(gateway(), apiKey())) {
      var collected = new CorrectedPosts(client, language, err).write(fromSuite);
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
