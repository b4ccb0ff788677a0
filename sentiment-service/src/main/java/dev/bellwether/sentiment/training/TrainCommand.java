package dev.bellwether.sentiment.training;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.model.FlatModel;
import dev.bellwether.sentiment.model.ModelFile;
import edu.stanford.nlp.classify.LinearClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains the English model and writes its file. Tau is chosen on a fifth of the training rows held
 * aside from a first training; then all training rows train the model that is written. Validation
 * rows are only measured, never chosen on.
 */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a sentiment model and writes its flat file.")
public final class TrainCommand implements Callable<Integer> {

  private static final int HELD_ASIDE = 5;
  private static final int PROGRESS_EVERY = 10;
  private static final double TAU_STEP = 0.05;
  private static final int TAU_STEPS = 30;

  @Option(
      names = "--data",
      required = true,
      description = "Training rows: label 0, 1 or 2, tab, text.")
  Path data;

  @Option(names = "--validate", description = "Rows to measure the finished model on.")
  Path validate;

  @Option(
      names = "--lexicons",
      required = true,
      description = "Folder with the VADER, AFINN, emoji and emoticon lexicons.")
  Path lexicons;

  @Option(names = "--out", required = true, description = "Model file to write.")
  Path out;

  @Option(
      names = "--name",
      defaultValue = "en-linear-1",
      description = "Name in the file and in every score (${DEFAULT-VALUE}).")
  String name;

  @Option(
      names = "--sigma",
      defaultValue = "0.15",
      description = "Standard deviation of the L2 prior (${DEFAULT-VALUE}).")
  double sigma;

  @Option(
      names = "--least-posts",
      defaultValue = "3",
      description = "Leave out features of fewer posts (${DEFAULT-VALUE}).")
  int leastPosts;

  @Option(
      names = "--smallest",
      defaultValue = "0.01",
      description = "Drop features whose weights reach no further (${DEFAULT-VALUE}).")
  double smallest;

  @Option(
      names = "--tolerance",
      defaultValue = "1e-5",
      description = "Where L-BFGS stops (${DEFAULT-VALUE}).")
  double tolerance;

  @Option(
      names = "--seed",
      defaultValue = "17",
      description = "Of the split that holds a fifth aside (${DEFAULT-VALUE}).")
  long seed;

  @Spec CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new TrainCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var say = spec.commandLine().getOut();
    var lexicon = LexiconFiles.read(lexicons);
    var posts = LabelledPost.read(data);
    say.printf("%d posts, %d lexicon entries%n", posts.size(), lexicon.size());
    double tau = chooseTau(posts, lexicon, say);
    var classifier = train(posts, lexicon, say);
    var model = ModelExport.export(name, classifier, lexicon, shares(posts), tau, smallest);
    try (var file = Files.newOutputStream(out)) {
      ModelFile.write(model, file);
    }
    say.printf(
        "%s: %d of %d features, %d bytes%n",
        out, model.weights().size(), classifier.features().size(), Files.size(out));
    if (validate != null) {
      say.printf("%s: %s%n", validate, Evaluation.of(model, LabelledPost.read(validate)));
    }
    say.flush();
    return CommandLine.ExitCode.OK;
  }

  private double chooseTau(List<LabelledPost> posts, Lexicon lexicon, PrintWriter say) {
    var shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(seed));
    int aside = shuffled.size() / HELD_ASIDE;
    var held = shuffled.subList(0, aside);
    var kept = shuffled.subList(aside, shuffled.size());
    say.printf("choosing tau on %d posts held aside%n", held.size());
    var classifier = train(kept, lexicon, say);
    double best = 0;
    Evaluation highest = null;
    for (int step = 0; step <= TAU_STEPS; step++) {
      double tau = step * TAU_STEP;
      var evaluation =
          Evaluation.of(
              ModelExport.export(name, classifier, lexicon, shares(kept), tau, smallest), held);
      if (highest == null || evaluation.macroRecall() > highest.macroRecall()) {
        best = tau;
        highest = evaluation;
      }
    }
    say.printf(Locale.ROOT, "tau %.2f: held aside %s%n", best, highest);
    say.flush();
    return best;
  }

  private LinearClassifier<SentimentLabel, Integer> train(
      List<LabelledPost> posts, Lexicon lexicon, PrintWriter say) {
    return new Trainer(sigma, leastPosts, tolerance)
        .train(
            posts,
            lexicon,
            step -> {
              if (step % PROGRESS_EVERY == 0) {
                say.printf("  step %d%n", step);
                say.flush();
              }
            });
  }

  private static List<Double> shares(List<LabelledPost> posts) {
    return FlatModel.CLASSES.stream()
        .map(
            label ->
                (double) posts.stream().filter(post -> post.label() == label).count()
                    / posts.size())
        .toList();
  }
}
