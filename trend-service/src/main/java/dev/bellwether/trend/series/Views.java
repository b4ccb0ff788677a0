package dev.bellwether.trend.series;

import java.util.Arrays;

/**
 * The seven numbers in which a departure can show. Of the values: the value itself, and how far
 * they move from one to the next, over a shorter and a longer time. Of what the season leaves of
 * them: itself, the least of the shorter time, the mean and the root mean square of the longer. A
 * gap is no movement, and ends what was just now.
 */
final class Views {

  static final int COUNT = 7;

  /** Values of the shorter memory. */
  private static final int SHORT = 12;

  /** Values of the longer memory. */
  private static final int LONG = 48;

  private static final int LAST = 0;
  private static final int MOVEMENT = 1;
  private static final int LONG_MOVEMENT = 2;
  private static final int REST_MEAN = 3;
  private static final int LONG_REST_MEAN = 4;
  private static final int LONG_REST_SQUARE = 5;
  private static final int NEXT = 6;
  private static final int RESTS = 7;
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
   * @param steps how many usual steps passed since the last value; over more a value moves more
   * @param afresh whether it is the first, or the first after a gap
   * @return {@link #COUNT} numbers
   */
  double[] next(double value, double rest, double steps, boolean afresh) {
    if (afresh) {
      begin(value, rest);
    }
    double movement = Math.abs(value - get(LAST)) / Math.max(1, steps);
    set(LAST, value);
    follow(MOVEMENT, movement, SHORT);
    follow(LONG_MOVEMENT, movement, LONG);
    follow(REST_MEAN, rest, SHORT);
    follow(LONG_REST_MEAN, rest, LONG);
    follow(LONG_REST_SQUARE, rest * rest, LONG);
    int next = (int) get(NEXT);
    set(RESTS + next, rest);
    set(NEXT, (next + 1) % SHORT);
    return new double[] {
      value,
      get(MOVEMENT),
      get(LONG_MOVEMENT),
      rest,
      leastRest(),
      get(LONG_REST_MEAN),
      Math.sqrt(get(LONG_REST_SQUARE))
    };
  }

  private void begin(double value, double rest) {
    set(LAST, value);
    set(REST_MEAN, rest);
    set(LONG_REST_MEAN, rest);
    Arrays.fill(cells, offset + RESTS, offset + SIZE, rest);
  }

  private void follow(int cell, double number, int memory) {
    set(cell, get(cell) + (number - get(cell)) / memory);
  }

  private double get(int cell) {
    return cells[offset + cell];
  }

  private void set(int cell, double value) {
    cells[offset + cell] = value;
  }
}
