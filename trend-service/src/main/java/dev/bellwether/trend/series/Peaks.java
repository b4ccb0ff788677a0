package dev.bellwether.trend.series;

/**
 * How unheard of one view's number is, upwards or downwards. Two things must hold: it is
 * significant and near or above the record, which fades; and it lies above the peaks of the quarter
 * days and days before, in terms of their spread (block maxima, as extreme value statistics
 * compares them: Gumbel 1958).
 */
final class Peaks {

  private static final int LOCATION = 0;
  private static final int SPREAD = 1;
  private static final int SIDES = 2;

  private static final int RECORD = 0;
  private static final int BLOCKS = 1;
  private static final int PEAK = 0;
  private static final int PEAK_MEAN = 1;
  private static final int PEAK_VARIANCE = 2;
  private static final int BLOCK = 3;
  private static final int SIDE = BLOCKS + Days.LENGTHS * BLOCK;
  static final int SIZE = SIDES + 2 * SIDE;

  /** Values before anything is judged. */
  private static final int LEARNING = 20;

  /** In mean absolute deviations. */
  private static final double SIGNIFICANT = 3;

  /** In spreads of the peaks before: so far above them is half of the evidence. */
  private static final double HALFWAY = 4;

  private static final double BLOCKS_REMEMBERED = 14;

  /** A few blocks' spread is not known: that of the single values counts as one block's. */
  private static final double PRIOR = 0.09 * 3;

  private static final double FEW = 2;

  /** Of a value's size: what arithmetic alone can make of a constant series. */
  private static final double ROUNDING = 1e-9;

  /** Of a value's size: as fast a spread grows at least, when a constant series begins to move. */
  private static final double STIR = 1e-6;

  private final double[] cells;
  private final int offset;

  Peaks(double[] cells, int offset) {
    this.cells = cells;
    this.offset = offset;
  }

  static void prepare(double[] cells, int offset) {
    for (int side = 0; side < 2; side++) {
      for (int length = 0; length < Days.LENGTHS; length++) {
        cells[offset + block(side, length) + PEAK] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  /** A block of time ended: its peak becomes one of those that others are compared with. */
  void endBlock(int length, double done) {
    for (int side = 0; side < 2; side++) {
      int block = block(side, length);
      double gain = Math.max(1 / done, 1 / BLOCKS_REMEMBERED);
      double away = get(block + PEAK) - get(block + PEAK_MEAN);
      double bounded =
          done > 3 ? Math.min(away, 4 * Math.sqrt(get(block + PEAK_VARIANCE)) + get(SPREAD)) : away;
      set(block + PEAK_MEAN, get(block + PEAK_MEAN) + gain * bounded);
      set(
          block + PEAK_VARIANCE,
          (1 - gain) * (get(block + PEAK_VARIANCE) + gain * bounded * bounded));
      set(block + PEAK, Double.NEGATIVE_INFINITY);
    }
  }

  /**
   * Judges a number and learns it.
   *
   * @param size of the series' values, as a mean of their absolute values
   * @param noise the least spread that is believed, 0 where none is known
   * @param fade what is left of a record since the last number, 0 to 1
   * @return evidence, 0 or more; above 1 beyond any doubt
   */
  double evidence(double number, double seen, double size, double noise, double fade, Days days) {
    double away = seen == 0 ? 0 : number - get(LOCATION);
    double spread = Math.max(get(SPREAD), noise + ROUNDING * size + Double.MIN_NORMAL);
    double up = side(0, number, away, spread, seen, fade, days);
    double down = side(1, -number, -away, spread, seen, fade, days);
    learn(number, away, seen, size);
    return Math.max(up, down);
  }

  private double side(
      int side, double number, double away, double spread, double seen, double fade, Days days) {
    double significance = seen < LEARNING ? 0 : Math.max(0, away / spread);
    int start = SIDES + side * SIDE;
    double record = get(start + RECORD) * fade;
    double evidence = 0;
    for (int length = 0; length < Days.LENGTHS; length++) {
      int block = block(side, length);
      if (significance > SIGNIFICANT && number > get(block + PEAK) && days.known()) {
        evidence += beyondPeaks(block, number, spread, days.done(length)) / Days.LENGTHS;
      }
      set(block + PEAK, Math.max(get(block + PEAK), number));
    }
    set(start + RECORD, Math.max(record, significance));
    return evidence == 0 ? 0 : 2 * evidence * significance / (significance + record);
  }

  /** 0 at the mean of the peaks before, towards 1 far above. */
  private double beyondPeaks(int block, double number, double spread, double done) {
    double variance = (get(block + PEAK_VARIANCE) * done + PRIOR * spread * spread) / (done + 1);
    double beyond = (number - get(block + PEAK_MEAN)) / Math.sqrt(variance) / (1 + FEW / done);
    return beyond <= 0 ? 0 : beyond / (beyond + HALFWAY);
  }

  private void learn(double number, double away, double seen, double size) {
    if (seen == 0) {
      set(LOCATION, number);
      return;
    }
    double gain = Running.gain(seen);
    boolean young = seen < LEARNING;
    double spread = get(SPREAD);
    double bound = Math.max(spread, STIR * size);
    set(LOCATION, get(LOCATION) + gain * (young ? away : Running.within(away, 3 * bound)));
    set(
        SPREAD,
        spread + gain * ((young ? Math.abs(away) : Math.min(Math.abs(away), 6 * bound)) - spread));
  }

  private static int block(int side, int length) {
    return SIDES + side * SIDE + BLOCKS + length * BLOCK;
  }

  private double get(int cell) {
    return cells[offset + cell];
  }

  private void set(int cell, double value) {
    cells[offset + cell] = value;
  }
}
