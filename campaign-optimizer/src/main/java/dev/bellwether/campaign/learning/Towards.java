package dev.bellwether.campaign.learning;

import dev.bellwether.campaign.response.Curve;
import java.util.Arrays;
import java.util.List;

/**
 * A curve that makes the best split the one in proportion to what is wanted, as far as the
 * constraints let it: proportional fairness (Kelly, Maulloo and Tan 1998).
 *
 * @param wanted spend, zero or more
 * @param least spend that is too little to matter
 */
record Towards(double wanted, double least) implements Curve {

  private static final double SMALL = 1e-4;

  static List<Towards> curves(double[] wanted) {
    double least = Math.max(1e-9, SMALL * Arrays.stream(wanted).sum() / wanted.length);
    return Arrays.stream(wanted).mapToObj(w -> new Towards(Math.max(w, least), least)).toList();
  }

  @Override
  public double at(double spend) {
    return wanted * Math.log1p(spend / least);
  }

  @Override
  public double slope(double spend) {
    return wanted / (least + spend);
  }

  @Override
  public double spendAt(double slope, double low, double high, double guess) {
    return Math.clamp(wanted / slope - least, low, high);
  }
}
