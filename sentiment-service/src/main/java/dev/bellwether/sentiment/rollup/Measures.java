package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.Emotion;

/**
 * What mentions add up to. As a difference it may hold negative numbers.
 *
 * @param mentions how many
 * @param spam how many of them look like spam
 * @param interactions their likes, reposts and replies together
 * @param anger how many show it most, as the next three
 * @param ironic how many look ironic
 * @param offensive how many are offensive
 */
public record Measures(
    long mentions,
    long spam,
    long interactions,
    long anger,
    long joy,
    long optimism,
    long sadness,
    long ironic,
    long offensive) {

  public static final Measures NONE = new Measures(0, 0, 0, 0, 0, 0, 0, 0, 0);

  static Measures of(Contribution one) {
    var emotion = one.emotion();
    return new Measures(
        1,
        count(one.spam()),
        one.interactions(),
        count(emotion == Emotion.ANGER),
        count(emotion == Emotion.JOY),
        count(emotion == Emotion.OPTIMISM),
        count(emotion == Emotion.SADNESS),
        count(Boolean.TRUE.equals(one.irony())),
        count(Boolean.TRUE.equals(one.offensive())));
  }

  private static long count(boolean holds) {
    return holds ? 1 : 0;
  }

  /**
   * @throws ArithmeticException when a sum is more than 64 bits hold
   */
  public Measures plus(Measures other) {
    return new Measures(
        Math.addExact(mentions, other.mentions),
        Math.addExact(spam, other.spam),
        Math.addExact(interactions, other.interactions),
        Math.addExact(anger, other.anger),
        Math.addExact(joy, other.joy),
        Math.addExact(optimism, other.optimism),
        Math.addExact(sadness, other.sadness),
        Math.addExact(ironic, other.ironic),
        Math.addExact(offensive, other.offensive));
  }

  Measures negated() {
    return new Measures(
        -mentions, -spam, -interactions, -anger, -joy, -optimism, -sadness, -ironic, -offensive);
  }

  boolean isNone() {
    return equals(NONE);
  }
}
