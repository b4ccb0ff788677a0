package dev.bellwether.sentiment.training;

import java.util.Locale;
import java.util.Set;

/**
 * Which sources forbid training on their posts. X's developer terms do. Public research sets name
 * no source and are not meant: their own terms stand in the model card.
 */
final class SourceRule {

  /** Told to the user with the number of rows left out. */
  static final String REASON =
      "X (Twitter) forbids training models on posts collected from it, so they are left out";

  private static final Set<String> FORBIDDEN = Set.of("x", "twitter");

  private SourceRule() {}

  /**
   * Whether rows of a source may not be trained on.
   *
   * @param source a platform ({@code x}) or a mention's id ({@code x:123})
   */
  static boolean forbids(String source) {
    var name = source.strip().toLowerCase(Locale.ROOT);
    int colon = name.indexOf(':');
    return FORBIDDEN.contains(colon < 0 ? name : name.substring(0, colon));
  }
}
