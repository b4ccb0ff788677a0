package dev.bellwether.campaign.response;

import java.util.HashMap;
import java.util.Map;

/**
 * How much more or less the same spend brings on each day of the week: over the account, then what
 * differs in a campaign, then in an ad set, each leaning on the one before.
 */
final class Weeks {

  private static final double ACCOUNT_DOUBT = 20;
  private static final double CAMPAIGN_DOUBT = 60;
  private static final double ARM_DOUBT = 60;

  private double[] account = ones();
  private Map<String, double[]> campaigns = new HashMap<>();
  private final Map<String, Week> campaignSums = new HashMap<>();
  private final Map<Week, Week> now = new HashMap<>();
  private final Map<Week, double[]> arms = new HashMap<>();
  private final Map<Week, String> campaignOf = new HashMap<>();

  /** Outcomes seen and expected without weekdays, Monday first. */
  static final class Week {
    final double[] seen = new double[7];
    final double[] expected = new double[7];

    void learn(long day, double outcome, double expectation, double kept) {
      int weekday = index(day);
      seen[weekday] = kept * seen[weekday] + outcome;
      expected[weekday] = kept * expected[weekday] + expectation;
    }

    Week copy() {
      Week copy = new Week();
      copy.add(this);
      return copy;
    }

    void add(Week other) {
      for (int day = 0; day < 7; day++) {
        seen[day] += other.seen[day];
        expected[day] += other.expected[day];
      }
    }
  }

  static int index(long epochDay) {
    return (int) Math.floorMod(epochDay + 3, 7L);
  }

  void begin() {
    campaignSums.clear();
    now.clear();
  }

  void add(String campaign, Week arm, Week sums) {
    campaignSums.computeIfAbsent(campaign, _ -> new Week()).add(sums);
    now.put(arm, sums);
    campaignOf.put(arm, campaign);
  }

  void end(double dispersion) {
    Week all = new Week();
    campaignSums.values().forEach(all::add);
    account = ratios(all, ones(), ACCOUNT_DOUBT * dispersion);
    campaigns = new HashMap<>();
    campaignSums.forEach(
        (name, sums) -> campaigns.put(name, ratios(sums, account, CAMPAIGN_DOUBT * dispersion)));
    now.forEach(
        (arm, sums) ->
            arms.put(
                arm, ratios(sums, campaigns.get(campaignOf.get(arm)), ARM_DOUBT * dispersion)));
  }

  private static double[] ratios(Week sums, double[] before, double doubt) {
    double[] factors = new double[7];
    double mean = 0;
    for (int day = 0; day < 7; day++) {
      factors[day] =
          before[day] * (sums.seen[day] + doubt) / (sums.expected[day] * before[day] + doubt);
      mean += factors[day] / 7;
    }
    for (int day = 0; day < 7; day++) {
      factors[day] /= mean;
    }
    return factors;
  }

  double factor(String campaign, Week arm, long day) {
    double[] factors = arms.get(arm);
    if (factors == null) {
      factors = campaigns.getOrDefault(campaign, account);
    }
    return factors[index(day)];
  }

  private static double[] ones() {
    return new double[] {1, 1, 1, 1, 1, 1, 1};
  }
}
