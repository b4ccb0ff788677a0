package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelFile;
import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of {@link TrainCommand}, step by step. */
final class Training {

  private final TrainCommand command;
  private final Progress progress;

  Training(TrainCommand command, Progress progress) {
    this.command = command;
    this.progress = progress;
  }

  void run() throws IOException {
    if (command.everything && command.lookAside) {
      throw new IllegalArgumentException(
          "--final trains on the rows put aside, so --look-aside could say nothing of them: give one of the two");
    }
    var rows = TrainingRows.read(command, progress);
    var recipe = recipe(rows.used());
    var examples = recipe.read(rows.used());
    var shares = recipe.shares(rows.used());
    if (shares.contains(0.0)) {
      throw new IllegalArgumentException(
          command.data
              + ": a class has no row among those used; shares of "
              + recipe.task().classes()
              + " are "
              + shares);
    }
    progress.say("cross-validating on %d posts in %d folds", examples.size(), command.folds);
    var validated = CrossValidation.run(recipe, examples, command.folds, progress);
    var calibration =
        command.tau == null
            ? Calibration.choose(
                validated.logits(), validated.truth(), shares, e -> recipe.goal().of(e))
            : Calibration.with(command.tau, validated.logits(), validated.truth(), shares);
    // what letters are folded into is the vocabulary of the rows, so more rows need a recipe of
    // their own
    var last = command.everything ? recipe(rows.all()) : recipe;
    var all = command.everything ? last.read(rows.all()) : examples;
    progress.say("training the model on %d posts", all.size());
    var trained = last.train(all, progress::step);
    var posts = all.stream().map(Example::post).toList();
    var model = last.export(trained, last.shares(posts), calibration);
    write(model);
    var report = report(recipe, validated, shares, calibration, model, rows);
    say(report, model, trained);
    card(model, rows, recipe, all.size(), report);
  }

  private Recipe recipe(List<LabelledPost> posts) throws IOException {
    var options = command.options();
    var tokenizer = new PostTokenizer(options.folding());
    var lexicon = command.resources.lexicon(tokenizer);
    var space = command.resources.space(posts, tokenizer);
    progress.say(
        "lexicon entries: %d in %d columns; places of word vectors: %d",
        lexicon.size(), lexicon.columns().size(), space.size());
    var name = command.name == null ? command.language + "-" + command.task + "-own" : command.name;
    return new Recipe(
        command.task(),
        command.language,
        name,
        options,
        lexicon,
        space,
        new Trainer(command.sigmas(), command.leastPosts, command.tolerance),
        command.smallest,
        command.most,
        command.goal());
  }

  private void write(LinearModel model) throws IOException {
    try (var file = Files.newOutputStream(command.out)) {
      ModelFile.write(model, file);
    }
  }

  private ModelCard.Report report(
      Recipe recipe,
      CrossValidation validated,
      List<Double> shares,
      Calibration calibration,
      LinearModel model,
      TrainingRows rows) {
    double tau = calibration.tau();
    var extractor = new FeatureExtractor(recipe.options(), Lexicon.EMPTY);
    var bySubset = new LinkedHashMap<String, Evaluation>();
    Subsets.of(extractor, validated.posts())
        .forEach(
            (kind, which) ->
                bySubset.put(kind, validated.evaluate(validated.logits(), shares, tau, which)));
    Map<String, Evaluation> measured = new LinkedHashMap<>();
    if (!rows.validation().isEmpty()) {
      measured.put(name(command.validate), Evaluation.of(model, rows.validation()));
    }
    if (command.lookAside) {
      measured.put("put aside", Evaluation.of(model, rows.aside()));
    }
    return new ModelCard.Report(
        validated.evaluate(validated.logits(), shares, tau),
        validated.byFold(shares, tau),
        bySubset,
        validated.evaluate(validated.unpruned(), shares, tau),
        validated.reliability(shares, calibration),
        measured);
  }

  private void say(ModelCard.Report report, LinearModel model, TrainedWeights trained)
      throws IOException {
    progress.say("tau %.2f, temperature %.3f", model.tau(), model.temperature());
    progress.say("out of fold: %s", report.all());
    progress.say("before pruning and rounding: %s", report.unpruned());
    report.bySubset().forEach((kind, evaluation) -> progress.say("  %s: %s", kind, evaluation));
    progress.say(
        "over folds: macro-recall %s, macro-F1 %s; ECE %.2f %%",
        Spread.of(report.folds(), Evaluation::macroRecall),
        Spread.of(report.folds(), Evaluation::macroF1),
        100 * report.reliability().ece());
    report.measured().forEach((name, evaluation) -> progress.say("%s: %s", name, evaluation));
    progress.say(
        "%s: %d features (%d hashed before folding and pruning), %d bytes",
        command.out, model.weights().size(), trained.hashed().size(), Files.size(command.out));
  }

  private void card(
      LinearModel model, TrainingRows rows, Recipe recipe, int posts, ModelCard.Report report)
      throws IOException {
    var training =
        String.format(
            java.util.Locale.ROOT,
            "%,d posts. Sigma %s; hashed features of at least %d posts; L-BFGS to a relative"
                + " improvement of %s; features dropped that reach no further than %s. Tau %s.%n",
            posts,
            recipe.trainer().sigmas(),
            command.leastPosts,
            command.tolerance,
            command.smallest,
            command.tau == null ? "chosen for " + recipe.goal() : "given");
    var card =
        new ModelCard(
            model,
            Files.size(command.out),
            "train " + String.join(" ", arguments()),
            LocalDate.now(ZoneOffset.UTC).toString(),
            rows.told(recipe.task().classes()),
            command.resources.terms,
            training,
            report);
    Files.writeString(cardFile(), card.markdown());
    progress.say("%s", cardFile());
  }

  /**
   * The command line, files by their names alone: a card must not tell where someone keeps them.
   */
  private List<String> arguments() {
    var told = new ArrayList<String>();
    boolean skip = false;
    for (var argument : command.spec.commandLine().getParseResult().originalArgs()) {
      if (skip || argument.equals("--terms")) {
        skip = !skip;
        continue;
      }
      int slash = argument.lastIndexOf('/');
      int equals = argument.indexOf('=');
      told.add(
          slash < 0 ? argument : argument.substring(0, equals + 1) + argument.substring(slash + 1));
    }
    return told;
  }

  private Path cardFile() {
    var name = name(command.out);
    int dot = name.lastIndexOf('.');
    return command.out.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".md");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
