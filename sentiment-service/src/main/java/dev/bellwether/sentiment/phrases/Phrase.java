package dev.bellwether.sentiment.phrases;

import java.util.List;

/**
 * A stretch of a text and how it feels, with the two stretches it is made of.
 *
 * @param text as it was sent
 * @param start of the stretch in the text, in UTF-16 units
 * @param end where the stretch ends, excluded
 * @param label the likeliest class
 * @param score mean of the classes, from −1 (very negative) to 1 (very positive)
 * @param phrases its two parts in the order of the text; none for a word, and where the tree was
 *     cut
 */
public record Phrase(
    String text,
    int start,
    int end,
    Feeling label,
    double score,
    FeelingProbabilities probabilities,
    List<Phrase> phrases) {

  public Phrase {
    phrases = List.copyOf(phrases);
  }
}
