package dev.bellwether.campaign.response;

/**
 * What share of a day's conversions is known when the day is so old.
 *
 * @param shares by age in days, each above 0 and at most 1; the last holds for all older days
 */
public record Completeness(double[] shares) {

  /** Conversions are reported at once. */
  public static final Completeness AT_ONCE = new Completeness(new double[] {1});

  /** From this share on a day is as good as known. */
  private static final double ALL = 0.99;

  /** No day is believed to be further from complete than this. */
  private static final double LEAST = 0.02;

  double at(long age) {
    return shares[Math.clamp(age, 0, shares.length - 1)];
  }

  /** From which age on a day is as good as known. */
  int settledAfter() {
    int age = 0;
    while (age < shares.length - 1 && shares[age] < ALL) {
      age++;
    }
    return age;
  }

  /**
   * Chain ladder (Mack, ASTIN Bulletin 23, 1993).
   *
   * @param growth by age: conversions known at that age over those known a day before, of the days
   *     for which both are known; 1 or more, the first is not looked at
   */
  public static Completeness of(double[] growth) {
    double[] shares = new double[growth.length];
    double share = 1;
    for (int age = growth.length - 1; age >= 0; age--) {
      shares[age] = Math.max(LEAST, share);
      share /= age == 0 ? 1 : growth[age];
    }
    return new Completeness(shares);
  }
}
