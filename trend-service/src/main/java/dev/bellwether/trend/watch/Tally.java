package dev.bellwether.trend.watch;

/**
 * Posts of one source in one bucket.
 *
 * @param all of the workspace
 * @param own of the monitor
 * @param negative of the monitor's
 */
record Tally(long all, long own, long negative) {

  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(all + other.all, own + other.own, negative + other.negative);
  }
}
