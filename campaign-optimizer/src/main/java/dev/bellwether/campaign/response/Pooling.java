package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What an account's ad sets say about each other: empirical Bayes, brought on by one round with
 * each update. The spread between ad sets is learned too, so ad sets lean on their segment and
 * campaign as far as these are alike.
 */
final class Pooling {

  private static final int CAMPAIGNS = 0;

  /** A typical ad set is expected to spend somewhat below its half-efficiency spend. */
  private static final double LEVEL_BEFORE = Math.log(1.5);

  /**
   * Who spends more usually can: a doubled spend is expected to come with a half-efficiency spend
   * 2^0.5 times as high.
   */
  private static final double SLOPE_BEFORE = 0.5;

  private static final double SPREAD_DOUBT = 6;
  private static final double EFFICIENCY_SPREAD = 0.6;
  private static final double HALF_SPEND_SPREAD = 0.5;

  /** S-shapes are rarer: what one of them weighs before any figure, beside a concave form. */
  private static final double S_SHAPED = 0.15;

  private final List<Arm> arms;
  private final double accountScale;
  private final double[] covariate;
  private final List<int[]> kinds;
  private final double levelEfficiency;
  private double efficiencyVariance = EFFICIENCY_SPREAD;
  private double halfSpendVariance = HALF_SPEND_SPREAD;
  private final double[] forms = formsBefore();
  private final GroupEffects efficiencies;
  private final GroupEffects halfSpends;

  /**
   * @param averageReturn units of the goal per unit of currency over the whole account
   */
  Pooling(List<Arm> arms, double averageReturn) {
    this.arms = arms;
    accountScale = arms.stream().mapToDouble(a -> a.filter.scale()).average().orElse(1);
    covariate = arms.stream().mapToDouble(a -> Math.log(a.filter.scale() / accountScale)).toArray();
    kinds = kinds();
    levelEfficiency = Math.log(averageReturn * (1 + Math.exp(-LEVEL_BEFORE)));
    efficiencies = new GroupEffects(kinds, covariate);
    halfSpends = new GroupEffects(kinds, covariate);
    double[] nothing = new double[arms.size()];
    fit(nothing, nothing, nothing, nothing);
  }

  /** Whether these are the ad sets it was made of. */
  boolean covers(List<Arm> now) {
    return arms.equals(now);
  }

  private void fit(double[] values, double[] weights, double[] halfValues, double[] halfWeights) {
    efficiencies.fit(values, weights, levelEfficiency, 0);
    halfSpends.fit(halfValues, halfWeights, Math.log(accountScale) + LEVEL_BEFORE, SLOPE_BEFORE);
    for (int i = 0; i < arms.size(); i++) {
      arms.get(i).prior = prior(efficiencies.predict(i), halfSpends.predict(i));
    }
  }

  private Prior prior(double logEfficiency, double logHalfSpend) {
    return Prior.of(logEfficiency, efficiencyVariance, logHalfSpend, halfSpendVariance, forms);
  }

  /** Takes in the ad sets' posteriors, and gives each ad set its next prior. */
  void update() {
    int n = arms.size();
    double[] values = new double[n];
    double[] weights = new double[n];
    double[] halfValues = new double[n];
    double[] halfWeights = new double[n];
    double spread = 0;
    double halfSpread = 0;
    double[] seen = new double[forms.length];
    for (int i = 0; i < n; i++) {
      Posterior p = arms.get(i).posterior;
      Prior before = arms.get(i).prior;
      weights[i] = known(p.efficiencyVariance(), efficiencyVariance);
      values[i] = unshrunk(p.logEfficiency(), before.logEfficiency(), weights[i]);
      spread += squared(p.logEfficiency() - before.logEfficiency()) + p.efficiencyVariance();
      halfWeights[i] = known(p.halfSpendVariance(), halfSpendVariance);
      halfValues[i] = unshrunk(p.logHalfSpend(), before.logHalfSpend(), halfWeights[i]);
      halfSpread += squared(p.logHalfSpend() - before.logHalfSpend()) + p.halfSpendVariance();
      for (int form = 0; form < seen.length; form++) {
        seen[form] += p.forms()[form];
      }
    }
    efficiencyVariance = learned(spread, EFFICIENCY_SPREAD);
    halfSpendVariance = learned(halfSpread, HALF_SPEND_SPREAD);
    double[] first = formsBefore();
    for (int form = 0; form < seen.length; form++) {
      forms[form] = (seen[form] + SPREAD_DOUBT * first[form]) / (n + SPREAD_DOUBT);
    }
    fit(values, weights, halfValues, halfWeights);
  }

  /** The share of what could be known that the figures tell. */
  private static double known(double posteriorVariance, double priorVariance) {
    return Math.clamp(1 - posteriorVariance / priorVariance, 0, 1);
  }

  /** What the figures alone say, without the prior's pull. */
  private static double unshrunk(double posterior, double prior, double known) {
    return known < 0.02 ? prior : (posterior - (1 - known) * prior) / known;
  }

  private double learned(double sum, double before) {
    return Math.clamp((SPREAD_DOUBT * before + sum) / (SPREAD_DOUBT + arms.size()), 0.02, 2);
  }

  /** What to expect of one more ad set of each segment, by the segment's name. */
  Map<String, PosteriorCurve> segmentCurves() {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < arms.size(); i++) {
      members.computeIfAbsent(arms.get(i).segment, _ -> new ArrayList<>()).add(i);
    }
    var nothing = new Knowledge(Memory.OF_LIKELIHOOD);
    Map<String, PosteriorCurve> curves = new LinkedHashMap<>();
    members.forEach(
        (segment, own) -> {
          double there = own.stream().mapToDouble(i -> covariate[i]).average().orElse(0);
          Prior prior =
              prior(
                  efficiencies.predictNew(own.getFirst(), CAMPAIGNS, there),
                  halfSpends.predictNew(own.getFirst(), CAMPAIGNS, there));
          double scale = accountScale * Math.exp(there);
          curves.put(segment, Posterior.of(prior, nothing, scale).curve());
        });
    return curves;
  }

  /**
   * Campaigns come first, see {@link #CAMPAIGNS}; then whole segments, then each of their parts.
   */
  private List<int[]> kinds() {
    List<int[]> all = new ArrayList<>();
    all.add(numbered(arms.stream().map(arm -> arm.campaign).toList()));
    all.add(numbered(arms.stream().map(arm -> arm.segment).toList()));
    int traits = arms.stream().mapToInt(arm -> arm.traits.size()).max().orElse(0);
    IntStream.range(0, traits)
        .forEach(
            trait -> {
              List<String> names = new ArrayList<>();
              arms.forEach(
                  arm -> names.add(trait < arm.traits.size() ? arm.traits.get(trait) : null));
              all.add(numbered(names));
            });
    return all;
  }

  private static int[] numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    return names.stream()
        .mapToInt(name -> name == null ? -1 : numbers.computeIfAbsent(name, _ -> numbers.size()))
        .toArray();
  }

  private static double[] formsBefore() {
    double[] weights =
        Arrays.stream(Saturation.values()).mapToDouble(f -> f.concave() ? 1 : S_SHAPED).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  private static double squared(double x) {
    return x * x;
  }
}
