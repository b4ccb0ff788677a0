package dev.bellwether.campaign.measure.market;

import dev.bellwether.campaign.response.Curve;

/**
 * What a day's spend on an arm truly brings.
 *
 * @param efficiency expected conversions of the first unit of currency
 * @param scale spend in units of currency at which saturation is felt
 * @param shape of the families that have one
 */
record TrueCurve(Family family, double efficiency, double scale, double shape) implements Curve {

  @Override
  public double at(double spend) {
    return efficiency * scale * family.at(spend / scale, shape);
  }

  @Override
  public double slope(double spend) {
    return efficiency * family.slope(spend / scale, shape);
  }

  @Override
  public double inflection() {
    return scale * family.inflection(shape);
  }

  TrueCurve times(double factor) {
    return new TrueCurve(family, efficiency * factor, scale, shape);
  }

  @Override
  public boolean convexBelowInflection() {
    return true;
  }

  @Override
  public double spendAt(double slope, double low, double high, double guess) {
    double relative = slope / efficiency;
    if (relative >= family.slope(Math.max(low, inflection()) / scale, shape)) {
      return low;
    }
    return Math.clamp(scale * family.inverse(relative, shape), low, high);
  }
}
