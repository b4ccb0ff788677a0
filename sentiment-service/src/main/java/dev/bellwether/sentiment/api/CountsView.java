package dev.bellwether.sentiment.api;

import dev.bellwether.sentiment.rollup.SentimentCounts;

/**
 * Mentions by label.
 *
 * @param unknown no model speaks their language
 * @param mentions all of them
 * @param netSentiment 100·(positive − negative)/(positive + negative), from −100 to 100; 0 when
 *     both are 0 (Talkwalker's definition)
 */
public record CountsView(
    long negative, long neutral, long positive, long unknown, long mentions, double netSentiment) {

  static CountsView of(SentimentCounts counts) {
    return new CountsView(
        counts.negative(),
        counts.neutral(),
        counts.positive(),
        counts.unknown(),
        counts.mentions(),
        counts.netSentiment());
  }
}
