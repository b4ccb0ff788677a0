package dev.bellwether.ingest.query;

import java.util.Arrays;

/** Stretches of a text, as (first position, position after the last), sorted by both, each once. */
final class Spans {

  /** Only a text that says one word thousands of times has more; the first ones count. */
  private static final int MOST = 4_096;

  private static final long LOW = 0xffff_ffffL;

  private long[] spans = new long[8];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(int start, int end) {
    if (size == MOST) {
      return;
    }
    if (size == spans.length) {
      spans = Arrays.copyOf(spans, size * 2);
    }
    spans[size++] = (long) start << 32 | end;
  }

  Spans sorted() {
    Arrays.sort(spans, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || spans[i] != spans[i - 1]) {
        spans[distinct++] = spans[i];
      }
    }
    size = distinct;
    return this;
  }

  /** Whether one of {@code later} begins after one of these, with at most so many words between. */
  boolean precede(Spans later, int distance) {
    for (int i = 0; i < size; i++) {
      int at = later.firstFrom(end(i));
      if (at < later.size && later.start(at) - end(i) <= distance) {
        return true;
      }
    }
    return false;
  }

  /** Adds the stretch over each such pair to {@code found}. */
  void joinPreceding(Spans later, int distance, Spans found) {
    for (int i = 0; i < size; i++) {
      for (int at = later.firstFrom(end(i));
          at < later.size && later.start(at) - end(i) <= distance;
          at++) {
        found.add(start(i), later.end(at));
      }
    }
  }

  private int firstFrom(int position) {
    int at = Arrays.binarySearch(spans, 0, size, (long) position << 32);
    return at < 0 ? -at - 1 : at;
  }

  private int start(int i) {
    return (int) (spans[i] >>> 32);
  }

  private int end(int i) {
    return (int) (spans[i] & LOW);
  }
}
