package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.sentiment.SentimentLabel;

/**
 * A label from evidence, by a softmax over three pseudo-logits: the evidence for positive, its
 * opposite for negative, the threshold for neutral.
 *
 * @param confidence the label's share, from 1/3 to 1
 */
record Verdict(SentimentLabel label, double confidence) {

  /** Evidence beyond this changes nothing, and a sum of many words stays finite. */
  private static final double MOST = 20;

  static Verdict of(double evidence, double threshold) {
    double bounded = Math.clamp(evidence, -MOST, MOST);
    double negative = Math.exp(-bounded);
    double neutral = Math.exp(threshold);
    double positive = Math.exp(bounded);
    double sum = negative + neutral + positive;
    if (bounded > threshold) {
      return new Verdict(SentimentLabel.POSITIVE, positive / sum);
    }
    return bounded < -threshold
        ? new Verdict(SentimentLabel.NEGATIVE, negative / sum)
        : new Verdict(SentimentLabel.NEUTRAL, neutral / sum);
  }
}
