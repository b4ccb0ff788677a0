package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.Curve;

/**
 * A day's curve over another length of time, spent evenly: what {@code days} days bring that each
 * bring {@code factor} times the mean day.
 */
record SlotCurve(Curve day, double days, double factor) implements Curve {

  @Override
  public double at(double spend) {
    return days * factor * day.at(spend / days);
  }

  @Override
  public double slope(double spend) {
    return factor * day.slope(spend / days);
  }

  @Override
  public double inflection() {
    return days * day.inflection();
  }
}
