package dev.bellwether.trend.detection;

import java.util.Arrays;
import java.util.List;

/** Who says a term in which words, while its bucket is open: a {@link TermCount} in the making. */
final class Voices {

  private final Smallest authors = new Smallest();
  private final Smallest contents = new Smallest();
  private final Smallest posts = new Smallest();
  private final String[] samples = new String[TermCount.SAMPLES];

  private int mentions;

  void add(String id, long post, long author, long content) {
    if (mentions < samples.length) {
      samples[mentions] = id;
    }
    mentions++;
    authors.add((int) author);
    contents.add((int) content);
    posts.add((int) post);
  }

  int mentions() {
    return mentions;
  }

  /** See {@link TermCount#voices()}. */
  double voices() {
    return Math.min(authors.distinct(), contents.distinct());
  }

  TermCount count(String form) {
    return new TermCount(
        form,
        mentions,
        authors.sketch(),
        contents.sketch(),
        posts.sketch(),
        List.of(Arrays.copyOf(samples, Math.min(mentions, samples.length))));
  }

  /** A {@link Sketch} that changes in place; once it is full, nearly all is turned away at once. */
  private static final class Smallest {

    private int[] hashes = new int[2];
    private int size;

    void add(int hash) {
      if (size == Sketch.CAPACITY && hash >= hashes[size - 1]) {
        return;
      }
      int at = Arrays.binarySearch(hashes, 0, size, hash);
      if (at >= 0) {
        return;
      }
      int insert = -at - 1;
      if (size == hashes.length && size < Sketch.CAPACITY) {
        hashes = Arrays.copyOf(hashes, Math.min(Sketch.CAPACITY, size * 2));
      }
      int moved = Math.min(size, Sketch.CAPACITY - 1) - insert;
      System.arraycopy(hashes, insert, hashes, insert + 1, moved);
      hashes[insert] = hash;
      size = Math.min(size + 1, Sketch.CAPACITY);
    }

    double distinct() {
      return size < Sketch.CAPACITY ? size : Sketch.distinctBelow(hashes[size - 1]);
    }

    Sketch sketch() {
      return Sketch.ofHashes(Arrays.copyOf(hashes, size));
    }
  }
}
