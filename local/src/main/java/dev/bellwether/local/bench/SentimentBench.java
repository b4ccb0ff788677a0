package dev.bellwether.local.bench;

import dev.bellwether.local.bench.SentimentPeers.Peer;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.ServiceProgram;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.Where;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How right and how fast sentiment is on labelled posts, beside its peers on the same posts. */
@Command(
    name = "sentiment",
    mixinStandardHelpOptions = true,
    description = {
      "Scores labelled posts with the models that ship: macro-recall, macro-F1, accuracy, recall by class, expected",
      "calibration error, posts a second of one core (thread CPU), time a post, memory and time to load. VADER and AFINN",
      "(their npm packages, fetched into the benchmark's folder, never shipped) run on the same posts.",
      "A row is LABEL, tab, TEXT. Labels: sentiment 0 negative, 1 neutral, 2 positive; emotion 0 anger, 1 joy,",
      "2 optimism, 3 sadness; irony and offensive 0 no, 1 yes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:wrong usage"})
public final class SentimentBench implements Callable<Integer> {

  /** The service's heap, with both compilers, as a long-running service is best run. */
  private static final List<String> SERVICE_JVM = List.of("-Xmx192m", "-XX:+UseSerialGC");

  @Spec private CommandSpec spec;

  @Option(
      names = "--test",
      required = true,
      paramLabel = "FILE",
      converter = ExistingFile.class,
      description = "Labelled posts, for example TweetEval's test rows.")
  private Path test;

  @Option(
      names = "--language",
      paramLabel = "XX",
      defaultValue = "en",
      description = "The posts' language, ISO 639-1. Default: ${DEFAULT-VALUE}")
  private String language;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = {
        "sentiment, emotion, irony or offensive.",
        "Default: emotion where a label is 3, sentiment otherwise."
      })
  private String task;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      converter = ExistingFile.class,
      description = "Measures this model instead of those that ship.")
  private Path model;

  @Option(names = "--no-peers", description = "Leaves VADER and AFINN out; needs no Node.js.")
  private boolean noPeers;

  @Option(
      names = "--through-kafka",
      description = {
        "Measures the running service too: Kafka, scoring, PostgreSQL and back to Kafka, and its memory.",
        "Takes a minute or two; needs a suite's broker and database, which it starts and stops."
      })
  private boolean throughKafka;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Folder for the suite that --through-kafka measures; it is emptied first. Default: .bellwether/bench at the root of the source tree.")
  private Path dataDir;

  @Option(names = "--json", description = "Prints the figures as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--test", test.toAbsolutePath().toString(), "--language", language));
    if (task != null) {
      arguments.addAll(List.of("--task", task));
    }
    if (model != null) {
      arguments.addAll(List.of("--model", model.toAbsolutePath().toString()));
    }
    if (json) {
      arguments.add("--json");
    }
    if (throughKafka) {
      arguments.addAll(service());
    }
    if (!noPeers && (task == null || task.equals("sentiment"))) {
      arguments.addAll(peers());
    }
    return new ServiceProgram(
            Where.root(),
            Component.SENTIMENT,
            "dev.bellwether.sentiment.measure.MeasureCommand",
            false)
        .run(SERVICE_JVM, arguments);
  }

  private List<String> service() throws InterruptedException {
    var figures =
        new ThroughKafka(
                test,
                language,
                MeasuredService.asUp(Component.SENTIMENT),
                spec.commandLine().getErr())
            .measure(dataDir);
    return List.of(
        "--service",
        String.format(
            Locale.ROOT,
            "%f,%f,%f",
            figures.postsPerSecondPerCore(),
            figures.postsPerSecond(),
            figures.residentMegabytes()));
  }

  private List<String> peers() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    var peers = new SentimentPeers(Where.root().resolve(".bellwether/bench-peers"));
    var arguments = new ArrayList<String>();
    try {
      peers.fetch();
      for (var peer : Peer.values()) {
        err.println("measuring " + peer.label());
        err.flush();
        arguments.addAll(List.of("--peer", peer.label() + "=" + peers.measure(peer, test)));
      }
    } catch (SuiteException e) {
      // our own figures are worth having without them, and the JSON says that they are missing
      err.println("without peers: " + e.getMessage());
      err.flush();
    }
    return arguments;
  }
}
