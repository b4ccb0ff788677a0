package dev.bellwether.campaign.response;

/**
 * The forms in which a return saturates: four concave ones from the softest to the sharpest, and
 * two S-shaped ones. Each is scaled so that its best mean return is 1 (for a concave form that of
 * the first unit of spend), and so that at the <em>half-efficiency spend</em> the return is half of
 * what that would have brought. So one parameter means the same in every form, and forms can be
 * weighed against each other.
 *
 * <p>A Hill curve of shape 1 is {@link #HYPERBOLIC}.
 */
public enum Saturation {
  /** b·ln(1 + x/b): never quite saturates. */
  LOGARITHMIC(1, 2.5128624172523393) {
    @Override
    double shape(double u) {
      return Math.log1p(u);
    }

    @Override
    double steepness(double u) {
      return 1 / (1 + u);
    }

    @Override
    double unsteep(double slope) {
      return 1 / slope - 1;
    }
  },

  /** x / (1 + x/b), Michaelis-Menten: Hill of shape 1. */
  HYPERBOLIC(1, 1) {
    @Override
    double shape(double u) {
      return u / (1 + u);
    }

    @Override
    double steepness(double u) {
      return 1 / ((1 + u) * (1 + u));
    }

    @Override
    double unsteep(double slope) {
      return 1 / Math.sqrt(slope) - 1;
    }
  },

  /** b·(1 − exp(−x/b)). */
  EXPONENTIAL(1, 1.5936242600400401) {
    @Override
    double shape(double u) {
      return -Math.expm1(-u);
    }

    @Override
    double steepness(double u) {
      return Math.exp(-u);
    }

    @Override
    double unsteep(double slope) {
      return -Math.log(slope);
    }
  },

  /** x / √(1 + (x/b)²): nearly linear, then soon full. */
  SHARP(1, 1.7320508075688772) {
    @Override
    double shape(double u) {
      return u / Math.sqrt(1 + u * u);
    }

    @Override
    double steepness(double u) {
      double root = Math.sqrt(1 + u * u);
      return 1 / (root * root * root);
    }

    @Override
    double unsteep(double slope) {
      return Math.sqrt(Math.max(0, Math.pow(slope, -2.0 / 3) - 1));
    }
  },

  /** Hill of shape 1.5: a little slow to begin with. */
  SLOW_START(1.5),

  /** Hill of shape 2.5: next to nothing before a threshold. */
  THRESHOLD(2.5);

  private static final int ROUNDS = 60;

  private final double hill;

  /** The best mean return of the Hill curve before it is scaled. */
  private final double steepest;

  /** Where shape(u) = u/2, beyond the best mean return. */
  private final double half;

  /** From where on it is concave. */
  private final double bend;

  Saturation(double hill, double half) {
    this.hill = hill;
    this.half = half;
    steepest = 1;
    bend = 0;
  }

  Saturation(double hill) {
    this.hill = hill;
    double best = Math.pow(hill - 1, 1 / hill);
    steepest = (hill - 1) / hill / best;
    bend = Math.pow((hill - 1) / (hill + 1), 1 / hill);
    double low = best;
    double high = 100;
    for (int round = 0; round < ROUNDS; round++) {
      double middle = (low + high) / 2;
      if (shape(middle) > middle / 2) {
        low = middle;
      } else {
        high = middle;
      }
    }
    half = low;
  }

  double shape(double u) {
    double power = Math.pow(u, hill);
    return power / (1 + power) / steepest;
  }

  double steepness(double u) {
    if (u <= 0) {
      return 0;
    }
    double power = Math.pow(u, hill);
    return hill / u * (power / (1 + power)) / (1 + power) / steepest;
  }

  /** Where, beyond the bend, {@link #steepness} is {@code slope}, which is below the most. */
  double unsteep(double slope) {
    double low = bend;
    double high = 2;
    while (steepness(high) > slope) {
      low = high;
      high *= 2;
    }
    for (int round = 0; round < ROUNDS && high - low > 1e-12 * high; round++) {
      double middle = (low + high) / 2;
      if (steepness(middle) > slope) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether it is concave from the first unit on. */
  boolean concave() {
    return bend == 0;
  }

  /**
   * What {@code spend} brings in units of a unit of spend at its best; at {@code halfSpend} it is
   * half the spend.
   */
  double at(double spend, double halfSpend) {
    double scale = halfSpend / half;
    return scale * shape(spend / scale);
  }

  /** The derivative of {@link #at} by spend: beyond {@link #inflection} it falls. */
  double slope(double spend, double halfSpend) {
    return steepness(spend * half / halfSpend);
  }

  /** The spend from which on it is concave. */
  double inflection(double halfSpend) {
    return halfSpend / half * bend;
  }

  /** The spend beyond {@link #inflection} at which {@link #slope} is {@code slope}. */
  double inverse(double slope, double halfSpend) {
    return halfSpend / half * unsteep(slope);
  }
}
