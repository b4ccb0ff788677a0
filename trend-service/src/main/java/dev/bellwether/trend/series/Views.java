package dev.bellwether.trend.series;

import java.util.Arrays;

/**
 * The seven numbers in which a departure can show: the value, its jump from the last dozen, their
 * mean movement from one to the next; and of what the season leaves: itself, its mean, its least
 * and its root mean square over the last dozen. A short memory, forgotten in a gap.
 */
final class Views {

  static final int COUNT = 7;

  /** Values of the short memory. */
  private static final int SHORT = 12;

  private static final int LAST = 0;
  private static final int MEAN = 1;
  private static final int MOVEMENT = 2;
  private static final int REST_MEAN = 3;
  private static final int REST_SQUARE = 4;
  private static final int NEXT = 5;
  private static final int RESTS = 6;
  static final int SIZE = RESTS + SHORT;

  private final double[] cells;
  private final int offset;

  Views(double[] cells, int offset) {
    this.cells = cells;
    this.offset = offset;
  }

  /** Mean of what the season left of the last values. */
  double restMean() {
    return get(REST_MEAN);
  }

  /** The least of what the season left of the last dozen. */
  double leastRest() {
    return Arrays.stream(cells, offset + RESTS, offset + SIZE).min().orElseThrow();
  }

  /** The most of what the season left of the last dozen. */
  double mostRest() {
    return Arrays.stream(cells, offset + RESTS, offset + SIZE).max().orElseThrow();
  }

  /**
   * Takes the next value in.
   *
   * @param rest the value less what the season let expect
   * @param afresh whether it is the first, or the first after a gap
   * @return {@link #COUNT} numbers
   */
  double[] next(double value, double rest, boolean afresh) {
    if (afresh) {
      begin(value, rest);
    }
    double jump = value - get(MEAN);
    double movement = value - get(LAST);
    set(LAST, value);
    set(MEAN, get(MEAN) + jump / SHORT);
    set(MOVEMENT, get(MOVEMENT) + (Math.abs(movement) - get(MOVEMENT)) / SHORT);
    set(REST_MEAN, get(REST_MEAN) + (rest - get(REST_MEAN)) / SHORT);
    set(REST_SQUARE, get(REST_SQUARE) + (rest * rest - get(REST_SQUARE)) / SHORT);
    int next = (int) get(NEXT);
    set(RESTS + next, rest);
    set(NEXT, (next + 1) % SHORT);
    return new double[] {
      value, jump, get(MOVEMENT), get(REST_MEAN), rest, leastRest(), Math.sqrt(get(REST_SQUARE))
    };
  }

  private void begin(double value, double rest) {
    set(LAST, value);
    set(MEAN, value);
    set(REST_MEAN, rest);
    Arrays.fill(cells, offset + RESTS, offset + SIZE, rest);
  }

  private double get(int cell) {
    return cells[offset + cell];
  }

  private void set(int cell, double value) {
    cells[offset + cell] = value;
  }
}
