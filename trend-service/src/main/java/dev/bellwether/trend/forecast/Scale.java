package dev.bellwether.trend.forecast;

/**
 * The scale on which a series varies evenly: a logarithm of the distance from the lower bound, and
 * a logit where there is an upper one. An offset keeps 0 finite and quiets small counts.
 *
 * @param offset above 0, in the series' unit; a part of the whole width where there is an upper
 *     bound
 */
record Scale(Bounds bounds, double offset) {

  /** Of the mean; measured to hardly matter between 0.05 and 0.5. */
  private static final double PART_OF_MEAN = 0.2;

  private static final double PART_OF_WIDTH = 0.02;

  /** Of the offset. */
  private static final double GRAIN = 0.01;

  static Scale of(Bounds bounds, double[] values) {
    if (Double.isFinite(bounds.high())) {
      return new Scale(bounds, PART_OF_WIDTH);
    }
    double sum = 0;
    int known = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += bounds.clamp(value) - bounds.low();
        known++;
      }
    }
    double offset = PART_OF_MEAN * sum / Math.max(1, known);
    return new Scale(bounds, offset > 0 ? offset : PART_OF_MEAN);
  }

  /** A difference that no longer matters, in the series' unit. */
  double grain() {
    double width = Double.isFinite(bounds.high()) ? bounds.high() - bounds.low() : 1;
    return GRAIN * offset * width;
  }

  double to(double value) {
    double above = bounds.clamp(value) - bounds.low();
    if (Double.isInfinite(bounds.high())) {
      return Math.log(above + offset);
    }
    double part = above / (bounds.high() - bounds.low());
    return Math.log((part + offset) / (1 - part + offset));
  }

  double from(double scaled) {
    double odds = Math.exp(scaled);
    if (Double.isInfinite(bounds.high())) {
      return bounds.clamp(bounds.low() + odds - offset);
    }
    double part = Double.isInfinite(odds) ? 1 : (odds * (1 + offset) - offset) / (1 + odds);
    return bounds.clamp(bounds.low() + part * (bounds.high() - bounds.low()));
  }

  double[] to(double[] values) {
    var scaled = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      scaled[at] = Double.isNaN(values[at]) ? Double.NaN : to(values[at]);
    }
    return scaled;
  }
}
