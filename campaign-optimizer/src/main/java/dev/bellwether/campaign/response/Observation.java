package dev.bellwether.campaign.response;

import java.time.LocalDate;

/**
 * What an ad set spent and brought over whole days of the account's local time.
 *
 * @param day the first day
 * @param days how many days the figures cover, at least 1
 * @param spend over all these days, in units of currency, zero or more
 * @param outcome over all these days, in units of the goal, zero or more
 */
public record Observation(LocalDate day, int days, double spend, double outcome) {

  public Observation {
    if (days < 1) {
      throw new IllegalArgumentException("an observation covers at least one day, not " + days);
    }
    if (!(spend >= 0 && Double.isFinite(spend))) {
      throw new IllegalArgumentException("spend must be a number of zero or more, not " + spend);
    }
    if (!(outcome >= 0 && Double.isFinite(outcome))) {
      throw new IllegalArgumentException(
          "outcome must be a number of zero or more, not " + outcome);
    }
  }

  double dailySpend() {
    return spend / days;
  }
}
