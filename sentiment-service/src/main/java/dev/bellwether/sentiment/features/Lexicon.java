package dev.bellwether.sentiment.features;

import java.util.Map;
import java.util.TreeMap;

/**
 * What people said of words and signs out of context, as a compact table: an entry's hash to one
 * score a column, in tenths (−128 to 127; 0 where the column does not know the entry).
 */
public final class Lexicon {

  /** The word lists and the sign list that a model may carry. */
  public enum Column {
    /** VADER, −3.9 to 3.4. */
    VADER,
    /** AFINN-165, −5 to 5. */
    AFINN,
    /** Emoji and emoticons, −5 to 5. */
    SIGNS
  }

  public static final int COLUMNS = Column.values().length;

  public static final Lexicon EMPTY = of(Map.of());

  private final int[] hashes;
  private final byte[] tenths;

  private Lexicon(int[] hashes, byte[] tenths) {
    this.hashes = hashes;
    this.tenths = tenths;
  }

  /**
   * A lexicon from entry hashes ({@link #hash}) to their scores in tenths.
   *
   * @throws IllegalArgumentException when an entry does not have {@link #COLUMNS} scores
   */
  public static Lexicon of(Map<Integer, byte[]> entries) {
    var sorted = new TreeMap<>(entries);
    var hashes = new int[sorted.size()];
    var tenths = new byte[sorted.size() * COLUMNS];
    int i = 0;
    for (var entry : sorted.entrySet()) {
      if (entry.getValue().length != COLUMNS) {
        throw new IllegalArgumentException("a lexicon entry needs " + COLUMNS + " scores");
      }
      hashes[i] = entry.getKey();
      System.arraycopy(entry.getValue(), 0, tenths, i * COLUMNS, COLUMNS);
      i++;
    }
    return new Lexicon(hashes, tenths);
  }

  /** The name of an entry: the hash of a token's normalised text. */
  public static int hash(String tokenText) {
    return FeatureHash.of(Template.LEXICON_ENTRY, tokenText);
  }

  public int size() {
    return hashes.length;
  }

  /** Hash of the entry at {@code row}, ascending. */
  public int hashAt(int row) {
    return hashes[row];
  }

  public byte tenthsAt(int row, Column column) {
    return tenths[row * COLUMNS + column.ordinal()];
  }

  /** The row of an entry, negative where there is none. */
  int rowOf(String tokenText) {
    return java.util.Arrays.binarySearch(hashes, hash(tokenText));
  }
}
