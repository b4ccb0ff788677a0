package dev.bellwether.campaign.mmm;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A Gibbs sampler of a media mix model. Given the shapes of the responses the model is linear: the
 * baseline is drawn as one block, each geo's own part as another; a medium's shape is drawn with
 * its effects integrated out, and they given the shape.
 */
final class Chain {

  /** Weak priors of variances: a pseudo-observation of this variance. */
  private static final double USUAL = 0.05 * 0.05;

  private final MixProblem problem;
  private final RandomGenerator random;
  private final Normal normal = new Normal();
  private final Hyper hyper = new Hyper(normal);
  private final double[] common;
  private final double[][] own;
  private final int[] nodes;
  private final double[][] effects;
  private final double[] means;
  private final double[] variances;
  private double ownLevel = USUAL;
  private double ownControl = USUAL;
  private double noise = 0.01;
  private double top = 0.1;

  /** What is not yet explained, [geo][time] of the training part. */
  private final double[][] rest;

  Chain(MixProblem problem, RandomGenerator random) {
    this.problem = problem;
    this.random = random;
    common = new double[problem.baseline().size()];
    own = new double[problem.geos()][1 + problem.data().controls().size()];
    nodes = new int[problem.media().size()];
    effects = new double[problem.media().size()][problem.geos()];
    means = new double[problem.media().size()];
    variances = new double[Baseline.Kind.values().length];
    Arrays.fill(variances, USUAL);
    rest = new double[problem.geos()][];
    for (int g = 0; g < rest.length; g++) {
      rest[g] = Arrays.copyOf(problem.outcome()[g], problem.train());
    }
    for (int m = 0; m < nodes.length; m++) {
      nodes[m] = random.nextInt(ResponseGrid.SIZE);
    }
  }

  /** Draws every parameter once. */
  void sweep() {
    drawCommon();
    if (problem.geos() > 1) {
      drawOwn();
    }
    for (int m = 0; m < nodes.length; m++) {
      drawMedium(m);
    }
    drawScales();
  }

  Draw draw() {
    return new Draw(
        common.clone(),
        copy(own),
        nodes.clone(),
        copy(effects),
        noise,
        variances[Baseline.Kind.TREND.ordinal()]);
  }

  private void drawCommon() {
    Baseline baseline = problem.baseline();
    double[] moments = new double[common.length];
    double[] precisions = new double[common.length];
    for (int i = 0; i < common.length; i++) {
      add(baseline.column(i), common[i]);
    }
    for (int i = 0; i < common.length; i++) {
      moments[i] = product(baseline.column(i));
      precisions[i] =
          baseline.kind(i) == Baseline.Kind.LEVEL ? 1 : 1 / variances[baseline.kind(i).ordinal()];
    }
    double[] drawn = Regression.draw(problem.products(), moments, noise, precisions, random);
    for (int i = 0; i < common.length; i++) {
      add(baseline.column(i), -drawn[i]);
      common[i] = drawn[i];
    }
  }

  private void drawOwn() {
    for (int g = 0; g < own.length; g++) {
      double[][] columns = ownColumns(g);
      int size = columns.length;
      double[] moments = new double[size];
      double[][] products = new double[size][size];
      double[] precisions = new double[size];
      for (int i = 0; i < size; i++) {
        precisions[i] = 1 / (i == 0 ? ownLevel : ownControl);
        for (int t = 0; t < problem.train(); t++) {
          rest[g][t] += own[g][i] * columns[i][t];
        }
      }
      for (int i = 0; i < size; i++) {
        moments[i] = product(columns[i], rest[g]);
        for (int j = 0; j < size; j++) {
          products[i][j] = product(columns[i], columns[j]);
        }
      }
      double[] drawn = Regression.draw(products, moments, noise, precisions, random);
      for (int i = 0; i < size; i++) {
        own[g][i] = drawn[i];
        for (int t = 0; t < problem.train(); t++) {
          rest[g][t] -= drawn[i] * columns[i][t];
        }
      }
    }
  }

