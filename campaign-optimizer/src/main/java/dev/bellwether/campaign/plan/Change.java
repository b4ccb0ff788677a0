package dev.bellwether.campaign.plan;

/** How far a spend may move from one day to the next. */
final class Change {

  private Change() {}

  static long least(long before, double share) {
    return Math.max(0, (long) Math.ceil(before * (1 - share)));
  }

  static long most(long before, double share) {
    return Math.min(Micros.MOST, (long) Math.floor(before * (1 + share)));
  }
}
