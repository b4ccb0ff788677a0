package dev.bellwether.campaign.mmm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What would be without media: a level that wanders (a random walk between knots, flat beyond the
 * last), the season of the year (Fourier terms) and controls, standardised on the training part.
 */
final class Baseline {

  /** What a column's coefficient shares its prior's width with. */
  enum Kind {
    LEVEL,
    TREND,
    SEASON,
    CONTROL
  }

  static final int KNOT_PERIODS = 13;
  private static final int HARMONICS = 3;
  private static final double YEAR = 365.25;

  private final List<Kind> kinds = new ArrayList<>();

  /** {@code [column][geo][time]}. */
  private final List<double[][]> columns = new ArrayList<>();

  private final int geos;

  /** From here on the level is not known to have wandered. */
  private int lastKnot;

  Baseline(MediaData data, int train) {
    geos = data.geos().size();
    int times = data.times().size();
    double[] ones = new double[times];
    Arrays.fill(ones, 1);
    add(Kind.LEVEL, ones);
    for (int knot = 0; knot + KNOT_PERIODS <= train - 1; knot += KNOT_PERIODS) {
      double[] step = new double[times];
      for (int t = 0; t < times; t++) {
        step[t] = Math.clamp((double) (t - knot) / KNOT_PERIODS, 0, 1);
      }
      add(Kind.TREND, step);
      lastKnot = knot + KNOT_PERIODS;
    }
    for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
      add(Kind.SEASON, wave(data.times(), harmonic, 0));
      add(Kind.SEASON, wave(data.times(), harmonic, Math.PI / 2));
    }
    for (MediaData.Control control : data.controls()) {
      kinds.add(Kind.CONTROL);
      columns.add(standardised(control.values(), train));
    }
  }

  int lastKnot() {
    return lastKnot;
  }

  int size() {
    return columns.size();
  }

  Kind kind(int column) {
    return kinds.get(column);
  }

  double[][] column(int column) {
    return columns.get(column);
  }

  private void add(Kind kind, double[] everywhere) {
    double[][] column = new double[geos][];
    Arrays.fill(column, everywhere);
    kinds.add(kind);
    columns.add(column);
  }

  static double[] wave(List<LocalDate> times, int harmonic, double phase) {
    return times.stream()
        .mapToDouble(day -> Math.sin(2 * Math.PI * harmonic * day.toEpochDay() / YEAR + phase))
        .toArray();
  }

  /** Mean 0 and deviation 1 over the training part; zeros where it never varies there. */
  static double[][] standardised(double[][] values, int train) {
    double sum = 0;
    double squares = 0;
    int count = values.length * train;
    for (double[] row : values) {
      for (int t = 0; t < train; t++) {
        sum += row[t];
      }
    }
    double mean = sum / count;
    for (double[] row : values) {
      for (int t = 0; t < train; t++) {
        squares += (row[t] - mean) * (row[t] - mean);
      }
    }
    double deviation = Math.sqrt(squares / count);
    double[][] scaled = new double[values.length][];
    for (int g = 0; g < values.length; g++) {
      scaled[g] = new double[values[g].length];
      for (int t = 0; t < values[g].length && deviation > 0; t++) {
        scaled[g][t] = (values[g][t] - mean) / deviation;
      }
    }
    return scaled;
  }
}
