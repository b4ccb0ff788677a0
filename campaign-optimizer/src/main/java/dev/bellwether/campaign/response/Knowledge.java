package dev.bellwether.campaign.response;

import org.hipparchus.special.Gamma;

/**
 * What an ad set's figures taught: for each memory and each curve of the grid, discounted sums of
 * outcomes and exposures, and how well the pair foretold each day's outcome.
 */
final class Knowledge {

  private final Memory memory;

  /** By memory: outcomes over dispersion. */
  private final double[] outcomes;

  /** By memory and node: saturated spend times all that is not the curve. */
  private final double[][] exposures;

  /** By memory and node: discounted logarithm of the predictive likelihood. */
  private final double[][] fits;

  Knowledge(Memory memory) {
    this(
        memory,
        new double[memory.levels().length],
        new double[memory.levels().length][Grid.SIZE],
        new double[memory.levels().length][Grid.SIZE]);
  }

  private Knowledge(Memory memory, double[] outcomes, double[][] exposures, double[][] fits) {
    this.memory = memory;
    this.outcomes = outcomes;
    this.exposures = exposures;
    this.fits = fits;
  }

  int memories() {
    return outcomes.length;
  }

  double outcome(int m) {
    return outcomes[m];
  }

  double exposure(int m, int node) {
    return exposures[m][node];
  }

  double fit(int m, int node) {
    return fits[m][node];
  }

  Knowledge copy() {
    double[][] exposure = new double[exposures.length][];
    double[][] fit = new double[fits.length][];
    for (int m = 0; m < fit.length; m++) {
      exposure[m] = exposures[m].clone();
      fit[m] = fits[m].clone();
    }
    return new Knowledge(memory, outcomes.clone(), exposure, fit);
  }

  void forget(long days) {
    double form = Math.pow(memory.form(), days);
    for (int m = 0; m < fits.length; m++) {
      double level = Math.pow(memory.levels()[m], days);
      outcomes[m] *= level;
      double[] exposure = exposures[m];
      double[] fit = fits[m];
      for (int k = 0; k < fit.length; k++) {
        exposure[k] *= level;
        fit[k] *= form;
      }
    }
  }

  /**
   * @param seen outcome over dispersion
   * @param exposure by node
   * @param scale of the exposure: weekday, completeness, over dispersion
   */
  void learn(double seen, double[] exposure, double scale, Prior prior) {
    double[] news = seen > 0 ? logarithms(exposure, scale, seen) : null;
    for (int m = 0; m < fits.length; m++) {
      double known = prior.shape() + outcomes[m];
      double chances = Gamma.logGamma(known + seen) - Gamma.logGamma(known);
      double[] sums = exposures[m];
      double[] fit = fits[m];
      for (int k = 0; k < fit.length; k++) {
        double before = prior.rate() + sums[k];
        double more = exposure[k] * scale;
        double after = before + more;
        // Logarithms are most of the time that learning takes
        fit[k] += chances + known * Math.log(before / after);
        if (news != null) {
          fit[k] += news[k] - seen * Math.log(after);
        }
        sums[k] += more;
      }
      outcomes[m] += seen;
    }
    share();
  }

  private static double[] logarithms(double[] exposure, double scale, double times) {
    double[] news = new double[exposure.length];
    for (int k = 0; k < news.length; k++) {
      news[k] = times * Math.log(exposure[k] * scale);
    }
    return news;
  }

  /** Of all that was learned, every memory and curve being as likely before. */
  double logLikelihood() {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] fit : fits) {
      for (double value : fit) {
        most = Math.max(most, value);
      }
    }
    double sum = 0;
    for (double[] fit : fits) {
      for (double value : fit) {
        sum += Math.exp(value - most);
      }
    }
    return most + Math.log(sum / (fits.length * Grid.SIZE));
  }

  /** Fixed share (Herbster and Warmuth, Machine Learning 1998) between the memories of a curve. */
  private void share() {
    int count = fits.length;
    if (count == 1) {
      return;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (double[] fit : fits) {
      for (double value : fit) {
        best = Math.max(best, value);
      }
    }
    double[] own = new double[count];
    for (int k = 0; k < Grid.SIZE; k++) {
      double most = fits[0][k];
      for (int m = 1; m < count; m++) {
        most = Math.max(most, fits[m][k]);
      }
      double sum = 0;
      for (int m = 0; m < count; m++) {
        double behind = fits[m][k] - most;
        own[m] = behind == 0 ? 1 : Math.exp(behind);
        sum += own[m];
      }
      double shared = memory.change() * sum / count;
      for (int m = 0; m < count; m++) {
        fits[m][k] = most - best + Math.log((1 - memory.change()) * own[m] + shared);
      }
    }
  }
}
