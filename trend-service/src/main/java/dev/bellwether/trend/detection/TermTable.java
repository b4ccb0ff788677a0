package dev.bellwether.trend.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is usual of each term and how often it was used of late, in an open-addressed table of
 * primitive numbers: by fingerprint, no text and no author. It holds at most so many terms; the
 * weakest are forgotten. Everything decays lazily: a term that is not used costs nothing.
 *
 * <p>Mean and variance are as {@link Habit} has them, and tested against it.
 */
public final class TermTable {

  private static final int FIRST_SLOTS = 1 << 6;

  /** So many of a full table stay when it is thinned out. */
  private static final double KEPT_OF_FULL = 0.8;

  /** Less than this of a window is nothing. */
  private static final float NOTHING = 0.01f;

  private static final int BITS = Integer.SIZE;

  private final int scales;
  private long[] terms;
  private long[] buckets;
  private float[] means;
  private float[] variances;
  private float[] counts;

  /** Who and what was heard today and the day before, a bit each by hash (linear counting). */
  private int[] heard;

  private int[] days;
  private int size;

  /** Terms counted in since the table was written, some of them several times. */
  private long[] touched = new long[0];

  private int touches;

  /** Whether it began anew or forgot terms since then: what was counted in does not tell. */
  private boolean another = true;

  private TermTable(int scales, int slots) {
    this.scales = scales;
    allocate(slots);
  }

  public static TermTable empty(int scales) {
    return new TermTable(scales, FIRST_SLOTS);
  }

  TermTable copy() {
    var copy = new TermTable(scales, 1);
    copy.terms = terms.clone();
    copy.buckets = buckets.clone();
    copy.means = means.clone();
    copy.variances = variances.clone();
    copy.counts = counts.clone();
    copy.heard = heard.clone();
    copy.days = days.clone();
    copy.size = size;
    copy.touched = Arrays.copyOf(touched, touches);
    copy.touches = touches;
    copy.another = another;
    return copy;
  }

  /** How many terms it holds. */
  public int size() {
    return size;
  }

  /** Memory it takes, bytes. */
  public long bytes() {
    return (long) terms.length * (8 + 8 + 4 + 4 + 4L * scales + 16 + 4);
  }

  /** The term's slot, below 0 where it is not known. */
  int find(long term) {
    int slot = slotOf(term);
    return buckets[slot] == Long.MIN_VALUE ? -1 : slot;
  }

  /** The term's habit with the buckets up to {@code bucket} counted in. */
  Habit habit(int slot, long bucket, double keep) {
    return slot < 0
        ? new Habit(0, 0, bucket)
        : new Habit(means[slot], variances[slot], buckets[slot]).at(bucket, keep);
  }

  /** The weighted sum of a window that ends with {@code bucket}. */
  double count(int slot, int scale, long bucket, double[] keeps) {
    return slot < 0
        ? 0
        : counts[slot * scales + scale] * Math.pow(keeps[scale], bucket - buckets[slot]);
  }

  /**
   * Different voices of today and the day before, by linear counting (Whang et al., TODS 1990);
   * tells few apart well, and no more than about 100.
   */
  double voicesOfTheDay(int slot) {
    return slot < 0
        ? 0
        : Math.min(
            distinct(heard[4 * slot] | heard[4 * slot + 1]),
            distinct(heard[4 * slot + 2] | heard[4 * slot + 3]));
  }

  private static double distinct(int bits) {
    int free = Math.max(1, BITS - Integer.bitCount(bits));
    return BITS * Math.log((double) BITS / free);
  }

  /** Counts a bucket in; it must be later than the term's last one. */
  int observe(long term, double voices, long bucket, double keep, double[] keeps) {
    int slot = slotOf(term);
    if (buckets[slot] == Long.MIN_VALUE) {
      makeRoom();
      slot = slotOf(term);
      terms[slot] = term;
      buckets[slot] = bucket - 1;
      size++;
    }
    touch(term);
    var next = habit(slot, bucket - 1, keep).observe(voices, bucket, keep);
    long passed = bucket - buckets[slot];
    for (int scale = 0; scale < scales; scale++) {
      double kept = counts[slot * scales + scale] * Math.pow(keeps[scale], passed);
      counts[slot * scales + scale] = (float) ((kept < NOTHING ? 0 : kept) + voices);
    }
    means[slot] = (float) next.mean();
    variances[slot] = (float) next.variance();
    buckets[slot] = bucket;
    return slot;
  }

  /** Notes who said it and what, on a day by number. */
  void hear(int slot, TermCount count, int day) {
    if (days[slot] != day) {
      boolean yesterday = days[slot] == day - 1;
      heard[4 * slot + 1] = yesterday ? heard[4 * slot] : 0;
      heard[4 * slot + 3] = yesterday ? heard[4 * slot + 2] : 0;
      heard[4 * slot] = 0;
      heard[4 * slot + 2] = 0;
      days[slot] = day;
    }
    heard[4 * slot] |= count.authors().bits();
    heard[4 * slot + 2] |= count.contents().bits();
  }

