package dev.bellwether.campaign.response;

/**
 * The forms in which a return saturates, all concave, from the softest to the sharpest. Each is
 * scaled so that the first unit of spend brings 1, and so that at the <em>half-efficiency
 * spend</em> the return is half of what it would be without saturation. So one parameter means the
 * same in every form, and forms can be weighed against each other.
 *
 * <p>A Hill curve of shape 1 is {@link #HYPERBOLIC}. Steeper Hill curves are S-shaped near zero;
 * beyond their inflection {@link #EXPONENTIAL} and {@link #SHARP} follow them.
 */
public enum Saturation {
  /** b·ln(1 + x/b): never quite saturates. */
  LOGARITHMIC(2.5128624172523393) {
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
  HYPERBOLIC(1) {
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
  EXPONENTIAL(1.5936242600400401) {
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
  SHARP(1.7320508075688772) {
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
      return Math.sqrt(Math.pow(slope, -2.0 / 3) - 1);
    }
  };

  /** Where shape(u) = u/2. */
  private final double half;

  Saturation(double half) {
    this.half = half;
  }

  abstract double shape(double u);

  abstract double steepness(double u);

  /** Where {@link #steepness} is {@code slope}, from 0 to 1. */
  abstract double unsteep(double slope);

  /**
   * What {@code spend} brings in units of an unsaturated unit of spend; at {@code halfSpend} it is
   * half the spend.
   */
  double at(double spend, double halfSpend) {
    double scale = halfSpend / half;
    return scale * shape(spend / scale);
  }

  /** The derivative of {@link #at} by spend: 1 at zero spend, then falling. */
  double slope(double spend, double halfSpend) {
    return steepness(spend * half / halfSpend);
  }

  /** The spend at which {@link #slope} is {@code slope}, above 0 and at most 1. */
  double inverse(double slope, double halfSpend) {
    return halfSpend / half * unsteep(slope);
  }
}
