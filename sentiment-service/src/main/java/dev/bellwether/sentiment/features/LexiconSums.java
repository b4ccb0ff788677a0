package dev.bellwether.sentiment.features;

/** What one lexicon column says of one post, added up. Reused. */
final class LexiconSums {

  /** How much a negator turns a score round (VADER). */
  private static final double NEGATOR = -0.74;

  double positive;
  double negative;
  double negatedPositive;
  double negatedNegative;
  double hashtags;
  double highest;
  double lowest;
  double last;
  double total;
  int highestToken;
  int lowestToken;
  int lastToken;
  int scored;

  void clear() {
    positive = 0;
    negative = 0;
    negatedPositive = 0;
    negatedNegative = 0;
    hashtags = 0;
    highest = 0;
    lowest = 0;
    last = 0;
    total = 0;
    scored = 0;
  }

  static double turned(double score, boolean negated) {
    return negated ? score * NEGATOR : score;
  }

  void take(double score, boolean negated, boolean inHashtag, int token) {
    scored++;
    double turned = turned(score, negated);
    total += turned;
    last = turned;
    lastToken = token;
    if (turned > highest) {
      highest = turned;
      highestToken = token;
    }
    if (turned < lowest) {
      lowest = turned;
      lowestToken = token;
    }
    if (inHashtag) {
      hashtags += score;
    }
    if (negated) {
      negatedPositive += Math.max(score, 0);
      negatedNegative += Math.min(score, 0);
    } else {
      positive += Math.max(score, 0);
      negative += Math.min(score, 0);
    }
  }
}
