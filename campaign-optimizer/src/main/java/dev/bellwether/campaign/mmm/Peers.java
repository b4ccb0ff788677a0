package dev.bellwether.campaign.mmm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plain predictions to stand a model beside. All look at the training part only. */
public final class Peers {

  /** Keeps least squares solvable where columns repeat each other. */
  private static final double RIDGE = 1e-6;

  private static final int RECENT = 13;

  private Peers() {}

  /** What was a year before, 52 weeks where periods are weeks; what first was, where none was. */
  public static double[][] seasonalNaive(MediaData data, int train) {
    int year = year(data.times());
    double[][] predicted = new double[data.geos().size()][data.times().size()];
    for (int g = 0; g < predicted.length; g++) {
      for (int t = 0; t < predicted[g].length; t++) {
        int before = t - year;
        while (before >= train) {
          before -= year;
        }
        predicted[g][t] = data.outcome()[g][Math.max(0, before)];
      }
    }
    return predicted;
  }

  /** The mean of the training part's last 13 periods. */
  public static double[][] recentMean(MediaData data, int train) {
    double[][] predicted = new double[data.geos().size()][data.times().size()];
    for (int g = 0; g < predicted.length; g++) {
      double mean =
          Arrays.stream(data.outcome()[g], Math.max(0, train - RECENT), train).average().orElse(0);
      Arrays.fill(predicted[g], mean);
    }
    return predicted;
  }

  /**
   * Least squares a head on amounts as they are, without carry-over or saturation, with a level for
   * each geo, a straight trend, the season and the controls.
   */
  public static double[][] linear(MediaData data, int train) {
    MixProblem problem = MixProblem.of(withoutMedia(data), train);
    double[][][] columns = linearColumns(data, train);
    int size = columns.length;
    double[][] products = new double[size][size];
    double[] moments = new double[size];
    for (int i = 0; i < size; i++) {
      moments[i] = product(columns[i], problem.outcome(), train);
      for (int j = 0; j < size; j++) {
        products[i][j] = product(columns[i], columns[j], train);
      }
    }
    double[] ridge = new double[size];
    Arrays.fill(ridge, RIDGE);
    double[] coefficients = Regression.mean(products, moments, 1, ridge);
    double[][] predicted = new double[problem.geos()][problem.times()];
    for (int i = 0; i < size; i++) {
      for (int g = 0; g < predicted.length; g++) {
        for (int t = 0; t < predicted[g].length; t++) {
          predicted[g][t] += coefficients[i] * columns[i][g][t] * problem.units(g);
        }
      }
    }
    return predicted;
  }

  /** The same data as if no medium had been there. */
  public static MediaData withoutMedia(MediaData data) {
    return new MediaData(
        data.times(),
        data.geos(),
        data.population(),
        data.outcome(),
        data.worth(),
        List.of(),
        data.controls());
  }

  private static double[][][] linearColumns(MediaData data, int train) {
    List<double[][]> columns = new ArrayList<>();
    int geos = data.geos().size();
    int times = data.times().size();
    for (int g = 0; g < geos; g++) {
      double[][] level = new double[geos][times];
      Arrays.fill(level[g], 1);
      columns.add(level);
    }
    double[] trend = new double[times];
    Arrays.setAll(trend, t -> (double) t / train - 0.5);
    columns.add(everywhere(trend, geos));
    for (int harmonic = 1; harmonic <= 3; harmonic++) {
      columns.add(everywhere(Baseline.wave(data.times(), harmonic, 0), geos));
      columns.add(everywhere(Baseline.wave(data.times(), harmonic, Math.PI / 2), geos));
    }
    data.controls().forEach(c -> columns.add(Baseline.standardised(c.values(), train)));
    for (MediaData.Medium medium : data.media()) {
      double[][] aHead = new double[geos][times];
      for (int g = 0; g < geos; g++) {
        for (int t = 0; t < times; t++) {
          aHead[g][t] = medium.amount()[g][t] / data.population()[g];
        }
      }
      columns.add(Baseline.standardised(aHead, train));
    }
    return columns.toArray(double[][][]::new);
  }

  private static double[][] everywhere(double[] row, int geos) {
    double[][] column = new double[geos][];
    Arrays.fill(column, row);
    return column;
  }

  private static double product(double[][] one, double[][] other, int train) {
    double sum = 0;
    for (int g = 0; g < one.length; g++) {
      for (int t = 0; t < train; t++) {
        sum += one[g][t] * other[g][t];
      }
    }
    return sum;
  }

  private static int year(List<LocalDate> times) {
    double step =
        (double) ChronoUnit.DAYS.between(times.getFirst(), times.getLast()) / (times.size() - 1);
    return (int) Math.max(1, Math.round(364.5 / step));
  }
}
