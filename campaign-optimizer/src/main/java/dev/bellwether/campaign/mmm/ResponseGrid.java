package dev.bellwether.campaign.mmm;

/**
 * The shapes a medium's response may have: geometric carry-over (adstock; Broadbent 1979) followed
 * by Hill saturation (Jin et al., "Bayesian Methods for Media Mix Modeling with Carryover and Shape
 * Effects", 2017). Each node's column has mean 1 over the training part, so that its coefficient is
 * the share of the outcome that the medium brought.
 */
final class ResponseGrid {

  /** Share of a period's effect that is left a period later. */
  private static final double[] CARRY_OVER = {0, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9};

  /** Where half of the most is reached, in units of the mean amount of periods that had any. */
  private static final double[] HALF = {0.25, 0.5, 1, 2, 4, 8};

  private static final double[] SLOPE = {1, 2, 3};

  static final int SIZE = CARRY_OVER.length * HALF.length * SLOPE.length;

  /** What "the next unit of currency" is measured with, a share of the spend. */
  private static final double STEP = 0.01;

  /** So many periods stand for those before the first. */
  private static final int BEFORE = 8;

  private final double[][] amount;
  private final int train;
  private final double usual;
  private final double[][][] columns = new double[SIZE][][];
  private final double[][] squares = new double[SIZE][];
  private final double[] scale = new double[SIZE];
  private final double[][] centres = new double[SIZE][];

  /**
   * @param amount a head, [geo][time], not all zero within the training part
   * @param train how many periods from the first may be looked at
   */
  ResponseGrid(double[][] amount, int train) {
    this.amount = amount;
    this.train = train;
    this.usual = usual();
    for (int node = 0; node < SIZE; node++) {
      double[][] column = responses(node, 1);
      double mean = trainSum(column) / ((double) train * column.length);
      scale[node] = 1 / mean;
      for (double[] row : column) {
        for (int t = 0; t < row.length; t++) {
          row[t] *= scale[node];
        }
      }
      columns[node] = column;
      centres[node] = centre(column);
      squares[node] = squares(column);
    }
  }

  static double carryOver(int node) {
    return CARRY_OVER[node % CARRY_OVER.length];
  }

  static double half(int node) {
    return HALF[node / CARRY_OVER.length % HALF.length];
  }

  static double slope(int node) {
    return SLOPE[node / (CARRY_OVER.length * HALF.length)];
  }

  /**
   * The response [geo][time], of the training part and beyond, less its mean over the training part
   * of each geo: so a medium's effect and the level under it do not trade places.
   */
  double[][] column(int node) {
    return columns[node];
  }

  /** Sum of squares over the training part, by geo. */
  double[] squares(int node) {
    return squares[node];
  }

  /** What {@link #column} was lowered by, by geo. */
  double[] centres(int node) {
    return centres[node];
  }

  /** By how much the response rises for one per cent more all along, as a rate: [geo][time]. */
  double[][] rise(int node) {
    double[][] more = responses(node, 1 + STEP);
    for (int g = 0; g < more.length; g++) {
      for (int t = 0; t < more[g].length; t++) {
        more[g][t] = (more[g][t] * scale[node] - columns[node][g][t] - centres[node][g]) / STEP;
      }
    }
    return more;
  }

  private double usual() {
    double sum = 0;
    int count = 0;
    for (double[] row : amount) {
      for (int t = 0; t < train; t++) {
        if (row[t] > 0) {
          sum += row[t];
          count++;
        }
      }
    }
    return sum / count;
  }

  private double[][] responses(int node, double times) {
    double keep = carryOver(node);
    double half = half(node);
    double slope = slope(node);
    double[][] responses = new double[amount.length][];
    for (int g = 0; g < amount.length; g++) {
      double[] row = new double[amount[g].length];
      double stock = before(amount[g]);
      for (int t = 0; t < row.length; t++) {
        stock = keep * stock + (1 - keep) * amount[g][t];
        double dose = Math.pow(times * stock / (usual * half), slope);
        row[t] = dose / (1 + dose);
      }
      responses[g] = row;
    }
    return responses;
  }

  private double before(double[] row) {
    int count = Math.min(BEFORE, train);
    double sum = 0;
    for (int t = 0; t < count; t++) {
      sum += row[t];
    }
    return sum / count;
  }

  /** Takes each geo's mean over the training part off its row, and returns the means. */
  private double[] centre(double[][] column) {
    double[] means = new double[column.length];
    for (int g = 0; g < means.length; g++) {
      for (int t = 0; t < train; t++) {
        means[g] += column[g][t] / train;
      }
      for (int t = 0; t < column[g].length; t++) {
        column[g][t] -= means[g];
      }
    }
    return means;
  }

  private double trainSum(double[][] column) {
    double sum = 0;
    for (double[] row : column) {
      for (int t = 0; t < train; t++) {
        sum += row[t];
      }
    }
    return sum;
  }

  private double[] squares(double[][] column) {
    double[] sums = new double[column.length];
    for (int g = 0; g < column.length; g++) {
      for (int t = 0; t < train; t++) {
        sums[g] += column[g][t] * column[g][t];
      }
    }
    return sums;
  }
}
