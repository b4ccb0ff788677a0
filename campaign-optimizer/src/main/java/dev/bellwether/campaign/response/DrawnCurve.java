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

  /** The spend at which the next unit brings {@code price}; zero if none does. */
  public double spendAt(double price) {
    return price >= efficiency ? 0 : form.inverse(price / efficiency, halfSpend);
  }

  public DrawnCurve times(double factor) {
    return new DrawnCurve(form, efficiency * factor, halfSpend);
  }
}
