package dev.bellwether.ingest.hygiene.duplicate;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Words as they are found, and how a word becomes 32 bits. */
final class WordList {

  /** Hash of no letters: FNV-1a's offset (Fowler, Noll, Vo 1991). */
  static final int EMPTY = 0x811c9dc5;

  private static final int PRIME = 0x01000193;
  private static final int HASH_BITS = 0x1FFF;
  private static final int LETTER_BITS = 16;
  private static final int MAX_SCANNED = 4_096;

  private int[] words = new int[32];
  private int size;

  static int add(int hash, int letter) {
    return (hash ^ letter) * PRIME;
  }

  /** The bit of a letter among 16; letters of one alphabet spread over all. */
  static int letter(int letter) {
    return 1 << (letter * 7 + (letter >>> 4) & LETTER_BITS - 1);
  }

  static int word(int hash, int letters, boolean number) {
    return (Words.mix(hash) & HASH_BITS) << LETTER_BITS | letters | (number ? Words.NUMBER : 0);
  }

  void add(int word, boolean tag, boolean afterBreak) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = word | (tag ? Words.TAG : 0) | (afterBreak ? Words.BREAK : 0);
  }

  void remove(int at) {
    System.arraycopy(words, at + 1, words, at, size - at - 1);
    size--;
  }

  void removeLastIf(IntPredicate condition) {
    if (size > 0 && condition.test(words[size - 1])) {
      size--;
    }
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size >= MAX_SCANNED;
  }

  Words toWords() {
    return Words.of(size <= Words.MAX ? Arrays.copyOf(words, size) : sample());
  }

  /**
   * Words chosen by what they and the next are, not by where they stand, so that a copy with
   * something before or after it gives the same ones (Manber 1994, "Finding similar files in a
   * large file system").
   */
  private int[] sample() {
    int every = Integer.highestOneBit((size - 1) / Words.MAX) * 2 - 1;
    int[] chosen = new int[Words.MAX];
    int count = 0;
    for (int i = 0; i + 1 < size && count < chosen.length; i++) {
      int pair =
          (words[i] & ~(Words.TAG | Words.BREAK)) * 31
              + (words[i + 1] & ~(Words.TAG | Words.BREAK));
      if ((Words.mix(pair) & every) == 0) {
        chosen[count++] = words[i];
      }
    }
    return Arrays.copyOf(chosen, count);
  }
}
