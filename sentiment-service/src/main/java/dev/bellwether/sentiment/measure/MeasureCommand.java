package dev.bellwether.sentiment.measure;

import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelFile;
import dev.bellwether.sentiment.model.ModelGroup;
import dev.bellwether.sentiment.model.Task;
import dev.bellwether.sentiment.scoring.BundledModels;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.training.Evaluation;
import dev.bellwether.sentiment.training.LabelledPost;
import dev.bellwether.sentiment.training.LabelledRows;
import dev.bellwether.sentiment.training.Reliability;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the shipped models, or one of one's own, on labelled posts. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = "Quality, speed, memory and loading time of the models on labelled posts.")
public final class MeasureCommand implements Callable<Integer> {

  @Option(names = "--test", required = true, description = "Rows: label, tab, text.")
  Path test;

  @Option(names = "--language", defaultValue = "en", description = "Of the posts, ISO 639-1.")
  String language;

  @Option(
      names = "--task",
      description = "What the labels are. Default: emotion where one is 3, sentiment otherwise.")
  String task;

  @Option(names = "--model", description = "Measures this file instead of the bundled model.")
  Path model;

  @Option(names = "--peer", paramLabel = "NAME=FILE", description = "Another's guesses and cost.")
  Map<String, Path> peers = new LinkedHashMap<>();

  @Option(names = "--service", split = ",", description = "Figures of the running service.")
  List<Double> service = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "CPU time to warm up, and again to measure. Default: ${DEFAULT-VALUE}")
  long seconds;

  @Option(names = "--json", description = "Prints one JSON object.")
  boolean json;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** What a person can put right becomes one line and exit code 1. */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new MeasureCommand());
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof IOException || exception instanceof IllegalArgumentException) {
            command.getErr().println(exception.getMessage());
            command.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw exception;
        });
    return commandLine;
  }

  @Override
  public Integer call() throws IOException {
    var asked = task == null ? guessTask() : Task.of(task);
    var posts = LabelledRows.read(test, asked, Integer.MAX_VALUE).posts();
    if (posts.isEmpty()) {
      throw new IOException(test + " holds no rows");
    }
    long began = System.nanoTime();
    var scorer = new SentimentScorer(models(asked));
    scorer.score(posts.getFirst().text(), language);
    double loadMillis = (System.nanoTime() - began) / 1e6;
    var measured = measured(scorer, asked);
    var report = report(asked, posts, scorer, measured, loadMillis);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      report.writeJson(out);
    } else {
      report.write(out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Report report(
      Task asked,
      List<LabelledPost> posts,
      SentimentScorer scorer,
      LinearModel measured,
      double loadMillis)
      throws IOException {
    var truth = posts.stream().map(LabelledPost::label).toList();
    var stated = new ArrayList<Double>();
    var right = new ArrayList<Boolean>();
    var guesses = new ArrayList<Integer>();
    var group = ModelGroup.of(measured);
    var scratch = new Scratch();
    for (var post : posts) {
      var prediction = group.predict(post.text(), scratch).getFirst();
      guesses.add(prediction.best());
      stated.add(prediction.probability(prediction.best()));
      right.add(prediction.best() == post.label());
    }
    int classes = asked.classes().size();
    var quality = Evaluation.of(classes, truth, guesses);
    var stopwatch =
        new Stopwatch(scorer, posts.stream().map(LabelledPost::text).toList(), language);
    var cost = stopwatch.measure(Duration.ofSeconds(seconds), loadMillis);
    if (stopwatch.checksum() < 0) {
      throw new IllegalStateException("confidences are never below 0");
    }
    return new Report(
        asked.wireName(),
        language,
        posts.size(),
        measured.name(),
        scorer.models().stream()
            .filter(other -> other.language().equals(language))
            .map(LinearModel::name)
            .toList(),
        Figures.of(asked, quality, Reliability.of(stated, right).ece(), cost),
        asked == Task.SENTIMENT ? others(asked, truth) : Map.of(),
        service());
  }

  /** Peers know no other task. */
  private Map<String, Figures> others(Task asked, List<Integer> truth) throws IOException {
    var others = new LinkedHashMap<String, Figures>();
    for (var peer : peers.entrySet()) {
      var guessed = PeerGuesses.read(peer.getValue(), truth.size());
      others.put(
          peer.getKey(),
          Figures.of(
              asked,
              Evaluation.of(asked.classes().size(), truth, guessed.guesses()),
              null,
              guessed.cost()));
    }
    return others;
  }

  private Report.Service service() {
    return service.size() == 3
        ? new Report.Service(service.get(0), service.get(1), service.get(2))
        : null;
  }

  private List<LinearModel> models(Task asked) throws IOException {
    var bundled = BundledModels.bundled();
    if (model == null) {
      return bundled;
    }
    try (var file = Files.newInputStream(model)) {
      var own = ModelFile.read(file);
      if (own.task() != asked || !own.language().equals(language)) {
        throw new IOException(
            "%s answers %s in %s; asked was %s in %s"
                .formatted(
                    model, own.task().wireName(), own.language(), asked.wireName(), language));
      }
      var models = new ArrayList<>(bundled);
      models.removeIf(other -> other.task() == asked && other.language().equals(language));
      models.add(own);
      return models;
    }
  }

  private LinearModel measured(SentimentScorer scorer, Task asked) throws IOException {
    return scorer.models().stream()
        .filter(candidate -> candidate.task() == asked && candidate.language().equals(language))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no model answers %s in %s; there are %s"
                        .formatted(
                            asked.wireName(),
                            language,
                            scorer.models().stream().map(LinearModel::name).toList())));
  }

  /** Sentiment knows no label 3, so a file that has one is about emotion. */
  private Task guessTask() throws IOException {
    try (var lines = Files.lines(test)) {
      return lines.anyMatch(line -> line.startsWith("3\t")) ? Task.EMOTION : Task.SENTIMENT;
    }
  }
}