  /** The level, then controls. */
  private double[][] ownColumns(int geo) {
    Baseline baseline = problem.baseline();
    double[][] columns = new double[own[geo].length][];
    int first = baseline.size() - (columns.length - 1);
    columns[0] = baseline.column(0)[geo];
    for (int i = 1; i < columns.length; i++) {
      columns[i] = baseline.column(first + i - 1)[geo];
    }
    return columns;
  }

  private void drawMedium(int medium) {
    ResponseGrid grid = problem.grids().get(medium);
    int geos = problem.geos();
    Hyper.Level level =
        geos == 1 ? new Hyper.Level(0, top) : hyper.level(effects[medium], top, random);
    add(grid.column(nodes[medium]), effects[medium]);
    double[] logs = new double[ResponseGrid.SIZE];
    double prior = 1 / (level.spread() * level.spread());
    for (int node = 0; node < logs.length; node++) {
      double[][] column = grid.column(node);
      double[] squares = grid.squares(node);
      for (int g = 0; g < geos; g++) {
        double precision = squares[g] / noise + prior;
        double mean = (product(column[g], rest[g]) / noise + level.mean() * prior) / precision;
        double root = Math.sqrt(precision);
        logs[node] += mean * mean * precision / 2 - Math.log(root) + normal.logCdf(mean * root);
      }
    }
    int node = Hyper.pick(logs, random);
    nodes[medium] = node;
    double[][] column = grid.column(node);
    for (int g = 0; g < geos; g++) {
      double precision = grid.squares(node)[g] / noise + prior;
      double mean = (product(column[g], rest[g]) / noise + level.mean() * prior) / precision;
      double effect = Normal.notNegative(mean, 1 / Math.sqrt(precision), random);
      effects[medium][g] = effect;
      for (int t = 0; t < problem.train(); t++) {
        rest[g][t] -= effect * column[g][t];
      }
    }
    means[medium] = geos == 1 ? effects[medium][0] : level.mean();
  }

  private void drawScales() {
    double squares = 0;
    for (double[] row : rest) {
      squares += product(row, row);
    }
    noise = variance(squares, problem.geos() * problem.train());
    for (Baseline.Kind kind : Baseline.Kind.values()) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < common.length; i++) {
        if (problem.baseline().kind(i) == kind) {
          sum += common[i] * common[i];
          count++;
        }
      }
      variances[kind.ordinal()] = variance(sum, count);
    }
    double levels = 0;
    double controls = 0;
    for (double[] row : own) {
      levels += row[0] * row[0];
      for (int i = 1; i < row.length; i++) {
        controls += row[i] * row[i];
      }
    }
    ownLevel = variance(levels, own.length);
    ownControl = variance(controls, own.length * (own[0].length - 1));
    top = nodes.length == 0 ? top : hyper.spread(means, random);
  }

  /** A draw of a variance given squares of that many values around zero. */
  private double variance(double squares, int count) {
    double shape = (count + 1) / 2.0;
    return (squares + USUAL) / 2 / gamma(shape);
  }

  /** Of scale 1 (Marsaglia and Tsang, 2000); a shape below 1 is drawn one higher and cut down. */
  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = Math.pow(1 + c * z, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  private void add(double[][] column, double times) {
    for (int g = 0; g < rest.length; g++) {
      for (int t = 0; t < rest[g].length; t++) {
        rest[g][t] += times * column[g][t];
      }
    }
  }

  private void add(double[][] column, double[] times) {
    for (int g = 0; g < rest.length; g++) {
      for (int t = 0; t < rest[g].length; t++) {
        rest[g][t] += times[g] * column[g][t];
      }
    }
  }

  private double product(double[][] column) {
    double sum = 0;
    for (int g = 0; g < rest.length; g++) {
      sum += product(column[g], rest[g]);
    }
    return sum;
  }

  /** Over the training part. Four sums at once: a fit is little else than this. */
  private double product(double[] one, double[] other) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int t = 0;
    for (; t + 3 < problem.train(); t += 4) {
      a += one[t] * other[t];
      b += one[t + 1] * other[t + 1];
      c += one[t + 2] * other[t + 2];
      d += one[t + 3] * other[t + 3];
    }
    for (; t < problem.train(); t++) {
      a += one[t] * other[t];
    }
    return a + b + c + d;
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
