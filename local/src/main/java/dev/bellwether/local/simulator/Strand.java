package dev.bellwether.local.simulator;

import static dev.bellwether.local.simulator.Event.LAUNCH;
import static dev.bellwether.local.simulator.Event.MARKET;
import static dev.bellwether.local.simulator.Event.SPAM;
import static dev.bellwether.local.simulator.Event.STORM;
import static dev.bellwether.local.simulator.Event.TALK;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** One of the sources of posts that together make the feed. */
enum Strand {
  TERNFELL(TALK, Brand.TERNFELL, "brand", 9.0, 0.42, 0.22),
  PINDRAKE(TALK, Brand.PINDRAKE, "brand", 15.5, 0.38, 0.22),
  OLVESSA(TALK, Brand.OLVESSA, "brand", 10.0, 0.50, 0.15),
  CATEGORY(MARKET, null, "market", 21.0, 0.28, 0.22),
  PROMOTION(SPAM, null, "spam", 3.5, 0, 0),
  NEW_BOTTLE(LAUNCH, Brand.TERNFELL, "launch", 42.0, 0.68, 0.07),
  LEAKING_LIDS(STORM, Brand.TERNFELL, "storm", 54.0, 0.06, 0.81);

  private final Event event;
  private final Brand brand;
  private final String rule;
  private final double perHour;
  private final double positive;
  private final double negative;

  Strand(Event event, Brand brand, String rule, double perHour, double positive, double negative) {
    this.event = event;
    this.brand = brand;
    this.rule = rule;
    this.perHour = perHour;
    this.positive = positive;
    this.negative = negative;
  }

  Event event() {
    return event;
  }

  /** Whom it is about; null where it is about no brand. */
  Brand brand() {
    return brand;
  }

  String rule() {
    return rule;
  }

  /** Posts an hour at an instant, before the hour of the day is counted in. */
  double rate(Timeline timeline, Instant at) {
    return perHour
        * switch (event) {
          case LAUNCH -> timeline.launchStrength(at);
          case STORM -> timeline.stormStrength(at);
          case TALK, MARKET, SPAM -> 1;
        };
  }

  Feeling feeling(RandomGenerator random) {
    double u = random.nextDouble();
    return u < positive
        ? Feeling.POSITIVE
        : u < positive + negative ? Feeling.NEGATIVE : Feeling.NEUTRAL;
  }
}
