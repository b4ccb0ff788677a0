package dev.bellwether.sentiment.training;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure's mean and standard deviation over folds, in percent. */
record Spread(double mean, double deviation) {

  static Spread of(List<Evaluation> folds, ToDoubleFunction<Evaluation> figure) {
    var values = folds.stream().mapToDouble(figure).toArray();
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    return new Spread(100 * mean, 100 * deviation);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f ± %.2f", mean, deviation);
  }
}
