package dev.bellwether.campaign.response;

/**
 * One curve of those that figures leave possible.
 *
 * @param efficiency what the first unit of currency brings
 * @param halfSpend where a unit of currency brings half of that
 */
public record DrawnCurve(Saturation form, double efficiency, double halfSpend) implements Curve {

  @Override
  public double at(double spend) {
    return efficiency * form.at(spend, halfSpend);
  }

  @Override
  public double slope(double spend) {
    return efficiency * form.slope(spend, halfSpend);
  }

  @Override
  public double inflection() {
    return form.inflection(halfSpend);
  }

  @Override
  public boolean convexBelowInflection() {
    return true;
  }

  @Override
  public double spendAt(double slope, double low, double high, double guess) {
    if (slope >= slope(Math.max(low, inflection()))) {
      return low;
    }
    return Math.clamp(form.inverse(slope / efficiency, halfSpend), low, high);
  }

  public DrawnCurve times(double factor) {
    return new DrawnCurve(form, efficiency * factor, halfSpend);
  }
}
