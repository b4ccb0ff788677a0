package dev.bellwether.sentiment.targets;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that may stand between the names of a list, in the languages that are scored. */
final class Glue {

  private static final Set<Long> JOINING =
      hashes("and", "or", "nor", "und", "oder", "et", "ou", "e", "o", "y", "و", "और", "या", "vs");
  private static final Set<Long> FILLING =
      hashes(
          "the", "a", "an", "my", "our", "der", "die", "das", "le", "la", "les", "el", "los", "las",
          "il", "lo", "i", "gli", "os", "as", "der", "mein", "mon", "mi");

  private Glue() {}

  static boolean joins(long hash) {
    return JOINING.contains(hash);
  }

  static boolean fills(long hash) {
    return FILLING.contains(hash);
  }

  private static Set<Long> hashes(String... words) {
    return Stream.of(words).map(PieceCutter::hashOf).collect(Collectors.toUnmodifiableSet());
  }
}
