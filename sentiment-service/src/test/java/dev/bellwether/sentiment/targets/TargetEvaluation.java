package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.scoring.ModelContributions;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures the feeling towards targets on a file of labelled posts, beside the whole post's label
 * for each of its targets. A program: {@code TargetEvaluation develop.jsonl}.
 */
final class TargetEvaluation {

  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?iu)[\\p{L}&&[^a-z]]|\\b(merci|gracias|obrigad[oa]|danke|grazie|che|que|muy|mais|aber"
              + "|und|c'est|sehr|gut|molto|bonjour|hola|ciao|oui|nein|nunca|mejor|schifo)\\b");

  private final SentimentScorer model;
  private final ClauseTargets targets;

  TargetEvaluation(SentimentScorer model) {
    this.model = model;
    this.targets = new ClauseTargets(language -> ModelContributions.of(model, language));
  }

  /**
   * @param files names in the test resources' folder {@code targets}
   */
  public static void main(String[] files) {
    var evaluation = new TargetEvaluation(new SentimentScorer(CommittedModel.all()));
    for (var file : files) {
      var posts = LabelledTargets.read(file);
      System.out.println(file + ", model " + evaluation.model.score("", "en").model());
      subsets()
          .forEach(
              (name, subset) -> {
                var chosen = posts.stream().filter(subset).toList();
                System.out.println("  " + name);
                System.out.println("    whole post " + evaluation.wholePost(chosen));
                System.out.println("    by clause  " + evaluation.byClause(chosen));
              });
    }
  }

  TargetScores byClause(List<LabelledTargets> posts) {
    return TargetScores.of(posts, this::clauses);
  }

  /** The baseline: what the whole post feels, for each of its targets. */
  TargetScores wholePost(List<LabelledTargets> posts) {
    return TargetScores.of(
        posts,
        post ->
            post.labels().keySet().stream()
                .collect(
                    Collectors.toMap(
                        name -> name, name -> model.score(post.text(), "en").label())));
  }

  private Map<String, SentimentLabel> clauses(LabelledTargets post) {
    return targets
        .score(post.text(), "en", List.of(Monitors.of(post.id(), 1, post.targets())))
        .stream()
        .collect(Collectors.toMap(TargetSentiment::name, TargetSentiment::label));
  }

  private static Map<String, Predicate<LabelledTargets>> subsets() {
    var subsets = new LinkedHashMap<String, Predicate<LabelledTargets>>();
    subsets.put("all", post -> true);
    subsets.put("one target", post -> post.labels().size() == 1);
    subsets.put("two targets", post -> post.labels().size() == 2);
    subsets.put("more targets", post -> post.labels().size() > 2);
    subsets.put("labels differ", LabelledTargets::labelsDiffer);
    subsets.put(
        "several targets, one label", post -> post.labels().size() > 1 && !post.labelsDiffer());
    subsets.put("some words of another language", TargetEvaluation::foreign);
    subsets.put("English only", Predicate.not(TargetEvaluation::foreign));
    return subsets;
  }

  private static boolean foreign(LabelledTargets post) {
    return FOREIGN.matcher(post.text()).find();
  }
}
