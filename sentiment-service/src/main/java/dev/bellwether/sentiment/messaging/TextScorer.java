package dev.bellwether.sentiment.messaging;

/** The models, as far as the stream cares. Safe for many threads at once. */
@FunctionalInterface
interface TextScorer {

  /**
   * Scores any text.
   *
   * @param language ISO 639-1, {@code und}, or null for not known
   */
  TextScore score(String text, String language);
}
