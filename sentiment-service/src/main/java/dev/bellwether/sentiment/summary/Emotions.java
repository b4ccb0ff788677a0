package dev.bellwether.sentiment.summary;

/** Mentions by the emotion they show most; those that show none of these are in no number. */
public record Emotions(long anger, long joy, long optimism, long sadness) {

  public static final Emotions NONE = new Emotions(0, 0, 0, 0);

  Emotions plus(Emotions other) {
    return new Emotions(
        anger + other.anger, joy + other.joy, optimism + other.optimism, sadness + other.sadness);
  }
}
