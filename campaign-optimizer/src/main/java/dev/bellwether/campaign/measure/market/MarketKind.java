package dev.bellwether.campaign.measure.market;

import java.util.List;

/** The markets that policies are measured on. */
enum MarketKind {
  /** Little to learn: any sensible rule does well. */
  EASY(new MarketTraits(0.3, 0.15, 0.3, 1.0, 20, 0.03, 0.004, 0, 0, List.of(Family.HILL), 0)),
  /** Ad sets that differ widely, drift, and a shift of the market; curves of several families. */
  HARD(
      new MarketTraits(
          0.9,
          0.5,
          0.8,
          1.0,
          8,
          0.12,
          0.02,
          0.3,
          0.7,
          List.of(
              Family.HILL,
              Family.HILL,
              Family.HILL,
              Family.POWER,
              Family.EXPONENTIAL,
              Family.ARCTAN,
              Family.TANH),
          0)),
  /** The same with S-shapes, and ad sets that lift others of their campaign. */
  MISSPECIFIED(
      new MarketTraits(
          0.9,
          0.5,
          0.8,
          1.0,
          8,
          0.12,
          0.02,
          0.3,
          0.7,
          List.of(Family.HILL, Family.POWER, Family.EXPONENTIAL, Family.S_SHAPED, Family.S_SHAPED),
          0.1));

  private final MarketTraits traits;

  MarketKind(MarketTraits traits) {
    this.traits = traits;
  }

  MarketTraits traits() {
    return traits;
  }
}
