package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureHash;
import dev.bellwether.sentiment.features.Template;
import dev.bellwether.sentiment.text.TokenHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In how many posts, per training set of the same size, a feature is to be expected: as often as in
 * training; a word that only resources know, the more rarely the further down it stands there; a
 * word negated, in a tenth of its posts.
 */
final class Expected {

  private static final double UNSEEN = 0.5;
  private static final double HALVED_AT_RANK = 20_000;
  private static final double NEGATED = 0.1;

  private final Map<Integer, Double> posts = new HashMap<>();

  Expected(List<Example> examples, VectorSpace space) {
    for (var example : examples) {
      for (int feature : example.features()) {
        posts.merge(feature, 1.0, Double::sum);
      }
    }
    space.ranks().forEach(this::guess);
  }

  private void guess(String word, int rank) {
    long hash = TokenHash.of(word);
    double guess = UNSEEN / (1 + rank / HALVED_AT_RANK);
    double plain = posts.merge(FeatureHash.of(Template.WORD, hash), guess, Math::max);
    posts.merge(FeatureHash.of(Template.NEGATED_WORD, hash), NEGATED * plain, Math::max);
  }

  /** Above 0. */
  double of(int feature) {
    return posts.getOrDefault(feature, NEGATED * UNSEEN);
  }
}
