package dev.bellwether.campaign.measure.market;

import org.hipparchus.random.RandomDataGenerator;

/** Plays a policy through a market. */
final class Simulation {

  private Simulation() {}

  /** Expected conversions over all days, of what the policy spent. */
  static double play(Market market, SpendPolicy policy, long seed) {
    var random = new RandomDataGenerator(seed);
    int[][][] due = new int[market.days() + market.reported().length][][];
    double total = 0;
    for (int day = 0; day < market.days(); day++) {
      double[] spends = checked(market, policy.spends(day));
      double[] returns = market.returns(day, spends);
      for (int arm = 0; arm < spends.length; arm++) {
        total += returns[arm];
        int conversions = returns[arm] > 0 ? random.nextPoisson(returns[arm]) : 0;
        for (int i = 0; i < conversions; i++) {
          int age = age(market.reported(), random.nextUniform(0, 1));
          if (due[day + age] == null) {
            due[day + age] = new int[spends.length][market.reported().length];
          }
          due[day + age][arm][age]++;
        }
      }
      int[][] arrivals =
          due[day] == null ? new int[spends.length][market.reported().length] : due[day];
      policy.observe(new DayReport(day, spends.clone(), arrivals));
    }
    return total;
  }

  private static int age(double[] reported, double chance) {
    int age = 0;
    while (chance > reported[age]) {
      age++;
    }
    return age;
  }

  private static double[] checked(Market market, double[] spends) {
    double sum = 0;
    for (double spend : spends) {
      if (!(spend >= 0 && spend <= market.most() * (1 + 1e-9))) {
        throw new IllegalStateException("a policy broke a bound: " + spend);
      }
      sum += spend;
    }
    if (sum > market.budget() * (1 + 1e-9)) {
      throw new IllegalStateException("a policy overspent: " + sum + " of " + market.budget());
    }
    return spends;
  }
}
