package dev.bellwether.campaign.allocation;

/** What a split is to reach. Spend is in units of currency, value in units of the curves. */
public sealed interface Objective {

  /** As much value as the budget brings. */
  record MostValue() implements Objective {}

  /**
   * As much value as can be had at a cost of at most {@code perUnit} a unit: a target CPA; a target
   * ROAS is 1/ROAS where the value is revenue.
   */
  record CostAtMost(double perUnit) implements Objective {
    public CostAtMost {
      positive("a target cost", perUnit);
    }
  }

  /** Spends as long as the next unit of currency brings {@code slope}: a target marginal ROAS. */
  record MarginalAtLeast(double slope) implements Objective {
    public MarginalAtLeast {
      positive("a target marginal return", slope);
    }
  }

  /** Spends as little as brings {@code value}. */
  record LeastSpend(double value) implements Objective {
    public LeastSpend {
      positive("a target volume", value);
    }
  }

  private static void positive(String what, double figure) {
    if (!(figure > 0) || Double.isInfinite(figure)) {
      throw new IllegalArgumentException(what + " must be above zero, not " + figure);
    }
  }
}
