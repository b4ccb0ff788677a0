package dev.bellwether.trend.series;

/**
 * The blocks of time whose peaks are compared: quarters of a day and days, from the first value on.
 * That each is compared with whole days before it is why what happens every night at three is no
 * news.
 */
final class Days {

  static final int LENGTHS = 2;
  private static final double[] LENGTH = {0.25, 1};
  private static final int START = 0;
  private static final int DONE = LENGTHS;
  static final int SIZE = 2 * LENGTHS;

  private final double[] cells;
  private final int offset;

  Days(double[] cells, int offset) {
    this.cells = cells;
    this.offset = offset;
  }

  void begin(double day) {
    for (int length = 0; length < LENGTHS; length++) {
      cells[offset + START + length] = day;
    }
  }

  /** Blocks of this length that ended, those without values not counted. */
  double done(int length) {
    return cells[offset + DONE + length];
  }

  /** Whether a first day is over; before, there is nothing to compare a day with. */
  boolean known() {
    return done(LENGTHS - 1) > 0;
  }

  /**
   * Whether the block under way ends before this day; if so the one it lies in is now under way.
   */
  boolean ends(int length, double day) {
    double blocks = Math.floor((day - cells[offset + START + length]) / LENGTH[length] + 1e-9);
    if (blocks < 1) {
      return false;
    }
    cells[offset + START + length] += blocks * LENGTH[length];
    cells[offset + DONE + length]++;
    return true;
  }
}
