package dev.bellwether.sentiment.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A word's vector has a 1 for each run of letters in it, its borders included, that at least two
 * words of the training posts share.
 */
final class LetterVectors implements WordVectors {

  private static final int LEAST_WORDS = 2;

  private final int from;
  private final int to;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * @param from shortest run
   * @param to longest run
   */
  LetterVectors(int from, int to, Set<String> vocabulary) {
    this.from = from;
    this.to = to;
    Map<String, Integer> words = new HashMap<>();
    vocabulary.forEach(word -> runs(word).forEach(run -> words.merge(run, 1, Integer::sum)));
    words.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_WORDS)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(run -> places.put(run, places.size()));
  }

  @Override
  public int dimensions() {
    return places.size();
  }

  @Override
  public Vector of(String word) {
    var known = runs(word).stream().filter(places::containsKey).mapToInt(places::get).toArray();
    var ones = new float[known.length];
    java.util.Arrays.fill(ones, 1);
    return known.length == 0 ? null : new Vector(known, ones);
  }

  @Override
  public Set<String> words() {
    return Set.of();
  }

  private Set<String> runs(String word) {
    var bordered = "^" + word + "$";
    var runs = new HashSet<String>();
    for (int length = from; length <= to; length++) {
      for (int start = 0; start + length <= bordered.length(); start++) {
        runs.add(bordered.substring(start, start + length));
      }
    }
    return runs;
  }
}
