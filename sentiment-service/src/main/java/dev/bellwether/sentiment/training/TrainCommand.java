package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.model.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a model on labelled posts and writes its file and its card. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Trains a model on labelled posts: cross-validates, calibrates, writes the model file and"
            + " its card beside it.")
public final class TrainCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      description =
          "Rows to train on: label (number from 0 or name), tab, text[, tab, source]; repeatable.")
  List<Path> data;

  @Option(names = "--validate", description = "Rows to measure the finished model on.")
  Path validate;

  @Option(names = "--out", required = true, description = "Model file to write; its card is *.md.")
  Path out;

  @Option(names = "--task", defaultValue = "sentiment", description = "What the labels are.")
  String task;

  @Option(names = "--language", defaultValue = "en", description = "Of the posts, ISO 639-1.")
  String language;

  @Option(names = "--name", description = "In the file and in every score; LANGUAGE-TASK-own.")
  String name;

  @Option(
      names = "--features",
      description =
          "What to look at, for example"
              + " folding=accents;letters=3-5;negation=fr;pairs=yes;style=yes.")
  String features;

  @Option(
      names = "--sigma",
      paramLabel = "GROUP=SIGMA",
      description =
          "Strength of the prior (L2) of a group: word, negated_word, pair, sign, hashtag, style,"
              + " lexicon, letters, clusters, embeddings, dictionary, folded_letters, stack_TASK, bias; or a number alone for the others.")
  List<String> sigmas = List.of();

  @Option(
      names = "--least-posts",
      defaultValue = "2",
      description = "Leave out hashed features of fewer posts.")
  int leastPosts;

  @Option(
      names = "--smallest",
      defaultValue = "0.005",
      description = "Drop features whose weights reach no further.")
  double smallest;

  @Option(names = "--most", defaultValue = "190000", description = "Keep so many features at most.")
  int most;

  @Option(names = "--tolerance", defaultValue = "1e-6", description = "Where L-BFGS stops.")
  double tolerance;

  @Option(names = "--folds", defaultValue = "5", description = "Of the cross-validation.")
  int folds;

  @Option(names = "--goal", description = "What tau is chosen for: ${COMPLETION-CANDIDATES}.")
  Goal goal;

  @Option(
      names = "--tau",
      description = "Strength of the prior correction; else chosen for the goal, out of fold.")
  Double tau;

  @Option(
      names = "--source-column",
      defaultValue = "3",
      description = "Column of the row's platform or mention id; forbidden sources are left out.")
  int sourceColumn;

  @Option(
      names = "--aside",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Put a fifth of the rows aside (CRC-32 of the text), untouched.")
  boolean aside;

  @Option(names = "--look-aside", description = "Measure the model on the rows put aside.")
  boolean lookAside;

  @Option(
      names = "--final",
      description = "Train the written model on all rows, those put aside included.")
  boolean everything;

  @Mixin ResourceOptions resources;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new TrainCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      new Training(this, new Progress(spec.commandLine().getOut())).run();
      return CommandLine.ExitCode.OK;
    } catch (IOException | IllegalArgumentException e) {
      spec.commandLine().getErr().println(e.getMessage());
      spec.commandLine().getErr().flush();
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  Task task() {
    return Task.of(task);
  }

  FeatureOptions options() {
    return features == null
        ? new FeatureOptions(java.util.Set.of(), language, true, true, 0, 0)
        : FeatureOptions.parse(features);
  }

  /** What the user named, else the figure by which the task is judged in the literature. */
  Goal goal() {
    if (goal != null) {
      return goal;
    }
    return switch (task()) {
      case SENTIMENT -> Goal.MACRO_RECALL;
      case EMOTION, OFFENSIVE -> Goal.MACRO_F1;
      case IRONY -> Goal.F1_YES;
    };
  }

  Sigmas sigmas() {
    double others = 0.15;
    Map<String, Double> named = new HashMap<>();
    named.put(Sigmas.BIAS, 1.0);
    for (var given : sigmas) {
      int equals = given.indexOf('=');
      try {
        double sigma = Double.parseDouble(given.substring(equals + 1));
        if (equals < 0) {
          others = sigma;
        } else {
          named.put(given.substring(0, equals), sigma);
        }
      } catch (NumberFormatException e) {
        throw new ParameterException(
            spec.commandLine(), "--sigma must be GROUP=NUMBER or NUMBER, not " + given, e);
      }
    }
    return new Sigmas(others, named);
  }
}
