package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.model.LinearModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What there is to know about a model, as Markdown (after Mitchell et al., "Model Cards for Model
 * Reporting", FAT* 2019).
 */
record ModelCard(
    LinearModel model,
    long bytes,
    String command,
    String date,
    List<String> data,
    List<String> terms,
    String training,
    Report report) {

  /**
   * Figures from posts that the models were not trained on.
   *
   * @param folds one a fold
   * @param bySubset by kind of post
   * @param unpruned the same models before pruning and rounding
   * @param measured by name of the rows, for example a validation file
   */
  record Report(
      Evaluation all,
      List<Evaluation> folds,
      Map<String, Evaluation> bySubset,
      Evaluation unpruned,
      Reliability reliability,
      Map<String, Evaluation> measured) {}

  String markdown() {
    var card = new StringBuilder();
    head(card);
    card.append("\n## Data and terms\n");
    data.forEach(line -> card.append("- ").append(line).append('\n'));
    terms.forEach(line -> card.append("- ").append(line).append('\n'));
    card.append("\n## How it was trained\n    ").append(command).append("\n\n").append(training);
    figures(card);
    reliability(card);
    limits(card);
    return card.toString();
  }

  private void head(StringBuilder card) {
    card.append("# Model card: ").append(model.name()).append("\n\n");
    card.append(
        String.format(
            Locale.ROOT,
            "%s of posts in `%s`: %s. Multinomial logistic regression over hashed features (%s),"
                + " trained with Stanford CoreNLP (`LogConditionalObjectiveFunction`,"
                + " `QNMinimizer`) on %s and written as a flat file of %,d bytes with %,d features"
                + " (format in `ModelFile`). Scoring needs neither CoreNLP nor any of the"
                + " resources named below.%n",
            capitalised(model.task().wireName()),
            model.language(),
            String.join(", ", model.task().classes()),
            model.options().format(),
            date,
            bytes,
            model.weights().size()));
    card.append("\n## Use\nFor counting over many posts. Not for judging a single post or a person")
        .append(": two people agree on a post's sentiment in about 87 % of cases.\n")
        .append("Only for language `")
        .append(model.language())
        .append("`.\n");
  }

  private void figures(StringBuilder card) {
    card.append("\n## Measured\nIn percent. Out of fold: each post by a model that saw neither it")
        .append(" nor a near copy; tau and temperature were chosen on these.\n\n")
        .append("| rows | posts | macro-recall | macro-F1 | accuracy | recall ")
        .append(String.join(" / ", model.task().classes()))
        .append(" | F1 by class |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    line(card, "out of fold", report.all());
    line(card, "the same before pruning and rounding", report.unpruned());
    report.bySubset().forEach((name, evaluation) -> line(card, name, evaluation));
    report.measured().forEach((name, evaluation) -> line(card, name, evaluation));
    card.append(
        String.format(
            Locale.ROOT,
            "%nOver %d folds: macro-recall %s, macro-F1 %s (mean ± standard deviation).%n",
            report.folds().size(),
            Spread.of(report.folds(), Evaluation::macroRecall),
            Spread.of(report.folds(), Evaluation::macroF1)));
  }

  private static void line(StringBuilder card, String name, Evaluation evaluation) {
    card.append(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %.2f | %.2f | %.2f | %s | %s |%n",
            name,
            evaluation.posts(),
            100 * evaluation.macroRecall(),
            100 * evaluation.macroF1(),
            100 * evaluation.accuracy(),
            Evaluation.percents(evaluation.recalls()),
            Evaluation.percents(evaluation.f1s())));
  }

  private void reliability(StringBuilder card) {
    card.append(
        String.format(
            Locale.ROOT,
            "%n## Calibration%nTemperature %.3f; tau %.2f is in the biases. Expected calibration"
                + " error out of fold, ten bins: %.2f %%.%n%n| stated | posts | mean stated | right"
                + " |%n| --- | --- | --- | --- |%n",
            model.temperature(),
            model.tau(),
            100 * report.reliability().ece()));
    for (var bin : report.reliability().bins()) {
      card.append(
          String.format(
              Locale.ROOT,
              "| %.0f to %.0f %% | %,d | %.1f | %.1f |%n",
              100 * bin.from(),
              100 * bin.from() + 10,
              bin.posts(),
              100 * bin.stated(),
              100 * bin.right()));
    }
  }

  private void limits(StringBuilder card) {
    card.append("\n## Limits\n")
        .append("- Read word by word: irony and comparisons are mostly missed.\n")
        .append("- About the whole post, not about a brand named in it.\n")
        .append("- Words that came up after its data were written are known only through the")
        .append(" resources, if at all.\n")
        .append("- Dialects and communities that use strong words kindly are read as more negative")
        .append(" than they are.\n");
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
