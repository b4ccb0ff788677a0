package dev.bellwether.ingest.hygiene.duplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is remembered of a text: its words in order, each as 32 bits. Enough to align two texts word
 * by word, too little to write the text down again.
 *
 * <p>Of a word: 16 bits say which letters it holds, so that two words can be told to differ by a
 * slip; 13 bits are a hash; three say that it is a number, a hashtag, or begins a sentence or a
 * part of one.
 */
public final class Words {

  /**
   * Most words that are kept; of a longer text a sample that does not depend on where it begins.
   */
  public static final int MAX = 64;

  static final int TAG = 1 << 31;
  static final int NUMBER = 1 << 30;
  static final int BREAK = 1 << 29;

  private static final int LETTERS = 0xFFFF;
  private static final int IDENTITY = ~(TAG | BREAK);
  private static final int SLIP_IN_LONG_WORD = 2;
  private static final int LONG_WORD = 6;
  private static final int SHORT_WORD = 4;

  private final int[] words;
  private final int hash;

  /** A bit a word, of 128: how many bits two texts share bounds how many words they do. */
  private final long lowBits;

  private final long highBits;

  private Words(int[] words) {
    this.words = words;
    int h = words.length;
    long low = 0;
    long high = 0;
    for (int word : words) {
      int mixed = mix(word & IDENTITY);
      h = h * 31 + mixed;
      if (mixed < 0) {
        low |= 1L << mixed;
      } else {
        high |= 1L << mixed;
      }
    }
    this.hash = mix(h);
    this.lowBits = low;
    this.highBits = high;
  }

  /** At least as many as there are different words in common. */
  int mostInCommon(Words other) {
    return Long.bitCount(lowBits & other.lowBits) + Long.bitCount(highBits & other.highBits);
  }

  static Words of(int[] words) {
    return new Words(words);
  }

  /** The form a store keeps: four bytes a word, big-endian. */
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES);
    bytes.asIntBuffer().put(words);
    return bytes.array();
  }

  /** Reads what {@link #bytes()} gave. */
  public static Words of(byte[] bytes) {
    int[] words = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(words);
    return new Words(words);
  }

  int size() {
    return words.length;
  }

  int at(int i) {
    return words[i];
  }

  /** Which word it is, whatever stands around it. */
  int identity(int i) {
    return words[i] & IDENTITY;
  }

  boolean isTag(int i) {
    return (words[i] & TAG) != 0;
  }

  boolean isNumber(int i) {
    return (words[i] & NUMBER) != 0;
  }

  boolean isAfterBreak(int i) {
    return (words[i] & BREAK) != 0;
  }

  boolean isSlipOf(int i, Words other, int j) {
    if (isNumber(i) || other.isNumber(j)) {
      return false;
    }
    int mine = words[i] & LETTERS;
    int theirs = other.words[j] & LETTERS;
    int fewest = Math.min(Integer.bitCount(mine), Integer.bitCount(theirs));
    int apart = Integer.bitCount(mine ^ theirs);
    return fewest >= SHORT_WORD && apart <= (fewest < LONG_WORD ? 1 : SLIP_IN_LONG_WORD);
  }

  /** Of all words in order: the same for exact copies. */
  int hash() {
    return hash;
  }

  boolean sameAs(Words other) {
    if (hash != other.hash || words.length != other.words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (identity(i) != other.identity(i)) {
        return false;
      }
    }
    return true;
  }

  /** The finaliser of MurmurHash3: every bit of the input moves half of the output's. */
  static int mix(int h) {
    int x = h;
    x = (x ^ x >>> 16) * 0x85ebca6b;
    x = (x ^ x >>> 13) * 0xc2b2ae35;
    return x ^ x >>> 16;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
