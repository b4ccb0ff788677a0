package dev.bellwether.sentiment.training;

import edu.stanford.nlp.optimization.DiffFunction;

/**
 * An objective in other units, so that L-BFGS takes fewer steps: x = scale · u. Its optimum is the
 * same.
 */
record Preconditioned(DiffFunction objective, double[] scales) implements DiffFunction {

  @Override
  public double valueAt(double[] scaled) {
    return objective.valueAt(unscaled(scaled));
  }

  @Override
  public double[] derivativeAt(double[] scaled) {
    var derivative = objective.derivativeAt(unscaled(scaled)).clone();
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] *= scales[i];
    }
    return derivative;
  }

  @Override
  public int domainDimension() {
    return objective.domainDimension();
  }

  /** From u to x. */
  double[] unscaled(double[] scaled) {
    var plain = scaled.clone();
    for (int i = 0; i < plain.length; i++) {
      plain[i] *= scales[i];
    }
    return plain;
  }
}
