package dev.bellwether.trend.series;

/**
 * The interval in which nine of ten usual values lie: two quantiles of what the expectation missed,
 * each followed by steps up and down (Robbins, Monro 1951).
 */
final class Usual {

  private static final int SPREAD = 0;
  private static final int LOW = 1;
  private static final int HIGH = 2;
  private static final int SEASON_ERROR = 3;
  private static final int NEAR_ERROR = 4;
  static final int SIZE = 5;

  /** Values after which quantiles are followed; before, they are those of a normal distribution. */
  private static final double FIRST = 50;

  private static final double TAIL = 0.05;

  /** 95 % quantile of the normal distribution in mean absolute deviations. */
  private static final double NORMAL = 2.06;

  /** Of the spread, a step towards a quantile. */
  private static final double STEP = 0.05;

  private final double[] cells;
  private final int offset;

  Usual(double[] cells, int offset) {
    this.cells = cells;
    this.offset = offset;
  }

  /** How much of what the last values had beside the season the next one is expected to have. */
  double persistence() {
    return Running.explained(cells[offset + NEAR_ERROR], cells[offset + SEASON_ERROR]);
  }

  /** Whether nine of ten values miss what was expected by less. */
  boolean excludes(double missed) {
    return missed < low() || missed > high();
  }

  double low() {
    return cells[offset + LOW];
  }

  double high() {
    return cells[offset + HIGH];
  }

  /**
   * @param missed the value less the expectation
   * @param rest the value less what the season let expect
   * @param near the same, less the mean of the last ones
   */
  void learn(double missed, double rest, double near, double seen) {
    if (seen == 0) {
      return;
    }
    double reference = cells[offset + SEASON_ERROR];
    cells[offset + SEASON_ERROR] = Running.square(reference, rest, reference, seen);
    cells[offset + NEAR_ERROR] = Running.square(cells[offset + NEAR_ERROR], near, reference, seen);
    double spread = cells[offset + SPREAD];
    double bounded = seen > FIRST ? Math.min(Math.abs(missed), 6 * spread) : Math.abs(missed);
    cells[offset + SPREAD] = spread + Running.gain(seen, 500) * (bounded - spread);
    if (seen < FIRST) {
      cells[offset + LOW] = -NORMAL * cells[offset + SPREAD];
      cells[offset + HIGH] = NORMAL * cells[offset + SPREAD];
      return;
    }
    double step = STEP * cells[offset + SPREAD];
    cells[offset + LOW] += step * (TAIL - (missed < cells[offset + LOW] ? 1 : 0));
    cells[offset + HIGH] += step * ((missed > cells[offset + HIGH] ? 1 : 0) - TAIL);
  }
}
