package dev.bellwether.sentiment.model;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Lexicon;
import java.util.List;
import java.util.Locale;

/**
 * A linear model of three classes as flat arrays: multinomial logistic regression over hashed
 * features. The prior correction is already in the bias's weights, so the label is always the class
 * with the highest probability shown.
 */
public final class FlatModel {

  /** The classes, in the order of the weights. */
  public static final List<SentimentLabel> CLASSES =
      List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);

  static final int WIDTH = CLASSES.size();

  private final String name;
  private final String language;
  private final double tau;
  private final Lexicon lexicon;
  private final WeightTable weights;
  private final FeatureExtractor extractor;

  /**
   * @param name the model and its version, as in {@code ScoredMention.model}
   * @param language ISO 639-1, the only language it speaks
   * @param tau strength of the prior correction that went into the bias, 0 for none
   */
  public FlatModel(String name, String language, double tau, Lexicon lexicon, WeightTable weights) {
    this.name = name;
    this.language = language.toLowerCase(Locale.ROOT);
    this.tau = tau;
    this.lexicon = lexicon;
    this.weights = weights;
    this.extractor = new FeatureExtractor(lexicon);
  }

  public String name() {
    return name;
  }

  public String language() {
    return language;
  }

  public double tau() {
    return tau;
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  public WeightTable weights() {
    return weights;
  }

  /** What this model looks at in a text. */
  public FeatureExtractor extractor() {
    return extractor;
  }

  /**
   * Scores any text: time linear in its length, of which it reads at most {@code
   * PostTokenizer.MAX_CHARACTERS}.
   */
  public Score score(String text) {
    var logits = new double[WIDTH];
    extractor.extract(text).forEach((feature, value) -> weights.addTo(logits, feature, value));
    return softmax(logits);
  }

  private Score softmax(double[] logits) {
    double highest = Math.max(logits[0], Math.max(logits[1], logits[2]));
    double negative = Math.exp(logits[0] - highest);
    double neutral = Math.exp(logits[1] - highest);
    double positive = Math.exp(logits[2] - highest);
    double sum = negative + neutral + positive;
    return Score.of(name, negative / sum, neutral / sum, positive / sum);
  }
}
