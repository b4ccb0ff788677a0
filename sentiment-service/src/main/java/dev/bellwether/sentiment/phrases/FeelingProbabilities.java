package dev.bellwether.sentiment.phrases;

/** How likely each of the five classes is; each from 0 to 1, together 1. */
public record FeelingProbabilities(
    double veryNegative, double negative, double neutral, double positive, double veryPositive) {

  /** Of two classes that are as likely, the milder; of two that are as mild, the worse. */
  Feeling likeliest() {
    var best = Feeling.NEUTRAL;
    for (var feeling :
        new Feeling[] {
          Feeling.NEGATIVE, Feeling.POSITIVE, Feeling.VERY_NEGATIVE, Feeling.VERY_POSITIVE
        }) {
      if (of(feeling) > of(best)) {
        best = feeling;
      }
    }
    return best;
  }

  double of(Feeling feeling) {
    return switch (feeling) {
      case VERY_NEGATIVE -> veryNegative;
      case NEGATIVE -> negative;
      case NEUTRAL -> neutral;
      case POSITIVE -> positive;
      case VERY_POSITIVE -> veryPositive;
    };
  }

  /** The mean of the classes at −1, −0.5, 0, 0.5 and 1. */
  double mean() {
    return veryPositive - veryNegative + (positive - negative) / 2;
  }
}
