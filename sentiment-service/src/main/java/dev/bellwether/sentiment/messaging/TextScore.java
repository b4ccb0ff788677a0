package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.WordContribution;
import java.util.List;

/** What the models say of a text; each as in {@code ScoredMention}. */
record TextScore(
    SentimentLabel label,
    Probabilities probabilities,
    String model,
    Double confidence,
    Emotion emotion,
    Boolean irony,
    Boolean offensive,
    List<WordContribution> words) {}
