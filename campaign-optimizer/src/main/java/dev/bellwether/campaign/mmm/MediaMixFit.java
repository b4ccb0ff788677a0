package dev.bellwether.campaign.mmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A fitted media mix model: what it expects, and what each medium brought. */
public final class MediaMixFit {

  private static final double TAIL = 0.05;
  private static final long SEED = 11;

  private final MixProblem problem;
  private final List<List<Draw>> chains;
  private final List<Draw> draws;

  MediaMixFit(MixProblem problem, List<List<Draw>> chains) {
    this.problem = problem;
    this.chains = chains;
    this.draws = chains.stream().flatMap(List::stream).toList();
  }

  /**
   * What a medium brought over the training part. Money only where it is paid.
   *
   * @param share of the outcome
   * @param contribution in units of the outcome
   * @param spend null where nothing was paid
   * @param roi worth of the contribution for a unit of spend; null where nothing was paid
   * @param marginalRoi the same of one more per cent of spend all along
   * @param carryOver share of an effect left a period later
   * @param half spend or exposure a head of half the most, in units of its usual amount
   * @param slope of the Hill curve; above 1 is an S
   */
  public record Contribution(
      String name,
      Interval share,
      Interval contribution,
      Double spend,
      Interval roi,
      Interval marginalRoi,
      Interval carryOver,
      Interval half,
      Interval slope) {}

  /** Expected outcome [geo][time] over all periods, the posterior's mean. */
  public double[][] expected() {
    double[][] mean = new double[problem.geos()][problem.times()];
    for (Draw draw : draws) {
      double[][] one = draw.expected(problem);
      for (int g = 0; g < mean.length; g++) {
        for (int t = 0; t < mean[g].length; t++) {
          mean[g][t] += one[g][t] * problem.units(g) / draws.size();
        }
      }
    }
    return mean;
  }

  /**
   * Share of the outcomes from a period on that lie within their 90 % predictive intervals. Beyond
   * its last knot the level goes on wandering as it did.
   */
  public double coverage(int from, int to) {
    var random = new SplittableRandom(SEED);
    int width = to - from;
    double[][] drawn = new double[problem.geos() * width][draws.size()];
    for (int d = 0; d < draws.size(); d++) {
      Draw draw = draws.get(d);
      double[][] expected = draw.expected(problem);
      double[] level = level(draw, random);
      double deviation = Math.sqrt(draw.noise());
      for (int i = 0; i < drawn.length; i++) {
        int t = from + i % width;
        drawn[i][d] = expected[i / width][t] + level[t] + deviation * random.nextGaussian();
      }
    }
    int within = 0;
    for (int i = 0; i < drawn.length; i++) {
      Arrays.sort(drawn[i]);
      double actual = problem.outcome()[i / width][from + i % width];
      if (actual >= Interval.quantile(drawn[i], TAIL)
          && actual <= Interval.quantile(drawn[i], 1 - TAIL)) {
        within++;
      }
    }
    return (double) within / drawn.length;
  }

  private double[] level(Draw draw, SplittableRandom random) {
    double step = Math.sqrt(draw.wander() / Baseline.KNOT_PERIODS);
    double[] level = new double[problem.times()];
    for (int t = problem.baseline().lastKnot() + 1; t < level.length; t++) {
      level[t] = level[t - 1] + step * random.nextGaussian();
    }
    return level;
  }

  /** By medium that was used within the training part. */
  public List<Contribution> contributions() {
    List<Contribution> contributions = new ArrayList<>();
    for (int m = 0; m < problem.media().size(); m++) {
      contributions.add(contribution(m));
    }
    return contributions;
  }

  /**
   * How far the chains' contributions lie apart, at worst: the potential scale reduction of Gelman
   * and Rubin (1992). Near 1 they agree; 1 where there is no medium.
   */
  public double worstScaleReduction() {
    double worst = 1;
    for (int m = 0; m < problem.media().size(); m++) {
      int medium = m;
      worst =
          Math.max(
              worst,
              scaleReduction(
                  chains.stream()
                      .map(c -> c.stream().mapToDouble(d -> total(d, medium)).toArray())
                      .toList()));
    }
    return worst;
  }

  private Contribution contribution(int medium) {
    MediaData.Medium of = problem.media().get(medium);
    Map<Integer, double[]> worths = new HashMap<>();
    Map<Integer, double[]> rises = new HashMap<>();
    ResponseGrid grid = problem.grids().get(medium);
    double outcome = sum(problem.data().outcome());
    double spend = sum(of.amount());
    double[] units = new double[draws.size()];
    double[] roi = new double[draws.size()];
    double[] marginal = new double[draws.size()];
    for (int d = 0; d < draws.size(); d++) {
      int node = draws.get(d).nodes()[medium];
      double[] worth = worths.computeIfAbsent(node, n -> worth(whole(grid, n)));
      double[] rise = rises.computeIfAbsent(node, n -> worth(grid.rise(n)));
      units[d] = total(draws.get(d), medium);
      for (int g = 0; g < worth.length; g++) {
        roi[d] += draws.get(d).effects()[medium][g] * worth[g] / spend;
        marginal[d] += draws.get(d).effects()[medium][g] * rise[g] / spend;
      }
    }
    double[] share = Arrays.stream(units).map(u -> u / outcome).toArray();
    return new Contribution(
        of.name(),
        Interval.of(share),
        Interval.of(units),
        of.paid() ? spend : null,
        of.paid() ? Interval.of(roi) : null,
        of.paid() ? Interval.of(marginal) : null,
        Interval.of(nodes(medium).mapToDouble(ResponseGrid::carryOver).toArray()),
        Interval.of(nodes(medium).mapToDouble(ResponseGrid::half).toArray()),
        Interval.of(nodes(medium).mapToDouble(ResponseGrid::slope).toArray()));
  }

  private Stream<Integer> nodes(int medium) {
    return draws.stream().map(draw -> draw.nodes()[medium]);
  }

  /** Worth of a column over the training part for an effect of 1, by geo. */
  private double[] worth(double[][] column) {
    double[] sums = new double[column.length];
    for (int g = 0; g < column.length; g++) {
      for (int t = 0; t < problem.train(); t++) {
        sums[g] += column[g][t] * problem.units(g) * problem.data().worth()[g][t];
      }
    }
    return sums;
  }

  /** The response itself, not what it is above its mean. */
  private static double[][] whole(ResponseGrid grid, int node) {
    double[][] column = grid.column(node);
    double[][] whole = new double[column.length][];
    for (int g = 0; g < whole.length; g++) {
      double centre = grid.centres(node)[g];
      whole[g] = Arrays.stream(column[g]).map(value -> value + centre).toArray();
    }
    return whole;
  }

  private double total(Draw draw, int medium) {
    double[] means = problem.grids().get(medium).centres(draw.nodes()[medium]);
    double sum = 0;
    for (int g = 0; g < means.length; g++) {
      sum += draw.effects()[medium][g] * means[g] * problem.train() * problem.units(g);
    }
    return sum;
  }

  private double sum(double[][] values) {
    double sum = 0;
    for (double[] row : values) {
      for (int t = 0; t < problem.train(); t++) {
        sum += row[t];
      }
    }
    return sum;
  }

  static double scaleReduction(List<double[]> chains) {
    int n = chains.getFirst().length;
    double[] means = chains.stream().mapToDouble(c -> mean(c)).toArray();
    double within = chains.stream().mapToDouble(c -> variance(c)).average().orElse(0);
    double between = variance(means);
    return within == 0 ? 1 : Math.sqrt((n - 1.0) / n + between / within);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
