package dev.bellwether.ingest.language;

/**
 * How likely a letter follows up to three others, in several languages at once: an open-addressing
 * table of letter n-grams, one to four letters long, with a byte a language.
 *
 * <p>A likelihood is kept as −16·ln P, at most {@value #LEAST_LIKELY}; {@value #UNSEEN} stands for
 * an n-gram that the language's texts did not have. Letters are those of the Latin script below
 * U+0250.
 */
final class NgramTable {

  static final int LONGEST = 4;
  static final int UNSEEN = 0;
  static final int LEAST_LIKELY = 255;
  static final double STEPS_PER_NAT = 16;

  private static final int LETTERS = 0x250;
  private static final int LETTER_BITS = 8;
  private static final int MOST_CODES = (1 << LETTER_BITS) - 1;
  private static final int SPREAD = 0x9E3779B1; // 2³² over the golden ratio

  private final int languages;
  // 0 for a character that no n-gram has
  private final short[] codes = new short[LETTERS];
  private int codesUsed;
  private int[] keys;
  private byte[] values;
  private int size;

  NgramTable(int languages, int expected) {
    this.languages = languages;
    int capacity = Integer.highestOneBit(Math.max(16, expected * 3 / 2) - 1) << 1;
    this.keys = new int[capacity];
    this.values = new byte[capacity * languages];
  }

  /** The code of a letter in lower case, or 0 where it has none. */
  int code(char letter) {
    return letter < LETTERS ? codes[letter] : 0;
  }

  /** The key of the n-gram that ends with the letter: its last {@link #LONGEST} letters. */
  static int append(int key, int code) {
    return key << LETTER_BITS | code;
  }

  /** The key of only the last letters of a longer n-gram. */
  static int last(int key, int letters) {
    return letters == LONGEST ? key : key & (1 << letters * LETTER_BITS) - 1;
  }

  /** Where the n-gram's likelihoods begin, or −1. */
  int find(int key) {
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return slot * languages;
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  /** From 1 to {@link #LEAST_LIKELY}, or {@link #UNSEEN}. */
  int value(int found, int language) {
    return values[found + language] & 0xFF;
  }

  /** A probability as the table keeps it. */
  static int likelihood(double probability) {
    return Math.clamp(Math.round(-Math.log(probability) * STEPS_PER_NAT), 1, LEAST_LIKELY);
  }

  /** N-grams with other characters are left out. */
  void put(char[] text, int from, int length, int language, int likelihood) {
    int key = 0;
    for (int i = from; i < from + length; i++) {
      int code = codeFor(text[i]);
      if (code == 0) {
        return;
      }
      key = append(key, code);
    }
    values[slotFor(key) * languages + language] = (byte) likelihood;
  }

  private int codeFor(char letter) {
    if (letter >= LETTERS || !Character.isLetter(letter)) {
      return 0;
    }
    if (codes[letter] == 0 && codesUsed < MOST_CODES) {
      codes[letter] = (short) ++codesUsed;
    }
    return codes[letter];
  }

  private int slotFor(int key) {
    int found = find(key);
    if (found >= 0) {
      return found / languages;
    }
    if (++size > keys.length * 3L / 4) {
      grow();
    }
    int slot = free(keys, key);
    keys[slot] = key;
    return slot;
  }

  private void grow() {
    int[] larger = new int[keys.length * 2];
    byte[] moved = new byte[larger.length * languages];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int slot = free(larger, keys[i]);
        larger[slot] = keys[i];
        System.arraycopy(values, i * languages, moved, slot * languages, languages);
      }
    }
    keys = larger;
    values = moved;
  }

  private static int free(int[] keys, int key) {
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (keys[slot] != 0) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static int slot(int key, int mask) {
    return (key * SPREAD >>> Integer.numberOfLeadingZeros(mask)) & mask;
  }
}
