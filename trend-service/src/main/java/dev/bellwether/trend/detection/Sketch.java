package dev.bellwether.trend.detection;

import java.util.Arrays;

/**
 * How many different things were seen, and how many of them two sketches share: the {@link
 * #CAPACITY} smallest hashes (Bar-Yossef et al., RANDOM 2002; Beyer et al., SIGMOD 2007). Exact
 * below the capacity, within about 13 % (one standard deviation) above; the union of two sketches
 * is the sketch of the union, so partitions can be counted apart.
 */
public final class Sketch {

  public static final int CAPACITY = 64;

  public static final Sketch EMPTY = new Sketch(new int[0]);

  /** Signed order stands for the order of the hash: any fixed total order serves. */
  private final int[] smallest;

  private Sketch(int[] smallest) {
    this.smallest = smallest;
  }

  /** The sketch of these fingerprints, of which any may repeat. */
  public static Sketch of(long... fingerprints) {
    var hashes = new int[fingerprints.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = (int) fingerprints[i];
    }
    return ofHashes(hashes);
  }

  /** The sketch with these {@link #hashes()}, in any order. */
  public static Sketch ofHashes(int... hashes) {
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] <= hashes[i - 1]) {
        return new Sketch(Arrays.stream(hashes).sorted().distinct().limit(CAPACITY).toArray());
      }
    }
    return new Sketch(hashes.length <= CAPACITY ? hashes.clone() : Arrays.copyOf(hashes, CAPACITY));
  }

  public int[] hashes() {
    return smallest.clone();
  }

  public Sketch with(long fingerprint) {
    int hash = (int) fingerprint;
    int at = Arrays.binarySearch(smallest, hash);
    if (at >= 0 || (-at - 1) >= CAPACITY) {
      return this;
    }
    int insert = -at - 1;
    var grown = new int[Math.min(CAPACITY, smallest.length + 1)];
    System.arraycopy(smallest, 0, grown, 0, insert);
    grown[insert] = hash;
    System.arraycopy(smallest, insert, grown, insert + 1, grown.length - insert - 1);
    return new Sketch(grown);
  }

  /**
   * Without one thing, which it had seen. A full sketch stays as it is: it only estimates, and
   * would take itself for exact.
   */
  public Sketch without(long fingerprint) {
    int at = Arrays.binarySearch(smallest, (int) fingerprint);
    if (at < 0 || smallest.length == CAPACITY) {
      return this;
    }
    var less = new int[smallest.length - 1];
    System.arraycopy(smallest, 0, less, 0, at);
    System.arraycopy(smallest, at + 1, less, at, less.length - at);
    return new Sketch(less);
  }

  public boolean holds(long fingerprint) {
    return holds((int) fingerprint);
  }

  public Sketch union(Sketch other) {
    if (smallest.length == 0) {
      return other;
    }
    if (other.smallest.length == 0) {
      return this;
    }
    var merged = new int[Math.min(CAPACITY, smallest.length + other.smallest.length)];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (size < CAPACITY && (mine < smallest.length || theirs < other.smallest.length)) {
      boolean takeMine =
          theirs == other.smallest.length
              || mine < smallest.length && smallest[mine] <= other.smallest[theirs];
      int next = takeMine ? smallest[mine] : other.smallest[theirs];
      mine += mine < smallest.length && smallest[mine] == next ? 1 : 0;
      theirs += theirs < other.smallest.length && other.smallest[theirs] == next ? 1 : 0;
      merged[size++] = next;
    }
    return new Sketch(size == merged.length ? merged : Arrays.copyOf(merged, size));
  }

  /** How many different things it saw: exact below {@link #CAPACITY}. */
  public double distinct() {
    if (smallest.length < CAPACITY) {
      return smallest.length;
    }
    return distinctBelow(smallest[CAPACITY - 1]);
  }

  /**
   * How many different things a full sketch saw.
   *
   * @param largest of its hashes
   */
  static double distinctBelow(int largest) {
    double share = ((double) largest - Integer.MIN_VALUE + 1) / 0x1p32;
    return (CAPACITY - 1) / share;
  }

  /**
   * How many of the things it saw the other did not: exact while neither is full, else by the share
   * among the hashes that both would have kept.
   */
  public double distinctBeyond(Sketch other) {
    if (other.smallest.length == 0 || smallest.length == 0) {
      return distinct();
    }
    boolean full = other.smallest.length == CAPACITY;
    int comparable = 0;
    int beyond = 0;
    for (int hash : smallest) {
      if (full && hash > other.smallest[CAPACITY - 1]) {
        break;
      }
      comparable++;
      beyond += other.holds(hash) ? 0 : 1;
    }
    // where nothing compares, the other saw so much more that nothing new is certain
    return comparable == 0 ? 0 : distinct() * beyond / comparable;
  }

  /**
   * The overlap coefficient: what both saw, as a share of what the smaller one saw, 0 to 1; 0 where
   * one is empty.
   */
  public double overlap(Sketch other) {
    var union = union(other);
    if (smallest.length == 0 || other.smallest.length == 0) {
      return 0;
    }
    long shared =
        Arrays.stream(union.smallest).filter(hash -> holds(hash) && other.holds(hash)).count();
    double together = union.distinct() * shared / union.smallest.length;
    return Math.min(1, together / Math.min(distinct(), other.distinct()));
  }

  /** A bit of 32 for each thing it keeps: for linear counting of what is said over days. */
  int bits() {
    int bits = 0;
    for (int hash : smallest) {
      bits |= 1 << (hash & 31);
    }
    return bits;
  }

  private boolean holds(int hash) {
    return Arrays.binarySearch(smallest, hash) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch && Arrays.equals(smallest, sketch.smallest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(smallest);
  }

  @Override
  public String toString() {
    return "Sketch[" + distinct() + "]";
  }
}
