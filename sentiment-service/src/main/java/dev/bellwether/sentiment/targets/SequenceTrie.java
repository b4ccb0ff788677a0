package dev.bellwether.sentiment.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds sequences of words in a text, the longest at each place: a trie over the hashes of words,
 * in one open-addressed table, so that a word costs one look-up however many sequences there are.
 * Hashes have 64 bits: with ten thousand sequences two different ones meet once in 10^11.
 */
final class SequenceTrie {

  /** Where sequences of several words begin that a text writes as one. */
  private static final int JOINED = 1;

  private static final int ROOT = 0;
  private static final int NONE = -1;

  /** Values of the two states that sequences begin in. */
  private static final List<Integer> EMPTY = List.of(NONE, NONE);

  private final long[] keys;
  private final int[] next;
  private final int[] values;

  private SequenceTrie(Map<Long, Integer> edges, List<Integer> values) {
    int capacity = Integer.highestOneBit(Math.max(8, edges.size() * 2)) * 2;
    keys = new long[capacity];
    next = new int[capacity];
    edges.forEach(
        (key, state) -> {
          int slot = slot(key);
          keys[slot] = key;
          next[slot] = state;
        });
    this.values = values.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Looks for the longest sequence that begins at a piece.
   *
   * @return its value in the low half and the piece after it in the high half; -1 where none begins
   */
  long longestAt(Pieces pieces, int piece) {
    long found = joinedAt(pieces, piece);
    int state = ROOT;
    for (int i = piece; i < pieces.size(); i++) {
      int reached = follow(state, pieces, i);
      if (reached == NONE) {
        if (i > piece && joins(pieces, i)) {
          continue;
        }
        break;
      }
      state = reached;
      if (values[state] != NONE) {
        found = pack(values[state], i + 1);
      }
      if (pieces.kind(i) == Pieces.HASHTAG || pieces.kind(i) == Pieces.HANDLE) {
        while (i + 1 < pieces.size() && pieces.kind(i + 1) == Pieces.PART) {
          i++;
        }
        found = values[state] == NONE ? found : pack(values[state], i + 1);
      }
    }
    return found;
  }

  boolean isEmpty() {
    return values.length == EMPTY.size();
  }

  /** Of heap: its three arrays with their headers. */
  long bytes() {
    return 80
        + (Long.BYTES + Integer.BYTES) * (long) keys.length
        + (long) Integer.BYTES * values.length;
  }

  static int value(long found) {
    return (int) found;
  }

  static int end(long found) {
    return (int) (found >>> 32);
  }

  private static long pack(int value, int end) {
    return (long) end << 32 | value;
  }

  private long joinedAt(Pieces pieces, int piece) {
    if (pieces.kind(piece) == Pieces.PART || pieces.kind(piece) == Pieces.SIGN) {
      return NONE;
    }
    int state = follow(JOINED, pieces, piece);
    if (state == NONE || values[state] == NONE) {
      return NONE;
    }
    int end = piece + 1;
    while (end < pieces.size() && pieces.kind(end) == Pieces.PART) {
      end++;
    }
    return pack(values[state], end);
  }

  private int follow(int state, Pieces pieces, int piece) {
    int whole = follow(state, pieces.hash(piece));
    if (whole != NONE || pieces.stem(piece) == Pieces.NO_HASH) {
      return whole;
    }
    int stem = follow(state, pieces.stem(piece));
    return stem != NONE || pieces.shortStem(piece) == Pieces.NO_HASH
        ? stem
        : follow(state, pieces.shortStem(piece));
  }

  private int follow(int state, long hash) {
    if (hash == Pieces.NO_HASH) {
      return NONE;
    }
    long key = key(state, hash);
    int slot = slot(key);
    return keys[slot] == key ? next[slot] : NONE;
  }

  private int slot(long key) {
    int slot = (int) (key >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long key(int state, long hash) {
    long key = (hash + state) * 0x9E3779B97F4A7C15L;
    key ^= key >>> 29;
    key = (key + state) * 0xff51afd7ed558ccdL;
    return key == 0 ? 1 : key;
  }

  /** A sign between two words of a name, as in "Coca-Cola" and "Booking.com". */
  private static boolean joins(Pieces pieces, int piece) {
    if (pieces.kind(piece) != Pieces.SIGN || piece + 1 >= pieces.size()) {
      return false;
    }
    boolean touches = pieces.end(piece - 1) == pieces.start(piece);
    boolean touchesBoth = touches && pieces.end(piece) == pieces.start(piece + 1);
    return switch (pieces.text.charAt(pieces.start(piece))) {
      case '-', '\u2010', '\u2011', '.', '/', '!', '\u00b7' -> touchesBoth;
      case '\'', '\u2019', '\u2122', '\u00ae' -> touches;
      default -> false;
    };
  }

  /** Collects sequences; of one thread. */
  static final class Builder {
    private final Map<Long, Integer> edges = new HashMap<>();
    private final List<Integer> values = new ArrayList<>(EMPTY);

    /** Sets the value of a sequence of word hashes, written apart. */
    void put(List<Long> hashes, int value) {
      values.set(states(ROOT, hashes), value);
    }

    /** Sets the value of a sequence written as one word. */
    void putJoined(long hash, int value) {
      values.set(states(JOINED, List.of(hash)), value);
    }

    /** The value of a sequence, -1 where it has none. */
    int get(List<Long> hashes) {
      return values.get(states(ROOT, hashes));
    }

    /** The value of a sequence written as one word, -1 where it has none. */
    int getJoined(long hash) {
      return values.get(states(JOINED, List.of(hash)));
    }

    SequenceTrie build() {
      return new SequenceTrie(edges, values);
    }

    private int states(int from, List<Long> hashes) {
      int state = from;
      for (long hash : hashes) {
        long key = key(state, hash);
        Integer next = edges.get(key);
        if (next == null) {
          next = values.size();
          values.add(NONE);
          edges.put(key, next);
        }
        state = next;
      }
      return state;
    }
  }
}
