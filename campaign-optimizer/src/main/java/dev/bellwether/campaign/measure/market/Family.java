package dev.bellwether.campaign.measure.market;

/**
 * Families that true curves are drawn from. Each is scaled so that the first unit of spend brings 1
 * per unit of efficiency; {@code u} is spend over the curve's scale. Most are none that the
 * response model knows.
 */
enum Family {
  /** Hill of shape 1. */
  HILL {
    @Override
    double at(double u, double shape) {
      return u / (1 + u);
    }

    @Override
    double slope(double u, double shape) {
      return 1 / ((1 + u) * (1 + u));
    }

    @Override
    double inverse(double slope, double shape) {
      return 1 / Math.sqrt(slope) - 1;
    }
  },
  /** A slope that falls by a power law: Lomax's tail. */
  POWER {
    @Override
    double at(double u, double shape) {
      return Math.abs(1 - shape) < 1e-9
          ? Math.log1p(u)
          : (Math.pow(1 + u, 1 - shape) - 1) / (1 - shape);
    }

    @Override
    double slope(double u, double shape) {
      return Math.pow(1 + u, -shape);
    }

    @Override
    double inverse(double slope, double shape) {
      return Math.pow(slope, -1 / shape) - 1;
    }
  },
  EXPONENTIAL {
    @Override
    double at(double u, double shape) {
      return -Math.expm1(-u);
    }

    @Override
    double slope(double u, double shape) {
      return Math.exp(-u);
    }

    @Override
    double inverse(double slope, double shape) {
      return -Math.log(slope);
    }
  },
  ARCTAN {
    @Override
    double at(double u, double shape) {
      return Math.atan(u);
    }

    @Override
    double slope(double u, double shape) {
      return 1 / (1 + u * u);
    }

    @Override
    double inverse(double slope, double shape) {
      return Math.sqrt(1 / slope - 1);
    }
  },
  TANH {
    @Override
    double at(double u, double shape) {
      return Math.tanh(u);
    }

    @Override
    double slope(double u, double shape) {
      double c = Math.cosh(Math.min(u, 300));
      return 1 / (c * c);
    }

    @Override
    double inverse(double slope, double shape) {
      double c = 1 / Math.sqrt(slope);
      return Math.log(c + Math.sqrt(c * c - 1));
    }
  },
  /** Hill of a shape above 1: convex up to an inflection. Scaled to bring 1 on average at best. */
  S_SHAPED {
    @Override
    double at(double u, double shape) {
      double power = Math.pow(u, shape);
      return power / (1 + power) / steepest(shape);
    }

    @Override
    double slope(double u, double shape) {
      if (u <= 0) {
        return 0;
      }
      double power = Math.pow(u, shape);
      return shape * power / (u * (1 + power) * (1 + power)) / steepest(shape);
    }

    @Override
    double inverse(double slope, double shape) {
      double low = inflection(shape);
      double high = Math.max(1, 2 * low);
      while (slope(high, shape) > slope) {
        high *= 2;
      }
      for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (slope(middle, shape) > slope) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return (low + high) / 2;
    }

    @Override
    double inflection(double shape) {
      return Math.pow((shape - 1) / (shape + 1), 1 / shape);
    }

    /** The most that {@code at(u) / u} of the unscaled curve gets. */
    private double steepest(double shape) {
      double u = Math.pow(shape - 1, 1 / shape);
      return (shape - 1) / shape / u;
    }
  };

  /** The return per unit of efficiency and scale. */
  abstract double at(double u, double shape);

  abstract double slope(double u, double shape);

  /** Where, beyond the inflection, the slope is {@code slope}, below the highest. */
  abstract double inverse(double slope, double shape);

  double inflection(double shape) {
    return 0;
  }
}
