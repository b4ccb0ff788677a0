package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;

/** Curves to allocate over: smooth, straight, kinked, S-shaped, and sums that are neither. */
sealed interface Shape extends Curve {

  record Hyperbola(double efficiency, double half) implements Shape {
    @Override
    public double at(double x) {
      return efficiency * x / (1 + x / half);
    }

    @Override
    public double slope(double x) {
      return efficiency / ((1 + x / half) * (1 + x / half));
    }
  }

  record Exponential(double efficiency, double scale) implements Shape {
    @Override
    public double at(double x) {
      return -efficiency * scale * Math.expm1(-x / scale);
    }

    @Override
    public double slope(double x) {
      return efficiency * Math.exp(-x / scale);
    }
  }

  record Logarithm(double efficiency, double scale) implements Shape {
    @Override
    public double at(double x) {
      return efficiency * scale * Math.log1p(x / scale);
    }

    @Override
    public double slope(double x) {
      return efficiency / (1 + x / scale);
    }
  }

  record Straight(double efficiency) implements Shape {
    @Override
    public double at(double x) {
      return efficiency * x;
    }

    @Override
    public double slope(double x) {
      return efficiency;
    }
  }

  record Kink(double efficiency, double full) implements Shape {
    @Override
    public double at(double x) {
      return efficiency * Math.min(x, full);
    }

    @Override
    public double slope(double x) {
      return x < full ? efficiency : 0;
    }
  }

  /** S-shaped: its slope rises up to the inflection. */
  record Hill(double ceiling, double half, double shape) implements Shape {
    @Override
    public double at(double x) {
      double reached = Math.pow(x / half, shape);
      return ceiling * reached / (1 + reached);
    }

    @Override
    public double slope(double x) {
      double reached = Math.pow(x / half, shape);
      return x > 0 ? ceiling * shape / x * reached / ((1 + reached) * (1 + reached)) : 0;
    }

    @Override
    public double inflection() {
      return half * Math.pow((shape - 1) / (shape + 1), 1 / shape);
    }
  }

  /** Two steps one after the other: neither concave nor S-shaped. */
  record Stairs(Hill one, Hill other) implements Shape {
    @Override
    public double at(double x) {
      return one.at(x) + other.at(x);
    }

    @Override
    public double slope(double x) {
      return one.slope(x) + other.slope(x);
    }

    @Override
    public double inflection() {
      return Math.max(one.inflection(), other.inflection());
    }
  }
}
