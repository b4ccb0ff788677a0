package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the response curves of an account's ad sets, day by day. Each day's figures cost the same
 * however long the past is.
 */
public final class ResponseLearner {

  private static final double LEVEL_BEFORE = Math.log(1.5);
  private static final double SLOPE_BEFORE = 0.5;
  private static final double SPREAD_DOUBT = 6;
  private static final double EFFICIENCY_SPREAD = 0.6;
  private static final double HALF_SPEND_SPREAD = 0.5;
  private static final double RESIDUALS_DOUBT = 14;

  private final Memory memory;
  private final double leastDispersion;
  private final Map<String, Arm> arms = new LinkedHashMap<>();
  private final Weeks weeks = new Weeks();
  private Completeness completeness = Completeness.ALL;
  private double dispersion = 1;
  private double residuals;
  private double residualDays;
  private double efficiencyVariance = EFFICIENCY_SPREAD;
  private double halfSpendVariance = HALF_SPEND_SPREAD;
  private double[] forms;
  private double returned;
  private double spent;
  private long today = Long.MIN_VALUE;

  /** One ad set. */
  static final class Arm {
    final String id;
    final String campaign;
    final String segment;
    final List<String> traits;
    final ArmFilter filter;
    final Weeks.Week week = new Weeks.Week();
    Prior prior;
    Posterior posterior;

    Arm(String id, String campaign, String segment, List<String> traits, ArmFilter filter) {
      this.id = id;
      this.campaign = campaign;
      this.segment = segment;
      this.traits = traits;
      this.filter = filter;
    }
  }

  public ResponseLearner(double leastDispersion) {
    this(leastDispersion, Memory.STANDARD);
  }

  ResponseLearner(double leastDispersion, Memory memory) {
    this.leastDispersion = leastDispersion;
    this.memory = memory;
    dispersion = leastDispersion;
    forms = new double[Saturation.values().length];
    Arrays.fill(forms, 1.0 / forms.length);
  }

  /**
   * Makes an ad set known.
   *
   * @param scale a spend a day that is usual for it, in units of currency
   */
  public void add(String id, String campaign, String segment, List<String> traits, double scale) {
    arms.computeIfAbsent(
        id, _ -> new Arm(id, campaign, segment, traits, new ArmFilter(scale, memory)));
  }

  /** What share of conversions is known, by age. */
  public void completeness(Completeness known) {
    completeness = known;
  }

  /** A day's figures, or what they are now. */
  public void put(String id, long day, int days, double spend, double outcome) {
    arms.get(id).filter.put(day, days, spend, outcome);
    today = Math.max(today, day + days - 1);
  }

  /** Brings all curves to what is known. */
  public void update() {
    if (arms.values().iterator().next().prior == null) {
      startPriors();
    }
    long first = today - completeness.settledAfter();
    for (Arm arm : arms.values()) {
      arm.filter.settle(
          first,
          (day, days) -> factor(arm, day, days),
          arm.prior,
          dispersion,
          (day, days, spend, outcome, exposure) -> {
            if (arm.posterior != null && spend > 0) {
              settled(arm, day, days, outcome, exposure);
            }
          });
    }
    refresh();
    updateWeeks();
    updateGroups();
    refresh();
  }

  private void settled(Arm arm, long day, int days, double outcome, double[] exposure) {
    double expected = expected(arm, exposure);
    if (days == 1) {
      arm.week.learn(day, outcome, expected, memory.form());
    }
    double mean = expected * (days == 1 ? weeks.factor(arm.campaign, arm.week, day) : 1);
    if (mean > 0) {
      double residual = (outcome - mean) * (outcome - mean) / mean;
      residuals = memory.form() * residuals + Math.min(residual, 9 * dispersion);
      residualDays = memory.form() * residualDays + 1;
    }
  }

  private void refresh() {
    for (Arm arm : arms.values()) {
      Knowledge knowledge =
          arm.filter.at(today, (day, days) -> factor(arm, day, days), arm.prior, dispersion);
      arm.posterior = Posterior.of(arm.prior, knowledge, arm.filter.scale());
    }
  }

  private double factor(Arm arm, long day, int days) {
    double week = days == 1 ? weeks.factor(arm.campaign, arm.week, day) : 1;
    return week * completeness.at(today - day - days + 1);
  }

  private static double expected(Arm arm, double[] exposure) {
    double sum = 0;
    double[] efficiencies = arm.posterior.efficiencies();
    for (int k = 0; k < exposure.length; k++) {
      sum += efficiencies[k] * exposure[k];
    }
    return sum;
  }

  private void updateWeeks() {
    weeks.begin();
    for (Arm arm : arms.values()) {
      Weeks.Week now = arm.week.copy();
      arm.filter.forEachRecent(
          (day, days, spend, outcome, exposure) -> {
            double known = completeness.at(today - day - days + 1);
            if (days == 1 && spend > 0) {
              now.learn(day, outcome, expected(arm, exposure) * known, 1);
            }
          });
      weeks.add(arm.campaign, arm.week, now);
    }
    weeks.end(dispersion);
    dispersion =
        Math.max(
            leastDispersion,
            (RESIDUALS_DOUBT * leastDispersion + residuals) / (RESIDUALS_DOUBT + residualDays));
  }

