package dev.bellwether.sentiment.summary;

import dev.bellwether.sentiment.rollup.SentimentCounts;

/**
 * What is counted of some mentions.
 *
 * @param labels mentions by label
 * @param interactions likes, reposts and replies of these mentions, by their label
 * @param spam how many of the mentions are spam
 * @param ironic how many look ironic
 * @param offensive how many are offensive
 */
public record Figures(
    SentimentCounts labels,
    SentimentCounts interactions,
    Emotions emotions,
    long spam,
    long ironic,
    long offensive) {

  public static final Figures NONE =
      new Figures(SentimentCounts.NONE, SentimentCounts.NONE, Emotions.NONE, 0, 0, 0);

  public Figures plus(Figures other) {
    return new Figures(
        labels.plus(other.labels),
        interactions.plus(other.interactions),
        emotions.plus(other.emotions),
        spam + other.spam,
        ironic + other.ironic,
        offensive + other.offensive);
  }

  /**
   * Net sentiment in which a mention weighs 1 and 1 more for each interaction, from −100 to 100; 0
   * when no mention is positive or negative.
   */
  public double weightedNetSentiment() {
    return labels.plus(interactions).netSentiment();
  }
}
