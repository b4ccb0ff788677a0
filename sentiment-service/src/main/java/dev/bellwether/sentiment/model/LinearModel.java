package dev.bellwether.sentiment.model;

import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicon;
import java.util.List;
import java.util.Locale;

/**
 * A linear model of one task in one language: multinomial logistic regression over hashed features.
 * The class with the highest logit is the answer; probabilities are the softmax of the logits
 * divided by the temperature, so they never change the answer.
 *
 * @param task what it answers
 * @param language ISO 639-1, the only language it speaks
 * @param name the model and its version, as in {@code ScoredMention.model}
 * @param bias a logit a class, in the order of the task's classes; the prior correction is in it
 * @param tau strength of that prior correction, 0 for none; told, not applied again
 * @param temperature above 0; 1 leaves the probabilities as they come (Guo et al., ICML 2017)
 * @param options what it looks at
 * @param lexicon scores of words and signs, part of what it looks at
 * @param weights a feature's weights, in the order of the task's classes
 */
public record LinearModel(
    Task task,
    String language,
    String name,
    List<Double> bias,
    double tau,
    double temperature,
    FeatureOptions options,
    Lexicon lexicon,
    Weights weights) {

  /**
   * @throws IllegalArgumentException when the parts do not fit one another
   */
  public LinearModel {
    language = language.toLowerCase(Locale.ROOT);
    bias = List.copyOf(bias);
    require(!name.isBlank() && !language.isBlank(), "it has no name or language");
    require(bias.size() == task.classes().size(), "it has not one bias a class");
    require(weights.width() == task.classes().size(), "it has not one weight a class");
    require(bias.stream().allMatch(Double::isFinite), "a bias is not a finite number");
    require(Double.isFinite(tau), "tau is not a finite number");
    require(temperature > 0 && Double.isFinite(temperature), "its temperature is not above 0");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
