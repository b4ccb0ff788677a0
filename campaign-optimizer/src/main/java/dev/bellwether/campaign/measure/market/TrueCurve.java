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

  /** The spend beyond the inflection at which the next unit brings {@code price}; zero if none. */
  double spendAt(double price) {
    double relative = price / efficiency;
    if (relative >= family.slope(family.inflection(shape), shape)) {
      return 0;
    }
    return scale * family.inverse(relative, shape);
  }
}
