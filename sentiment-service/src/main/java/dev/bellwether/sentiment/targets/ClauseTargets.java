package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells what a text feels about each brand and product that it names, clause by clause. */
public final class ClauseTargets {

  private final Function<String, Optional<ClauseScorer>> scorers;
  private final Weights weights;
  private final CueTable english = EnglishCues.table();

  public ClauseTargets(Function<String, Optional<ClauseScorer>> scorers) {
    this(scorers, Weights.CHOSEN);
  }

  ClauseTargets(Function<String, Optional<ClauseScorer>> scorers, Weights weights) {
    this.scorers = scorers;
    this.weights = weights;
  }

  public List<TargetSentiment> score(String text, String language, List<Monitor> monitors) {
    var index = NameIndex.of(monitors);
    var pieces = PieceCutter.cut(text);
    var namings = index.find(pieces);
    if (namings.isEmpty()) {
      return List.of();
    }
    var scorer = scorers.apply(language);
    if (scorer.isEmpty()) {
      return List.of();
    }
    var post = Post.of(pieces, namings, english, scorer.get().contributions(text));
    var cut = Clauses.of(post);
    var sums = new Evidence(post, cut, weights).sum();
    var byTarget = new double[index.size()];
    var named = new boolean[index.size()];
    for (int n = 0; n < sums.length; n++) {
      for (int target : namings.get(n).targets()) {
        byTarget[target] += sums[n];
        named[target] = true;
      }
    }
    var answers = new ArrayList<TargetSentiment>();
    for (int t = 0; t < byTarget.length; t++) {
      if (named[t]) {
        var label =
            byTarget[t] > weights.threshold()
                ? SentimentLabel.POSITIVE
                : byTarget[t] < -weights.threshold()
                    ? SentimentLabel.NEGATIVE
                    : SentimentLabel.NEUTRAL;
        answers.add(
            new TargetSentiment(index.target(t).name(), label, byTarget[t], index.target(t).monitors()));
      }
    }
    return answers;
  }
}
