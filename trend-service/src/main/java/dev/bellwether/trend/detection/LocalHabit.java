package dev.bellwether.trend.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many voices a bucket usually has of a term, where it is counted: means that fade, in a hashed
 * table of fixed size, as SigniTrend keeps them (Schubert, Weiler, Kriegel, KDD 2014). Each cell
 * holds the most of any of its terms, a term stands in two cells, and the lesser one is taken: so
 * it may answer too much of a rare term, hardly ever too little. Not to be shared between threads.
 */
public final class LocalHabit {

  private static final int ROWS = 2;
  private static final int CELLS = 1 << 12;

  /** Memory that one takes. */
  static final long BYTES = 2L * Float.BYTES * ROWS * CELLS;

  /** Half of it is forgotten in a day of five-minute buckets. */
  private static final double KEEP = Math.pow(0.5, 1.0 / 288);

  private final float[] means = new float[ROWS * CELLS];
  private final float[] open = new float[ROWS * CELLS];

  private long last = Long.MIN_VALUE;
  private double weight;

  /** Voices a bucket, 0 or more; 0 before anything is known. */
  public double usual(long term) {
    if (weight == 0) {
      return 0;
    }
    return Math.min(means[first(term)], means[second(term)]) / weight;
  }

  /** Takes a term of the open bucket. */
  void raise(long term, double voices) {
    int first = first(term);
    int second = second(term);
    open[first] = (float) Math.max(open[first], voices);
    open[second] = (float) Math.max(open[second], voices);
  }

  /** Counts the open bucket in, and those without posts before it as zeros. */
  void close(long bucket) {
    long passed = last == Long.MIN_VALUE ? 1 : Math.max(1, bucket - last);
    double kept = Math.pow(KEEP, passed);
    for (int cell = 0; cell < means.length; cell++) {
      means[cell] = (float) (means[cell] * kept + open[cell] * (1 - KEEP));
    }
    weight = weight * kept + (1 - kept);
    last = Math.max(last, bucket);
    Arrays.fill(open, 0);
  }

  private static int first(long term) {
    return (int) term & CELLS - 1;
  }

  private static int second(long term) {
    return CELLS + ((int) (term >>> 32) & CELLS - 1);
  }

  /** Writes it, between two buckets, so that {@link #read} gives the same. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(last);
    out.writeDouble(weight);
    for (float mean : means) {
      out.writeFloat(mean);
    }
  }

  public static LocalHabit read(DataInput in) throws IOException {
    var habit = new LocalHabit();
    habit.last = in.readLong();
    habit.weight = in.readDouble();
    for (int cell = 0; cell < habit.means.length; cell++) {
      habit.means[cell] = in.readFloat();
    }
    return habit;
  }
}
