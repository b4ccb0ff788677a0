package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One run of {@link ResponseModel#fit}: the state between its rounds. */
final class Fitting {

  private static final int ROUNDS = 8;

  private static final int CAMPAIGNS = 0;

  /**
   * A typical ad set is expected to spend somewhat below the spend at which its efficiency has
   * halved.
   */
  private static final double LEVEL_BEFORE = Math.log(1.5);

  /**
   * Who spends more usually can: a doubled spend is expected to come with a half-efficiency spend
   * 2^0.5 times as high.
   */
  private static final double SLOPE_BEFORE = 0.5;

  private static final double SPREAD_DOUBT = 6;
  private static final double EFFICIENCY_SPREAD = 0.3;
  private static final double HALF_SPEND_SPREAD = 0.35;

  private final List<AdSetHistory> histories;
  private final double leastDispersion;
  private final int n;
  private final double[] typical;
  private final double[] covariate;
  private final double accountSpend;
  private final Map<String, Integer> segmentNumbers = new LinkedHashMap<>();
  private final int[] segments;
  private final GroupEffects efficiencies;
  private final GroupEffects halfSpends;
  private final double levelEfficiency;

  private Weekdays weekdays = Weekdays.ALIKE;
  private double[] dispersions;
  private double dispersion;
  private double efficiencyVariance = EFFICIENCY_SPREAD;
  private double halfSpendVariance = HALF_SPEND_SPREAD;
  private double[] forms;
  private double[] expectedEfficiency;
  private double[] expectedHalfSpend;
  private Posterior[] posteriors;

  Fitting(List<AdSetHistory> histories, double leastDispersion) {
    this.histories = histories;
    this.leastDispersion = leastDispersion;
    n = histories.size();
    accountSpend =
        histories.stream()
            .mapToDouble(h -> h.typicalSpend(0))
            .filter(s -> s > 0)
            .average()
            .orElse(1);
    typical = histories.stream().mapToDouble(h -> h.typicalSpend(accountSpend)).toArray();
    covariate = Arrays.stream(typical).map(s -> Math.log(s / accountSpend)).toArray();
    segments = numbered(histories.stream().map(AdSetHistory::segment).toList(), segmentNumbers);
    List<int[]> kinds = kinds();
    efficiencies = new GroupEffects(kinds, covariate);
    halfSpends = new GroupEffects(kinds, covariate);
    dispersion = firstDispersion();
    dispersions = filled(n, dispersion);
    forms = filled(Saturation.values().length, 1.0 / Saturation.values().length);
    levelEfficiency = Math.log(averageReturn() * (1 + Math.exp(-LEVEL_BEFORE)));
    expectedEfficiency = filled(n, levelEfficiency);
    expectedHalfSpend =
        Arrays.stream(covariate)
            .map(c -> Math.log(accountSpend) + LEVEL_BEFORE + SLOPE_BEFORE * c)
            .toArray();
  }

  ResponseModel run() {
    for (int round = 0; round < ROUNDS; round++) {
      updatePosteriors();
      updateWeekdays();
      updateDispersion();
      updateGroups();
    }
    updatePosteriors();
    return ResponseModel.of(histories, posteriors, segmentCurves(), weekdays, dispersion);
  }

  private void updatePosteriors() {
    Posterior[] next = new Posterior[n];
    for (int i = 0; i < n; i++) {
      Curve before = posteriors == null ? null : posteriors[i].curve();
      Evidence evidence =
          Evidence.of(
              histories.get(i).observations(), typical[i], weekdays, before, dispersions[i]);
      next[i] = Posterior.of(prior(i), evidence, typical[i], dispersions[i]);
    }
    posteriors = next;
  }

  private Prior prior(int i) {
    return new Prior(
        expectedEfficiency[i], efficiencyVariance, expectedHalfSpend[i], halfSpendVariance, forms);
  }

  private void updateWeekdays() {
    double[] seen = new double[7];
    double[] expected = new double[7];
    for (int i = 0; i < n; i++) {
      for (Observation o : histories.get(i).observations()) {
        if (o.spend() > 0 && o.days() == 1) {
          int day = Weekdays.index(o.day());
          Curve curve = posteriors[i].curve();
          seen[day] += Evidence.capped(o, weekdays, curve, dispersions[i]);
          expected[day] += curve.at(o.spend());
        }
      }
    }
    weekdays = Weekdays.of(seen, expected, dispersion);
  }

  /**
   * Pearson's statistic by ad set, residuals cut at three deviations, each leaning on the
   * account's.
   */
  private void updateDispersion() {
    double total = 0;
    double count = 0;
    double[] sums = new double[n];
    int[] counts = new int[n];
    for (int i = 0; i < n; i++) {
      for (Observation o : histories.get(i).observations()) {
        double mean = o.days() * weekdays.factor(o) * posteriors[i].curve().at(o.dailySpend());
        if (o.spend() > 0 && mean > 0) {
          double residual = (o.outcome() - mean) * (o.outcome() - mean) / mean;
          sums[i] += Math.min(residual, 9 * dispersions[i]);
          counts[i]++;
        }
      }
      total += sums[i];
      count += counts[i];
    }
    double account = count == 0 ? dispersion : total / count;
    dispersion = Math.max(leastDispersion, account);
    double doubt = 14;
    double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      next[i] = Math.max(leastDispersion, (doubt * dispersion + sums[i]) / (doubt + counts[i]));
    }
    dispersions = next;
  }

  private void updateGroups() {
    double[] values = new double[n];
    double[] weights = new double[n];
    double spread = 0;
    for (int i = 0; i < n; i++) {
      Posterior p = posteriors[i];
      weights[i] = known(p.efficiencyVariance(), efficiencyVariance);
      values[i] = unshrunk(p.logEfficiency(), expectedEfficiency[i], weights[i]);
      spread += squared(p.logEfficiency() - expectedEfficiency[i]) + p.efficiencyVariance();
    }
    efficiencyVariance = learned(spread, EFFICIENCY_SPREAD);
    efficiencies.fit(values, weights, levelEfficiency, 0);

    double[] halfValues = new double[n];
    double[] halfWeights = new double[n];
    double halfSpread = 0;
    for (int i = 0; i < n; i++) {
      Posterior p = posteriors[i];
      halfWeights[i] = known(p.halfSpendVariance(), halfSpendVariance);
      halfValues[i] = unshrunk(p.logHalfSpend(), expectedHalfSpend[i], halfWeights[i]);
      halfSpread += squared(p.logHalfSpend() - expectedHalfSpend[i]) + p.halfSpendVariance();
    }
    halfSpendVariance = learned(halfSpread, HALF_SPEND_SPREAD);
    halfSpends.fit(halfValues, halfWeights, Math.log(accountSpend) + LEVEL_BEFORE, SLOPE_BEFORE);

    double[] nextForms = filled(forms.length, 1);
    for (int i = 0; i < n; i++) {
      expectedEfficiency[i] = efficiencies.predict(i);
      expectedHalfSpend[i] = halfSpends.predict(i);
      for (int form = 0; form < forms.length; form++) {
        nextForms[form] += posteriors[i].forms()[form];
      }
    }
    forms = Arrays.stream(nextForms).map(f -> f / (n + nextForms.length)).toArray();
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
    return Math.clamp((SPREAD_DOUBT * before + sum) / (SPREAD_DOUBT + n), 0.02, 2);
  }

  /**
   * Campaigns come first, see {@link #CAMPAIGNS}; then whole segments, then each of their parts.
   */
  private List<int[]> kinds() {
    List<int[]> kinds = new ArrayList<>();
    kinds.add(numbered(histories.stream().map(AdSetHistory::campaign).toList(), new HashMap<>()));
    kinds.add(segments);
    int traits = histories.stream().mapToInt(h -> h.traits().size()).max().orElse(0);
    for (int trait = 0; trait < traits; trait++) {
      List<String> names = new ArrayList<>();
      for (AdSetHistory history : histories) {
        names.add(trait < history.traits().size() ? history.traits().get(trait) : null);
      }
      kinds.add(numbered(names, new HashMap<>()));
    }
    return kinds;
  }

  private Map<String, PosteriorCurve> segmentCurves() {
    Map<String, PosteriorCurve> curves = new LinkedHashMap<>();
    Evidence none = Evidence.of(List.of(), accountSpend, weekdays, null, dispersion);
    segmentNumbers.forEach(
        (segment, number) -> {
          int[] members = IntStream.range(0, n).filter(i -> segments[i] == number).toArray();
          double there = Arrays.stream(members).mapToDouble(i -> covariate[i]).average().orElse(0);
          Prior prior =
              new Prior(
                  efficiencies.predictNew(members[0], CAMPAIGNS, there),
                  efficiencyVariance,
                  halfSpends.predictNew(members[0], CAMPAIGNS, there),
                  halfSpendVariance,
                  forms);
          double spend = accountSpend * Math.exp(there);
          curves.put(segment, Posterior.of(prior, none, spend, dispersion).curve());
        });
    return curves;
  }

  private double averageReturn() {
    double spend = 0;
    double outcome = 0;
    for (AdSetHistory history : histories) {
      for (Observation o : history.observations()) {
        spend += o.spend();
        outcome += o.spend() > 0 ? o.outcome() : 0;
      }
    }
    // Where nothing came back, half an event may have been missed by chance: small, but not zero
    return Math.max(outcome, 0.5 * leastDispersion) / Math.max(spend, 1e-6);
  }

  private double firstDispersion() {
    double returned = averageReturn();
    double sum = 0;
    int count = 0;
    for (AdSetHistory history : histories) {
      for (Observation o : history.observations()) {
        if (o.spend() > 0) {
          sum += squared(o.outcome() - returned * o.spend()) / (returned * o.spend());
          count++;
        }
      }
    }
    return Math.max(leastDispersion, count == 0 ? 0 : sum / count);
  }

  private static double[] filled(int length, double value) {
    double[] array = new double[length];
    Arrays.fill(array, value);
    return array;
  }

  private static int[] numbered(List<String> names, Map<String, Integer> numbers) {
    return names.stream()
        .mapToInt(
            name -> name == null ? -1 : numbers.computeIfAbsent(name, unseen -> numbers.size()))
        .toArray();
  }

  private static double squared(double x) {
    return x * x;
  }
}
