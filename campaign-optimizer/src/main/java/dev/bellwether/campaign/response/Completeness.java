package dev.bellwether.campaign.response;

/**
 * What share of a day's conversions is known after so many days.
 *
 * @param shares by age in days; the last holds for all older days
 */
public record Completeness(double[] shares) {

  static final Completeness ALL = new Completeness(new double[] {1, 1, 1});

  double at(long age) {
    return shares[(int) Math.clamp(age, 0, shares.length - 1)];
  }

  /** From which age on a day is as good as known. */
  int settledAfter() {
    int age = 0;
    while (age < shares.length - 1 && shares[age] < 0.99) {
      age++;
    }
    return age;
  }

  /**
   * Chain ladder (Mack, ASTIN Bulletin 1993): how conversions grew with age, over all days.
   *
   * @param byAge conversions first reported at each age
   * @param exposed conversions of the same days known before and at that age
   */
  public static Completeness of(double[] growth) {
    double[] shares = new double[growth.length];
    double share = 1;
    for (int age = growth.length - 1; age >= 0; age--) {
      shares[age] = share;
      share /= growth[age];
    }
    return new Completeness(shares);
  }
}
