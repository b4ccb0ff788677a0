package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.Folding;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a model looks at beside words, signs, hashtags and lexicons. Part of the model file.
 *
 * @param folding spellings that are not told apart
 * @param negation whose negators turn words round, ISO 639-1; empty for none
 * @param pairs whether neighbours make features
 * @param style whether the way of writing makes features
 * @param lettersFrom shortest run of a word's letters that makes a feature; 0 for none
 * @param lettersTo longest run, at most {@link #LONGEST_LETTERS}
 */
public record FeatureOptions(
    Set<Folding> folding,
    String negation,
    boolean pairs,
    boolean style,
    int lettersFrom,
    int lettersTo) {

  /** Runs of letters are never longer. */
  public static final int LONGEST_LETTERS = 8;

  public FeatureOptions {
    folding = Set.copyOf(folding);
    negation = negation.toLowerCase(Locale.ROOT);
    boolean none = lettersFrom == 0 && lettersTo == 0;
    if (!none && (lettersFrom < 1 || lettersTo < lettersFrom || lettersTo > LONGEST_LETTERS)) {
      throw new IllegalArgumentException(
          "letters must be FROM-TO, from 1 to " + LONGEST_LETTERS + ", for example 3-5");
    }
  }

  /** Those of English posts. */
  public static FeatureOptions english() {
    return new FeatureOptions(Set.of(), "en", true, true, 0, 0);
  }

  /**
   * From {@code folding=accents+arabic;letters=3-5;negation=en;pairs=yes;style=yes}; what is not
   * named is none.
   *
   * @throws IllegalArgumentException naming what is not understood
   */
  public static FeatureOptions parse(String text) {
    var given = new TreeMap<String, String>();
    for (var part : text.isEmpty() ? new String[0] : text.split(";")) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("features option without '=': " + part);
      }
      given.put(part.substring(0, equals), part.substring(equals + 1));
    }
    var letters = numbers(given.getOrDefault("letters", "0-0"));
    var options =
        new FeatureOptions(
            Folding.parse(given.getOrDefault("folding", "")),
            given.getOrDefault("negation", ""),
            yes(given, "pairs"),
            yes(given, "style"),
            letters[0],
            letters[1]);
    Set.of("folding", "negation", "pairs", "style", "letters").forEach(given::remove);
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("no features option is called " + given.firstKey());
    }
    return options;
  }

  /** The inverse of {@link #parse}. */
  public String format() {
    return "folding="
        + Folding.join(folding)
        + ";letters="
        + lettersFrom
        + "-"
        + lettersTo
        + ";negation="
        + negation
        + ";pairs="
        + (pairs ? "yes" : "no")
        + ";style="
        + (style ? "yes" : "no");
  }

  /** Whether both see the same tokens, negated alike, so that one pass can serve both. */
  public boolean sameTokens(FeatureOptions other) {
    return folding.equals(other.folding) && negation.equals(other.negation);
  }

  /** Everything that either looks at. */
  public FeatureOptions union(FeatureOptions other) {
    boolean mine = lettersFrom > 0;
    boolean both = mine && other.lettersFrom > 0;
    return new FeatureOptions(
        folding,
        negation,
        pairs || other.pairs,
        style || other.style,
        both ? Math.min(lettersFrom, other.lettersFrom) : mine ? lettersFrom : other.lettersFrom,
        Math.max(lettersTo, other.lettersTo));
  }

  private static boolean yes(Map<String, String> given, String name) {
    var value = given.getOrDefault(name, "no");
    if (!value.equals("yes") && !value.equals("no")) {
      throw new IllegalArgumentException("features option " + name + " must be yes or no");
    }
    return value.equals("yes");
  }

  private static int[] numbers(String range) {
    if (!range.matches("\\d-\\d")) {
      throw new IllegalArgumentException("features option letters must be FROM-TO, not " + range);
    }
    return new int[] {range.charAt(0) - '0', range.charAt(2) - '0'};
  }
}
