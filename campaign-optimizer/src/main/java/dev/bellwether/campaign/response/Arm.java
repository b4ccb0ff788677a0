package dev.bellwether.campaign.response;

import java.util.List;

/** An ad set as {@link ResponseLearner} knows it; state that each update brings on. */
final class Arm implements ArmFilter.Circumstances {

  /**
   * A day counts for no more than so many times its expected return, and so many standard
   * deviations more: one typing error is not a trend.
   */
  private static final double BELIEVED = 2;

  private static final double DEVIATIONS = 8;

  final String id;
  final String campaign;
  final String segment;
  final List<String> traits;
  final ArmFilter filter;
  final WeekSums week = new WeekSums();
  Weekdays weekdays = Weekdays.ALIKE;
  Prior prior;
  Posterior posterior;
  private final ResponseLearner account;

  Arm(ResponseLearner account, AdSetHistory history, ArmFilter filter) {
    this.account = account;
    id = history.id();
    campaign = history.campaign();
    segment = history.segment();
    traits = history.traits();
    this.filter = filter;
  }

  @Override
  public double factor(long day, int days) {
    return account.known(day, days) * (days == 1 ? weekdays.on(day) : 1);
  }

  @Override
  public double outcome(ArmFilter.Day day) {
    if (posterior == null) {
      return day.outcome();
    }
    double mean = expected(day);
    double phi = account.dispersion();
    double deviation = Math.sqrt(phi * mean + phi * phi);
    return Math.min(day.outcome(), BELIEVED * mean + DEVIATIONS * deviation);
  }

  /** What was to be expected of the day by now. */
  double expected(ArmFilter.Day day) {
    return posterior.expected(day.exposure()) * factor(day.day(), day.days());
  }

  void refresh(long today, double dispersion) {
    Knowledge knowledge = filter.at(today, this, prior, dispersion);
    posterior = Posterior.of(prior, knowledge, filter.scale());
  }

  /** Its week so far, recent days included. */
  WeekSums weekNow() {
    WeekSums now = week.copy();
    filter.showRecent(
        day -> {
          if (day.days() == 1 && day.spend() > 0) {
            double expected = posterior.expected(day.exposure());
            now.add(day.day(), outcome(day), expected * account.known(day.day(), 1));
          }
        });
    return now;
  }
}
