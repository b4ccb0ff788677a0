package dev.bellwether.campaign.response;

import java.util.Arrays;
import java.util.List;

/**
 * Predicts a quantity of each ad set from the account's level, its typical spend and the groups it
 * belongs to: a mixed linear model with shrunken effects, solved by backfitting (Gauss-Seidel on
 * Henderson's equations). What an ad set's own value adds to its groups is left out of its own
 * prediction, or it would count twice.
 */
final class GroupEffects {

  /** A group's mean weighs as much as the account's when it has this many fully known ad sets. */
  private static final double SHRINKAGE = 2;

  private static final double LEVEL_DOUBT = 3;
  private static final double SLOPE_DOUBT = 6;
  private static final int ROUNDS = 4;

  /**
   * By kind of group, by ad set: the group's number, or -1 where it belongs to none of the kind.
   */
  private final List<int[]> kinds;

  private final double[] covariate;
  private final double[][] sums;
  private final double[][] totals;
  private double level;
  private double slope;
  private double[] values;
  private double[] weights;

  /**
   * @param kinds by kind of group, by ad set: the group's number from zero, or -1 for none
   * @param covariate logarithm of typical spend over the account's
   */
  GroupEffects(List<int[]> kinds, double[] covariate) {
    this.kinds = kinds;
    this.covariate = covariate;
    sums = new double[kinds.size()][];
    totals = new double[kinds.size()][];
    for (int kind = 0; kind < sums.length; kind++) {
      int groups = Arrays.stream(kinds.get(kind)).max().orElse(-1) + 1;
      sums[kind] = new double[groups];
      totals[kind] = new double[groups];
    }
  }

  /**
   * @param values what is known of each ad set
   * @param weights how well, from 0 (nothing) to 1 (exactly)
   * @param levelBefore the level where nothing is known
   * @param slopeBefore the effect of the covariate where nothing is known
   */
  void fit(double[] values, double[] weights, double levelBefore, double slopeBefore) {
    this.values = values;
    this.weights = weights;
    level = levelBefore;
    slope = slopeBefore;
    for (int kind = 0; kind < sums.length; kind++) {
      Arrays.fill(sums[kind], 0);
      totals[kind] = byGroup(kind, weights);
    }
    for (int round = 0; round < ROUNDS; round++) {
      fitLine(levelBefore, slopeBefore);
      for (int kind = 0; kind < sums.length; kind++) {
        double[] rests = new double[values.length];
        for (int i = 0; i < rests.length; i++) {
          rests[i] = weights[i] * (rest(i) + effect(kind, i));
        }
        sums[kind] = byGroup(kind, rests);
      }
    }
  }

  private double[] byGroup(int kind, double[] amounts) {
    double[] groups = new double[sums[kind].length];
    for (int i = 0; i < amounts.length; i++) {
      int group = kinds.get(kind)[i];
      if (group >= 0) {
        groups[group] += amounts[i];
      }
    }
    return groups;
  }

  private void fitLine(double levelBefore, double slopeBefore) {
    double levelTop = LEVEL_DOUBT * levelBefore;
    double levelBottom = LEVEL_DOUBT;
    double slopeTop = SLOPE_DOUBT * slopeBefore;
    double slopeBottom = SLOPE_DOUBT;
    for (int i = 0; i < values.length; i++) {
      levelTop += weights[i] * (rest(i) + level);
      levelBottom += weights[i];
      slopeTop += weights[i] * covariate[i] * (rest(i) + slope * covariate[i]);
      slopeBottom += weights[i] * covariate[i] * covariate[i];
    }
    level = levelTop / levelBottom;
    slope = slopeTop / slopeBottom;
  }

  /** What level, slope and groups leave unexplained. */
  private double rest(int i) {
    double explained = level + slope * covariate[i];
    for (int kind = 0; kind < sums.length; kind++) {
      explained += effect(kind, i);
    }
    return values[i] - explained;
  }

  private double effect(int kind, int i) {
    int group = kinds.get(kind)[i];
    return group < 0 ? 0 : sums[kind][group] / (totals[kind][group] + SHRINKAGE);
  }

  private double effectOfOthers(int kind, int i) {
    int group = kinds.get(kind)[i];
    if (group < 0) {
      return 0;
    }
    double own = weights[i] * (rest(i) + effect(kind, i));
    return (sums[kind][group] - own) / (totals[kind][group] - weights[i] + SHRINKAGE);
  }

  /** What the others say about ad set {@code i}. */
  double predict(int i) {
    double predicted = level + slope * covariate[i];
    for (int kind = 0; kind < sums.length; kind++) {
      predicted += effectOfOthers(kind, i);
    }
    return predicted;
  }

  /**
   * What to expect of a new ad set that spends {@code covariateThere}.
   *
   * @param like an ad set that shares its groups
   * @param except a kind of group that it does not share
   */
  double predictNew(int like, int except, double covariateThere) {
    double predicted = level + slope * covariateThere;
    for (int kind = 0; kind < sums.length; kind++) {
      predicted += kind == except ? 0 : effect(kind, like);
    }
    return predicted;
  }
}