  private void startPriors() {
    for (Arm arm : arms.values()) {
      arm.filter.forEachRecent(
          (day, days, spend, outcome, exposure) -> {
            spent += spend * completeness.at(today - day - days + 1);
            returned += spend > 0 ? outcome : 0;
          });
    }
    double average = Math.max(returned, 0.5 * leastDispersion) / Math.max(spent, 1e-6);
    double level = Math.log(average * (1 + Math.exp(-LEVEL_BEFORE)));
    for (Arm arm : arms.values()) {
      arm.prior =
          Prior.of(
              level,
              efficiencyVariance,
              Math.log(arm.filter.scale()) + LEVEL_BEFORE,
              halfSpendVariance,
              forms);
    }
  }

  private void updateGroups() {
    List<Arm> all = List.copyOf(arms.values());
    int n = all.size();
    double mean = all.stream().mapToDouble(a -> a.filter.scale()).average().orElse(1);
    double[] covariate = all.stream().mapToDouble(a -> Math.log(a.filter.scale() / mean)).toArray();
    double[] values = new double[n];
    double[] weights = new double[n];
    double[] halfValues = new double[n];
    double[] halfWeights = new double[n];
    double spread = 0;
    double halfSpread = 0;
    double[] nextForms = new double[forms.length];
    Arrays.fill(nextForms, 1);
    for (int i = 0; i < n; i++) {
      Posterior p = all.get(i).posterior;
      Prior before = all.get(i).prior;
      weights[i] = known(p.efficiencyVariance(), efficiencyVariance);
      values[i] = unshrunk(p.logEfficiency(), before.logEfficiency(), weights[i]);
      spread += squared(p.logEfficiency() - before.logEfficiency()) + p.efficiencyVariance();
      halfWeights[i] = known(p.halfSpendVariance(), halfSpendVariance);
      halfValues[i] = unshrunk(p.logHalfSpend(), before.logHalfSpend(), halfWeights[i]);
      halfSpread += squared(p.logHalfSpend() - before.logHalfSpend()) + p.halfSpendVariance();
      for (int form = 0; form < forms.length; form++) {
        nextForms[form] += p.forms()[form];
      }
    }
    efficiencyVariance = learned(spread, EFFICIENCY_SPREAD, n);
    halfSpendVariance = learned(halfSpread, HALF_SPEND_SPREAD, n);
    List<int[]> kinds = kinds(all);
    var efficiencies = new GroupEffects(kinds, covariate);
    var halfSpends = new GroupEffects(kinds, covariate);
    double average = Math.max(returned, 0.5 * leastDispersion) / Math.max(spent, 1e-6);
    efficiencies.fit(values, weights, Math.log(average * (1 + Math.exp(-LEVEL_BEFORE))), 0);
    halfSpends.fit(halfValues, halfWeights, Math.log(mean) + LEVEL_BEFORE, SLOPE_BEFORE);
    forms = Arrays.stream(nextForms).map(f -> f / (n + nextForms.length)).toArray();
    for (int i = 0; i < n; i++) {
      all.get(i).prior =
          Prior.of(
              efficiencies.predict(i),
              efficiencyVariance,
              halfSpends.predict(i),
              halfSpendVariance,
              forms);
    }
  }

  private static List<int[]> kinds(List<Arm> arms) {
    List<int[]> kinds = new ArrayList<>();
    kinds.add(numbered(arms.stream().map(a -> a.campaign).toList()));
    kinds.add(numbered(arms.stream().map(a -> a.segment).toList()));
    return kinds;
  }

  private static int[] numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    return names.stream()
        .mapToInt(name -> name == null ? -1 : numbers.computeIfAbsent(name, _ -> numbers.size()))
        .toArray();
  }

  private static double known(double posteriorVariance, double priorVariance) {
    return Math.clamp(1 - posteriorVariance / priorVariance, 0, 1);
  }

  private static double unshrunk(double posterior, double prior, double known) {
    return known < 0.02 ? prior : (posterior - (1 - known) * prior) / known;
  }

  private static double learned(double sum, double before, int n) {
    return Math.clamp((SPREAD_DOUBT * before + sum) / (SPREAD_DOUBT + n), 0.02, 2);
  }

  private static double squared(double x) {
    return x * x;
  }

  /** The curve of an ad set on a mean weekday. */
  public PosteriorCurve curve(String id) {
    return arms.get(id).posterior.curve();
  }

  /** What a day brings an ad set in units of its mean day. */
  public double weekday(String id, long day) {
    Arm arm = arms.get(id);
    return weeks.factor(arm.campaign, arm.week, day);
  }
}
