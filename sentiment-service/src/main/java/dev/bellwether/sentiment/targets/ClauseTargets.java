package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tells what a text feels about each brand and product that it names: finds the names, cuts the
 * text into clauses, and adds up for each name what the model hears in the words of its clauses and
 * what rules say of comparisons, switches and wishes. After the clause-level, lexicon-based line of
 * Hu and Liu (KDD 2004), Ding, Liu and Yu (WSDM 2008) and, for comparisons, Ganapathibhotla and Liu
 * (COLING 2008). For many threads.
 */
public final class ClauseTargets implements TargetScorer {

  /** What is kept ready of names for mentions to come, over all sets of monitors. */
  private static final long MAX_BYTES = 20_000_000;

  private final Function<String, Optional<ClauseScorer>> scorers;
  private final Weights weights;
  private final NameIndexes indexes = new NameIndexes(MAX_BYTES);
  private final CueTables cues = new CueTables();

  /**
   * @param scorers from a language (ISO 639-1) to its model, empty where none speaks it
   */
  public ClauseTargets(Function<String, Optional<ClauseScorer>> scorers) {
    this(scorers, Weights.CHOSEN);
  }

  ClauseTargets(Function<String, Optional<ClauseScorer>> scorers, Weights weights) {
    this.scorers = scorers;
    this.weights = weights;
  }

  /** Time grows with the text, of which the first 10,000 characters are read. */
  @Override
  public List<TargetSentiment> score(String text, String language, List<Monitor> monitors) {
    return score(text, language, monitors, indexes::of);
  }

  @Override
  public List<TargetSentiment> scoreOnce(String text, String language, List<Monitor> monitors) {
    return score(text, language, monitors, NameIndex::of);
  }

  private List<TargetSentiment> score(
      String text,
      String language,
      List<Monitor> monitors,
      Function<List<Monitor>, NameIndex> indexed) {
    if (language == null || monitors.isEmpty()) {
      return List.of();
    }
    var index = indexed.apply(monitors);
    if (index.size() == 0) {
      return List.of();
    }
    var pieces = PieceCutter.cut(text);
    var namings = index.find(pieces);
    if (namings.isEmpty()) {
      return List.of();
    }
    return scorers
        .apply(language)
        .map(scorer -> judged(text, language, scorer, index, pieces, namings))
        .orElse(List.of());
  }

  private List<TargetSentiment> judged(
      String text,
      String language,
      ClauseScorer scorer,
      NameIndex index,
      Pieces pieces,
      List<Naming> namings) {
    var post = Post.of(pieces, namings, cues.of(language), scorer.contributions(text));
    var sums = new Evidence(post, Clauses.of(post), weights).sum();
    // in the order of the targets' numbers
    var evidence = new TreeMap<Integer, Double>();
    for (int n = 0; n < sums.length; n++) {
      for (int target : namings.get(n).targets()) {
        evidence.merge(target, sums[n], Double::sum);
      }
    }
    var answers = new ArrayList<TargetSentiment>(evidence.size());
    evidence.forEach(
        (number, sum) -> {
          var verdict = Verdict.of(sum, weights.threshold());
          var target = index.target(number);
          answers.add(
              new TargetSentiment(
                  target.name(), verdict.label(), verdict.confidence(), target.monitors()));
        });
    return List.copyOf(answers);
  }
}
