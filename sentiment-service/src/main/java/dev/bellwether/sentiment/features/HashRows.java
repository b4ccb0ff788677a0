package dev.bellwether.sentiment.features;

import java.util.Arrays;

/** From distinct 64-bit hashes to their positions in an array, by open addressing. Immutable. */
public final class HashRows {

  private static final int EMPTY = -1;

  private final long[] hashes;
  private final int[] slots;

  /**
   * @throws IllegalArgumentException when a hash comes twice
   */
  public HashRows(long... hashes) {
    this.hashes = hashes.clone();
    slots = new int[Integer.highestOneBit(Math.max(2, hashes.length * 2)) * 2];
    Arrays.fill(slots, EMPTY);
    for (int row = 0; row < hashes.length; row++) {
      int slot = find(hashes[row]);
      if (slots[slot] != EMPTY) {
        throw new IllegalArgumentException("a hash comes twice");
      }
      slots[slot] = row;
    }
  }

  public int size() {
    return hashes.length;
  }

  public long hash(int row) {
    return hashes[row];
  }

  /** The position of {@code hash}, −1 where it is not there. */
  public int row(long hash) {
    return slots[find(hash)];
  }

  private int find(long hash) {
    int mask = slots.length - 1;
    // FNV's high bits are the better mixed ones
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (slots[slot] != EMPTY && hashes[slots[slot]] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
