package dev.bellwether.ingest.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Queries by what a word must begin with, found by the word's first two characters. */
final class PrefixTable {

  private static final int KEY_LENGTH = 2;

  private static final class Prefix {

    private final String text;
    private int[] queries = {};

    private Prefix(String text) {
      this.text = text;
    }
  }

  private final Map<Integer, List<Prefix>> byStart = new HashMap<>();

  void add(String prefix, int query) {
    if (prefix.length() < KEY_LENGTH) {
      throw new IllegalArgumentException("the prefix " + prefix + " is too short");
    }
    List<Prefix> bucket = byStart.computeIfAbsent(key(prefix), start -> new ArrayList<>(1));
    Prefix known =
        bucket.stream()
            .filter(one -> one.text.equals(prefix))
            .findFirst()
            .orElseGet(
                () -> {
                  var created = new Prefix(prefix);
                  bucket.add(created);
                  return created;
                });
    known.queries = QueryIndex.with(known.queries, query);
  }

  void mark(long[] found, String word) {
    if (word.length() < KEY_LENGTH || byStart.isEmpty()) {
      return;
    }
    List<Prefix> bucket = byStart.get(key(word));
    if (bucket != null) {
      for (Prefix prefix : bucket) {
        if (word.startsWith(prefix.text)) {
          QueryIndex.mark(found, prefix.queries);
        }
      }
    }
  }

  private static Integer key(String word) {
    return word.charAt(0) << 16 | word.charAt(1);
  }
}
