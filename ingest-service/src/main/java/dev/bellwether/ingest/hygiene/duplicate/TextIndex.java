package dev.bellwether.ingest.hygiene.duplicate;

import java.util.Arrays;
import java.util.Optional;

/**
 * The texts of one workspace that a new one is compared with: the last so many, the oldest give
 * way. Finds candidates by locality-sensitive hashing: one-permutation MinHash (Broder 1997, "On
 * the resemblance and containment of documents"; Li, Owen and Zhang 2012, "One Permutation
 * Hashing") over pairs of neighbouring words, a band a value (Indyk and Motwani 1998), with a band
 * for the first words and one for the whole text. Candidates are then aligned ({@link Similarity}).
 *
 * <p>Not safe for use by several threads.
 */
final class TextIndex {

  private static final int MIN_HASHES = 8;
  private static final int BIN_SHIFT = 29;
  private static final int BANDS = MIN_HASHES + 2;
  private static final int BEGINNING = MIN_HASHES;
  private static final int WHOLE = MIN_HASHES + 1;
  private static final int BEGINNING_WORDS = 5;

  /** Per band, newest first; what is common to more texts than this says little of any. */
  private static final int CANDIDATES = 6;

  private static final int NONE = -1;

  private final int most;
  private int capacity;
  private int[][] heads;
  private int[] previous;
  private Entry[] entries;
  private int next;

  /** A text that is remembered, with the cluster it belongs to and the mention that brought it. */
  record Entry(Words words, long cluster, long mention) {}

  /**
   * @param first texts to make room for at first
   * @param most texts to remember; both powers of two
   */
  TextIndex(int first, int most) {
    this.most = most;
    this.capacity = first;
    allocate();
  }

  private void allocate() {
    heads = new int[BANDS][capacity];
    for (int[] band : heads) {
      Arrays.fill(band, NONE);
    }
    previous = new int[capacity * BANDS];
    entries = new Entry[capacity];
  }

  int size() {
    return Math.min(next, capacity);
  }

  /** The remembered text that is most like this one; nothing where none is the same message. */
  Optional<Entry> find(Words words) {
    int[] keys = keys(words);
    for (int at = head(WHOLE, keys[WHOLE]); isAlive(at); at = before(WHOLE, at)) {
      if (entry(at).words().sameAs(words)) {
        return Optional.of(entry(at));
      }
    }
    return mostLike(words, keys);
  }

  private Optional<Entry> mostLike(Words words, int[] keys) {
    int[] seen = new int[WHOLE * CANDIDATES];
    int count = 0;
    Entry best = null;
    double most = 0;
    for (int band = 0; band < WHOLE; band++) {
      int at = keys[band] == 0 ? NONE : head(band, keys[band]);
      for (int step = 0; step < CANDIDATES && isAlive(at); step++, at = before(band, at)) {
        if (isNew(at, seen, count)) {
          seen[count++] = at;
          double similarity = Similarity.of(entry(at).words(), words);
          if (similarity > most) {
            most = similarity;
            best = entry(at);
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isNew(int at, int[] seen, int count) {
    for (int i = 0; i < count; i++) {
      if (seen[i] == at) {
        return false;
      }
    }
    return true;
  }

  /** Remembers a text unless the very same is remembered. */
  void add(Entry entry) {
    int[] keys = keys(entry.words());
    for (int at = head(WHOLE, keys[WHOLE]); isAlive(at); at = before(WHOLE, at)) {
      if (entry(at).words().sameAs(entry.words())) {
        return;
      }
    }
    if (next >= capacity && capacity < most) {
      grow();
    }
    put(entry, keys);
  }

  private void put(Entry entry, int[] keys) {
    int slot = next & capacity - 1;
    entries[slot] = entry;
    for (int band = 0; band < BANDS; band++) {
      if (keys[band] != 0) {
        int cell = keys[band] & capacity - 1;
        previous[slot * BANDS + band] = heads[band][cell];
        heads[band][cell] = next;
      }
    }
    next++;
  }

  private void grow() {
    Entry[] old = entries;
    capacity *= 2;
    next = 0;
    allocate();
    for (Entry entry : old) {
      put(entry, keys(entry.words()));
    }
  }

  private int head(int band, int key) {
    return heads[band][key & capacity - 1];
  }

  private int before(int band, int at) {
    return previous[(at & capacity - 1) * BANDS + band];
  }

  private Entry entry(int at) {
    return entries[at & capacity - 1];
  }

  private boolean isAlive(int at) {
    return at >= 0 && at >= next - capacity;
  }

  /** A key a band; 0 where the text has nothing for the band. */
  private static int[] keys(Words words) {
    int[] keys = new int[BANDS];
    for (int i = 0; i + 1 < words.size(); i++) {
      int hash = Words.mix(words.identity(i) * 31 + words.identity(i + 1));
      int bin = hash >>> BIN_SHIFT;
      if (keys[bin] == 0 || Integer.compareUnsigned(hash, keys[bin]) < 0) {
        keys[bin] = hash;
      }
    }
    int beginning = 1;
    int count = 0;
    for (int i = 0; i < words.size() && count < BEGINNING_WORDS; i++) {
      if (!words.isTag(i)) {
        beginning = beginning * 31 + words.identity(i);
        count++;
      }
    }
    keys[BEGINNING] = Words.mix(beginning) | 1 << BIN_SHIFT;
    keys[WHOLE] = words.hash() | 1 << BIN_SHIFT;
    return keys;
  }
}
