package dev.bellwether.ingest.query;

import dev.bellwether.ingest.query.Prefilter.AllOf;
import dev.bellwether.ingest.query.Prefilter.AnyOf;
import dev.bellwether.ingest.query.Prefilter.HasKind;
import dev.bellwether.ingest.query.Prefilter.HasLanguage;
import dev.bellwether.ingest.query.Prefilter.HasPlatform;
import dev.bellwether.ingest.query.Prefilter.HasPrefix;
import dev.bellwether.ingest.query.Prefilter.HasTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Conditions of which every match of a query satisfies at least one.
 *
 * @param keys terms, prefixes, languages, platforms and kinds; empty where nothing of that sort is
 *     certain
 * @param frequency how many of a million posts are guessed to satisfy one
 */
record Anchor(List<Prefilter> keys, double frequency) {

  private static final double EVERY = 1_000_000;
  private static final Anchor NONE = new Anchor(List.of(), EVERY * 1_000);

  /** Guessed occurrences in a million posts of a word with so many letters. */
  private static final double[] BY_LENGTH = {
    EVERY, 100_000, 50_000, 12_000, 6_000, 3_000, 2_000, 1_200, 800, 600, 400
  };

  /** In so many more posts than their length tells. */
  private static final double COMMON = 20;

  private static final Set<String> COMMON_WORDS =
      Set.of(
          ("about after again also always because been before being best better could does dont down even ever every"
                  + " first from going good great have here http https into just know last like little look love made"
                  + " make more most much need never news only other over people please really right should some still"
                  + " than thank thanks that their them then there these they thing think this those time today very"
                  + " want week well were what when where which while will with work would year your")
              .split(" "));

  /** What of the filter is likely the rarest. */
  static Anchor of(Prefilter filter) {
    return switch (filter) {
      case HasTerm(String term) -> new Anchor(List.of(filter), frequency(term));
      case HasPrefix(String prefix) -> new Anchor(List.of(filter), 4 * frequency(prefix));
      case HasLanguage language -> new Anchor(List.of(language), EVERY / 3);
      case HasKind kind -> new Anchor(List.of(kind), EVERY / 2);
      case HasPlatform platform -> new Anchor(List.of(platform), EVERY / 2);
      case AllOf(List<Prefilter> parts) ->
          parts.stream()
              .map(Anchor::of)
              .min(Comparator.comparingDouble(Anchor::frequency))
              .orElse(NONE);
      case AnyOf(List<Prefilter> parts) -> union(parts);
      default -> NONE;
    };
  }

  private static Anchor union(List<Prefilter> parts) {
    List<Prefilter> keys = new ArrayList<>();
    double frequency = 0;
    for (Prefilter part : parts) {
      Anchor anchor = of(part);
      if (anchor.keys().isEmpty()) {
        return NONE;
      }
      keys.addAll(anchor.keys());
      frequency += anchor.frequency();
    }
    return new Anchor(keys, frequency);
  }

  private static double frequency(String word) {
    double guess = BY_LENGTH[Math.min(word.length(), BY_LENGTH.length - 1)];
    if (word.codePointAt(0) >= 0x2000) {
      // One character of these scripts, or an emoji, tells as much as a syllable or a word
      return guess / 20;
    }
    return COMMON_WORDS.contains(word) ? guess * COMMON : guess;
  }
}
