package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Template;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far weights may stray from 0, by group: the standard deviation of the prior (L2). A group is
 * a {@link Template} in lower case, a resource ({@code clusters}, {@code embeddings}), or {@code
 * bias}.
 *
 * @param others for groups not named
 * @param named 0 leaves a group out
 */
record Sigmas(double others, Map<String, Double> named) {

  static final String BIAS = "bias";

  Sigmas {
    named = new TreeMap<>(named);
    if (!(others > 0) || named.values().stream().anyMatch(sigma -> !(sigma >= 0))) {
      throw new IllegalArgumentException("a sigma must be above 0, or 0 to leave a group out");
    }
  }

  double of(String group) {
    return named.getOrDefault(group, others);
  }

  double of(Template template) {
    return of(template.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return named.isEmpty() ? Double.toString(others) : others + ", but " + named;
  }
}
