package dev.bellwether.campaign.response;

import java.util.Arrays;

/**
 * Predicts a quantity of each ad set from the account's level, its typical spend, its segment and its campaign: a mixed
 * linear model with shrunken effects, solved by backfitting (Gauss-Seidel on Henderson's equations). What an ad set's own
 * value adds to its groups is left out of its own prediction, or it would count twice.
 */
final class GroupEffects {

  /** A group's mean weighs as much as the account's when it has this many fully known ad sets. */
  private static final double SHRINKAGE = 2;

  private static final double LEVEL_DOUBT = 3;
  private static final double SLOPE_DOUBT = 6;
  private static final int ROUNDS = 4;

  private final int[] segments;
  private final int[] campaigns;
  private final double[] covariate;

  private double level;
  private double slope;
  private final double[] segmentSum;
  private final double[] segmentWeight;
  private final double[] campaignSum;
  private final double[] campaignWeight;
  private double[] values;
  private double[] weights;

  /** Groups are numbered from zero; {@code covariate} is the logarithm of typical spend over the account's. */
  GroupEffects(int[] segments, int[] campaigns, double[] covariate) {
    this.segments = segments;
    this.campaigns = campaigns;
    this.covariate = covariate;
    segmentSum = new double[groups(segments)];
    segmentWeight = new double[segmentSum.length];
    campaignSum = new double[groups(campaigns)];
    campaignWeight = new double[campaignSum.length];
  }

  private static int groups(int[] of) {
    return Arrays.stream(of).max().orElse(-1) + 1;
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
    Arrays.fill(segmentSum, 0);
    Arrays.fill(campaignSum, 0);
    Arrays.fill(segmentWeight, 0);
    Arrays.fill(campaignWeight, 0);
    for (int i = 0; i < values.length; i++) {
      segmentWeight[segments[i]] += weights[i];
      campaignWeight[campaigns[i]] += weights[i];
    }
    for (int round = 0; round < ROUNDS; round++) {
      fitLine(levelBefore, slopeBefore);
      double[] bySegment = new double[segmentSum.length];
      for (int i = 0; i < values.length; i++) {
        bySegment[segments[i]] += weights[i] * (values[i] - line(i) - campaignEffect(campaigns[i]));
      }
      System.arraycopy(bySegment, 0, segmentSum, 0, bySegment.length);
      double[] byCampaign = new double[campaignSum.length];
      for (int i = 0; i < values.length; i++) {
        byCampaign[campaigns[i]] += weights[i] * (values[i] - line(i) - segmentEffect(segments[i]));
      }
      System.arraycopy(byCampaign, 0, campaignSum, 0, byCampaign.length);
    }
  }

  private void fitLine(double levelBefore, double slopeBefore) {
    double levelTop = LEVEL_DOUBT * levelBefore;
    double levelBottom = LEVEL_DOUBT;
    double slopeTop = SLOPE_DOUBT * slopeBefore;
    double slopeBottom = SLOPE_DOUBT;
    for (int i = 0; i < values.length; i++) {
      double rest = values[i] - segmentEffect(segments[i]) - campaignEffect(campaigns[i]);
      levelTop += weights[i] * (rest - slope * covariate[i]);
      levelBottom += weights[i];
      slopeTop += weights[i] * covariate[i] * (rest - level);
      slopeBottom += weights[i] * covariate[i] * covariate[i];
    }
    level = levelTop / levelBottom;
    slope = slopeTop / slopeBottom;
  }

  private double line(int i) {
    return level + slope * covariate[i];
  }

  private double segmentEffect(int segment) {
    return segmentSum[segment] / (segmentWeight[segment] + SHRINKAGE);
  }

  private double campaignEffect(int campaign) {
    return campaignSum[campaign] / (campaignWeight[campaign] + SHRINKAGE);
  }

  /** What the others say about ad set {@code i}. */
  double predict(int i) {
    double rest = values[i] - line(i);
    double own = weights[i];
    int s = segments[i];
    int c = campaigns[i];
    double segment =
        (segmentSum[s] - own * (rest - campaignEffect(c))) / (segmentWeight[s] - own + SHRINKAGE);
    double campaign =
        (campaignSum[c] - own * (rest - segmentEffect(s))) / (campaignWeight[c] - own + SHRINKAGE);
    return line(i) + segment + campaign;
  }

  /** What to expect of a new ad set of the segment that spends {@code covariate}. */
  double predictNew(int segment, double covariateThere) {
    return level + slope * covariateThere + segmentEffect(segment);
  }
}