  /** Forgets the weakest where there are more than {@code most}. */
  void thin(int most, long bucket, double keep) {
    if (size <= most) {
      return;
    }
    var strengths = new double[size];
    int at = 0;
    for (int slot = 0; slot < terms.length; slot++) {
      if (buckets[slot] != Long.MIN_VALUE) {
        strengths[at++] = strength(slot, bucket, keep);
      }
    }
    Arrays.sort(strengths);
    int kept = (int) (most * KEPT_OF_FULL);
    double least = strengths[size - kept];
    int stronger = 0;
    while (stronger < kept && strengths[size - 1 - stronger] > least) {
      stronger++;
    }
    rebuild(terms.length, least, lastOfEqual(least, kept - stronger, bucket, keep), bucket, keep);
    another = true;
  }

  private void touch(long term) {
    if (touches == touched.length) {
      touched = Arrays.copyOf(touched, Math.max(FIRST_SLOTS, 2 * touches));
    }
    touched[touches++] = term;
  }

  /**
   * What was counted in since {@link #written}; with {@link #absorb} it makes of the table that was
   * written then this one. Null where that takes the whole table.
   */
  public TermTable changes() {
    if (another) {
      return null;
    }
    var changes = empty(scales);
    for (int i = 0; i < touches; i++) {
      changes.put(this, find(touched[i]));
    }
    return changes;
  }

  /** Says that the table, or its changes, are kept somewhere. */
  public void written() {
    touched = new long[0];
    touches = 0;
    another = false;
  }

  /** Takes over the {@link #changes} of a later state of this table. */
  public void absorb(TermTable changes) {
    for (int slot = 0; slot < changes.terms.length; slot++) {
      if (changes.buckets[slot] != Long.MIN_VALUE) {
        put(changes, slot);
      }
    }
  }

  /** Of equally strong terms so many stay, by fingerprint: else a flood of new terms all stay. */
  private long lastOfEqual(double strength, int kept, long bucket, double keep) {
    var equal = new long[size];
    int found = 0;
    for (int slot = 0; slot < terms.length; slot++) {
      if (buckets[slot] != Long.MIN_VALUE && strength(slot, bucket, keep) == strength) {
        equal[found++] = terms[slot];
      }
    }
    Arrays.sort(equal, 0, found);
    return equal[kept - 1];
  }

  private double strength(int slot, long bucket, double keep) {
    return means[slot] * Math.pow(keep, bucket - buckets[slot]);
  }

  private int slotOf(long term) {
    int slot = (int) term & terms.length - 1;
    while (buckets[slot] != Long.MIN_VALUE && terms[slot] != term) {
      slot = slot + 1 & terms.length - 1;
    }
    return slot;
  }

  private void rebuild(int slots, double least, long lastOfLeast, long bucket, double keep) {
    var old = copy();
    allocate(slots);
    for (int slot = 0; slot < old.terms.length; slot++) {
      if (old.buckets[slot] != Long.MIN_VALUE) {
        double strength = old.strength(slot, bucket, keep);
        if (strength > least || strength == least && old.terms[slot] <= lastOfLeast) {
          take(old, slot);
        }
      }
    }
  }

  private void put(TermTable other, int from) {
    if (find(other.terms[from]) < 0) {
      makeRoom();
    }
    take(other, from);
  }

  private void makeRoom() {
    if (size >= terms.length * 3 / 4) {
      rebuild(terms.length * 2, Double.NEGATIVE_INFINITY, Long.MAX_VALUE, 0, 1);
    }
  }

  private void take(TermTable old, int from) {
    int slot = slotOf(old.terms[from]);
    size += buckets[slot] == Long.MIN_VALUE ? 1 : 0;
    terms[slot] = old.terms[from];
    buckets[slot] = old.buckets[from];
    means[slot] = old.means[from];
    variances[slot] = old.variances[from];
    System.arraycopy(old.counts, from * scales, counts, slot * scales, scales);
    System.arraycopy(old.heard, from * 4, heard, slot * 4, 4);
    days[slot] = old.days[from];
  }

  private void allocate(int slots) {
    terms = new long[slots];
    buckets = new long[slots];
    Arrays.fill(buckets, Long.MIN_VALUE);
    means = new float[slots];
    variances = new float[slots];
    counts = new float[slots * scales];
    heard = new int[slots * 4];
    days = new int[slots];
    size = 0;
  }

  /** Writes it so that {@link #read} gives the same. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(scales);
    out.writeInt(terms.length);
    out.writeInt(size);
    for (int slot = 0; slot < terms.length; slot++) {
      if (buckets[slot] != Long.MIN_VALUE) {
        out.writeLong(terms[slot]);
        out.writeLong(buckets[slot]);
        out.writeFloat(means[slot]);
        out.writeFloat(variances[slot]);
        for (int scale = 0; scale < scales; scale++) {
          out.writeFloat(counts[slot * scales + scale]);
        }
        for (int i = 0; i < 4; i++) {
          out.writeInt(heard[4 * slot + i]);
        }
        out.writeInt(days[slot]);
      }
    }
  }

  public static TermTable read(DataInput in) throws IOException {
    int scales = in.readUnsignedByte();
    var table = new TermTable(scales, in.readInt());
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long term = in.readLong();
      int slot = table.slotOf(term);
      table.terms[slot] = term;
      table.buckets[slot] = in.readLong();
      table.means[slot] = in.readFloat();
      table.variances[slot] = in.readFloat();
      for (int scale = 0; scale < scales; scale++) {
        table.counts[slot * scales + scale] = in.readFloat();
      }
      for (int bits = 0; bits < 4; bits++) {
        table.heard[4 * slot + bits] = in.readInt();
      }
      table.days[slot] = in.readInt();
    }
    table.size = size;
    return table;
  }
}
