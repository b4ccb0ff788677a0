package dev.bellwether.campaign.mmm;

import java.util.ArrayList;
import java.util.List;

/**
 * Data as the sampler wants it: the outcome a head, in units of its mean over the training part.
 *
 * @param train periods from the first that may be looked at
 * @param unit the outcome a head that is 1 here
 * @param outcome {@code [geo][time]}
 * @param products of the baseline's columns with each other over the training part
 */
record MixProblem(
    MediaData data,
    int train,
    double unit,
    double[][] outcome,
    Baseline baseline,
    double[][] products,
    List<MediaData.Medium> media,
    List<ResponseGrid> grids) {

  static MixProblem of(MediaData data, int train) {
    int geos = data.geos().size();
    double unit = 0;
    for (int g = 0; g < geos; g++) {
      for (int t = 0; t < train; t++) {
        unit += data.outcome()[g][t] / data.population()[g] / train / geos;
      }
    }
    if (!(unit > 0)) {
      throw new IllegalArgumentException(
          "the outcome is 0 throughout: there is nothing to explain");
    }
    double[][] outcome = aHead(data.outcome(), data.population());
    for (double[] row : outcome) {
      for (int t = 0; t < row.length; t++) {
        row[t] /= unit;
      }
    }
    List<MediaData.Medium> media = new ArrayList<>();
    List<ResponseGrid> grids = new ArrayList<>();
    for (MediaData.Medium medium : data.media()) {
      if (hasAny(medium.amount(), train)) {
        media.add(medium);
        grids.add(new ResponseGrid(aHead(medium.amount(), data.population()), train));
      }
    }
    Baseline baseline = new Baseline(data, train);
    return new MixProblem(
        data, train, unit, outcome, baseline, products(baseline, train), media, grids);
  }

  int geos() {
    return outcome.length;
  }

  int times() {
    return outcome[0].length;
  }

  /** The outcome's own units in one unit of here. */
  double units(int geo) {
    return unit * data.population()[geo];
  }

  private static boolean hasAny(double[][] amount, int train) {
    for (double[] row : amount) {
      for (int t = 0; t < train; t++) {
        if (row[t] > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static double[][] aHead(double[][] values, double[] population) {
    double[][] scaled = new double[values.length][];
    for (int g = 0; g < values.length; g++) {
      scaled[g] = new double[values[g].length];
      for (int t = 0; t < values[g].length; t++) {
        scaled[g][t] = values[g][t] / population[g];
      }
    }
    return scaled;
  }

  private static double[][] products(Baseline baseline, int train) {
    int size = baseline.size();
    double[][] products = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double[][] one = baseline.column(i);
        double[][] other = baseline.column(j);
        for (int g = 0; g < one.length; g++) {
          for (int t = 0; t < train; t++) {
            products[i][j] += one[g][t] * other[g][t];
          }
        }
        products[j][i] = products[i][j];
      }
    }
    return products;
  }
}
