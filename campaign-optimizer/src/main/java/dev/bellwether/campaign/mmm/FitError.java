package dev.bellwether.campaign.mmm;

/**
 * How far predictions are off.
 *
 * @param nrmse root of the mean squared error in units of the actual values' range, as Robyn has it
 * @param mape mean absolute error as a share of the actual value, over those above zero
 * @param r2 share of the actual values' variance that is explained; below 0 is worse than their
 *     mean
 */
public record FitError(double nrmse, double mape, double r2) {

  /** Of one or more values; NaN where the actual ones never vary. */
  public static FitError of(double[] actual, double[] predicted) {
    double mean = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : actual) {
      mean += value / actual.length;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double squares = 0;
    double spread = 0;
    double shares = 0;
    int counted = 0;
    for (int i = 0; i < actual.length; i++) {
      double miss = actual[i] - predicted[i];
      squares += miss * miss;
      spread += (actual[i] - mean) * (actual[i] - mean);
      if (actual[i] > 0) {
        shares += Math.abs(miss) / actual[i];
        counted++;
      }
    }
    boolean varies = most > least;
    return new FitError(
        varies ? Math.sqrt(squares / actual.length) / (most - least) : Double.NaN,
        counted == 0 ? Double.NaN : shares / counted,
        varies ? 1 - squares / spread : Double.NaN);
  }
}
