package dev.bellwether.campaign.plan;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * How much more or less the same rate of spend brings in each four hours of the day, over the whole
 * account; 1 is the mean. Learnt as the weekdays are: outcomes seen over outcomes expected, each
 * part leaning on 1 as if so many more had been seen there as expected.
 */
final class Dayparts {

  static final int HOURS = 4;
  static final int PARTS = 24 / HOURS;

  /** Expected outcomes at which a part's own ratio weighs as much as "alike". */
  private static final double DOUBT = 20;

  private final double[] factors;

  private Dayparts(double[] factors) {
    this.factors = factors;
  }

  /**
   * @throws UnplannableException where no ad set has figures by the hour
   */
  static Dayparts of(FittedAccount account) {
    double[] seen = new double[PARTS];
    double[] expected = new double[PARTS];
    for (int i = 0; i < account.size(); i++) {
      for (AccountHistory.HourFigures figures : account.adSet(i).hours()) {
        Double outcome = AccountModel.outcome(account.goal(), figures);
        if (outcome != null && figures.spendMicros() > 0 && withinAPart(figures)) {
          int part = figures.start().getHour() / HOURS;
          double days = figures.hours() / 24;
          double weekday = account.weekdays(i).on(figures.start().toLocalDate());
          seen[part] += outcome;
          expected[part] +=
              days * weekday * account.curves().get(i).at(figures.spendMicros() / 1e6 / days);
        }
      }
    }
    double total = Arrays.stream(expected).sum();
    if (!(total > 0)) {
      throw new UnplannableException(
          "by",
          "A plan by daypart needs figures by the hour (windows of at most "
              + HOURS
              + " hours), and "
              + account.history().account()
              + " has none. Send them, or plan by day.");
    }
    // Only how the parts differ is learnt here: the level is the curves'
    double level = Arrays.stream(seen).sum() / total;
    double doubt = DOUBT * account.model().dispersion();
    double[] factors = new double[PARTS];
    for (int part = 0; part < PARTS; part++) {
      factors[part] = (seen[part] + doubt) / (level * expected[part] + doubt);
    }
    double mean = Arrays.stream(factors).average().orElse(1);
    return new Dayparts(Arrays.stream(factors).map(f -> f / mean).toArray());
  }

  private static boolean withinAPart(AccountHistory.HourFigures figures) {
    LocalDateTime start = figures.start();
    return start.getHour() % HOURS + start.getMinute() / 60.0 + figures.hours() <= HOURS;
  }

  /** From midnight on. */
  List<Double> factors() {
    return Arrays.stream(factors).boxed().toList();
  }
}
