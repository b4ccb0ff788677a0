package dev.bellwether.campaign.allocation;

/**
 * An objective on envelopes: how the lines of a pool are filled for it, what that promises, and
 * what the curves themselves make of it. What the best split of a total brings is a concave
 * function of the total whose slope is the price, so the total for a cost or a volume is a root
 * found by Newton's steps.
 */
sealed interface Relaxation {

  /**
   * Fills the lines, whose groups are narrowed.
   *
   * @param guess a price to begin with; 0 for none
   * @return the price; NaN where the objective cannot be met
   */
  double fill(Watering watering, double guess);

  /** The most that can be scored, given what the envelopes bring and what is spent. */
  double promise(double promised, double spent);

  /** What a split scores: more is better; minus infinity where it misses the objective. */
  double score(double brought, double spent);

  /** Sums of doubles are off by less than this share. */
  double EXACT = 1e-12;

  /** A split may miss its objective by so much before it is rounded to micros. */
  double NEAR = 1e-10;

  /** Less than this is less than a micro. */
  double TINY = 1e-9;

  int ROUNDS = 100;

  /** The most value of a total. */
  record OfTotal(double total) implements Relaxation {
    @Override
    public double fill(Watering watering, double guess) {
      return watering.reaches(total) ? watering.fill(total, guess) : Double.NaN;
    }

    @Override
    public double promise(double promised, double spent) {
      return promised;
    }

    @Override
    public double score(double brought, double spent) {
      return brought;
    }
  }

  /** The most value at a cost of at most {@code perUnit}, with a total from least to most. */
  record AtCost(double perUnit, double least, double most) implements Relaxation {
    @Override
    public double fill(Watering watering, double guess) {
      double from = Math.max(least, watering.least());
      double to = Math.min(most, watering.most());
      if (from > to * (1 + EXACT)) {
        return Double.NaN;
      }
      double low = Math.clamp(watering.demand(1 / perUnit), from, Math.max(from, to));
      double price = watering.fill(low, 1 / perUnit);
      if (spare(watering, low) < -NEAR * low) {
        return Double.NaN;
      }
      double high = Math.max(low, to);
      double at = high;
      for (int round = 0; round < ROUNDS; round++) {
        price = watering.fill(at, price);
        double spare = spare(watering, at);
        low = spare >= 0 ? at : low;
        high = spare >= 0 ? high : at;
        if (Math.abs(spare) <= EXACT * at || high - low <= EXACT * high + TINY) {
          break;
        }
        double next = at - spare / (perUnit * price - 1);
        at = next > low && next < high && round < ROUNDS / 2 ? next : low + (high - low) / 2;
      }
      return watering.fill(spare(watering, at) < -NEAR / 2 * at ? low : at, price);
    }

    private double spare(Watering watering, double total) {
      return perUnit * watering.envelopes() - total;
    }

    @Override
    public double promise(double promised, double spent) {
      return promised;
    }

    @Override
    public double score(double brought, double spent) {
      return spent <= perUnit * brought * (1 + NEAR) ? brought : Double.NEGATIVE_INFINITY;
    }
  }

  /** The least total, from least to most, for a value; scored by the total's negative. */
  record ForValue(double value, double least, double most) implements Relaxation {
    @Override
    public double fill(Watering watering, double guess) {
      double low = Math.max(least, watering.least());
      double high = Math.max(low, Math.min(most, watering.most()));
      double price = watering.fill(high, guess);
      if (low > Math.min(most, watering.most()) * (1 + EXACT) || missing(watering) > NEAR * value) {
        return Double.NaN;
      }
      double at = low;
      for (int round = 0; round < ROUNDS; round++) {
        price = watering.fill(at, price);
        double missing = missing(watering);
        low = missing > 0 ? at : low;
        high = missing > 0 ? high : at;
        if (Math.abs(missing) <= EXACT * value || high - low <= EXACT * high + TINY) {
          break;
        }
        double next = at + missing / price;
        at = next > low && next < high && round < ROUNDS / 2 ? next : low + (high - low) / 2;
      }
      return watering.fill(missing(watering) > NEAR / 2 * value ? high : at, price);
    }

    private double missing(Watering watering) {
      return value - watering.envelopes();
    }

    @Override
    public double promise(double promised, double spent) {
      return -spent;
    }

    @Override
    public double score(double brought, double spent) {
      return brought >= value * (1 - NEAR) ? -spent : Double.NEGATIVE_INFINITY;
    }
  }
}
