package dev.bellwether.sentiment.scoring;

import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.sentiment.model.Explanation;
import dev.bellwether.sentiment.text.Token;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** The words of a post that made its label, for people to read. */
final class StrongestWords {

  /** In logits. What adds less would not be missed. */
  private static final double LEAST = 0.1;

  private static final Comparator<WordContribution> STRONGEST_FIRST =
      Comparator.comparingDouble((WordContribution word) -> -Math.abs(word.contribution()))
          .thenComparing(WordContribution::word);

  private StrongestWords() {}

  /**
   * At most {@link ScoredMention#MAX_WORDS}, each once and as the post has it; accounts and links
   * have no name here.
   */
  static List<WordContribution> of(Explanation explanation, String text) {
    int label = explanation.prediction().best();
    var sums = new LinkedHashMap<String, Double>();
    for (var word : explanation.words()) {
      sums.merge(written(word.token(), text), word.contribution(label), Double::sum);
    }
    return sums.entrySet().stream()
        .map(word -> new WordContribution(word.getKey(), word.getValue()))
        .filter(word -> Math.abs(word.contribution()) >= LEAST)
        .sorted(STRONGEST_FIRST)
        .limit(ScoredMention.MAX_WORDS)
        .toList();
  }

  private static String written(Token token, String text) {
    return switch (token.kind()) {
      case USER, URL -> token.text();
      default -> text.substring(token.start(), token.end());
    };
  }
}
