package dev.bellwether.campaign.measure.market;

/** Knows every day's true curves and splits the budget so that they bring the most. */
final class Oracle {

  private final Market market;

  private Oracle(Market market) {
    this.market = market;
  }

  static Oracle of(Market market) {
    return new Oracle(market);
  }

  /** The best split on the curves of {@code day}. */
  double[] spends(int day) {
    TrueCurve[] curves = new TrueCurve[market.size()];
    for (int i = 0; i < curves.length; i++) {
      curves[i] = market.curve(day, i);
    }
    return split(curves, market.budget(), market.most());
  }

  /** Bisection on the price; concave curves only. */
  static double[] split(TrueCurve[] curves, double budget, double most) {
    double low = 0;
    double high = 0;
    for (TrueCurve curve : curves) {
      high = Math.max(high, curve.slope(0));
    }
    double[] spends = new double[curves.length];
    for (int round = 0; round < 60; round++) {
      double price = (low + high) / 2;
      double sum = 0;
      for (int i = 0; i < spends.length; i++) {
        spends[i] = Math.min(most, curves[i].spendAt(price));
        sum += spends[i];
      }
      if (sum > budget) {
        low = price;
      } else {
        high = price;
      }
    }
    return spends;
  }
}
