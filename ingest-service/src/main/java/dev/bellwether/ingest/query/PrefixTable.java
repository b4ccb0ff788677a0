package dev.bellwether.ingest.query;

/**
 * Queries by what a word must begin with. A word's beginnings are looked up one by one in a hash
 * table, their hashes each made of the one before.
 */
final class PrefixTable {

  private String[] prefixes = new String[16];
  private int[][] queries = new int[16][];
  private int size;
  private int shortest = Integer.MAX_VALUE;
  private int longest;

  void add(String prefix, int query) {
    if (size * 2 >= prefixes.length) {
      grow();
    }
    int slot = slot(prefix, prefix.length(), prefix.hashCode());
    if (prefixes[slot] == null) {
      prefixes[slot] = prefix;
      queries[slot] = new int[] {query};
      size++;
      shortest = Math.min(shortest, prefix.length());
      longest = Math.max(longest, prefix.length());
    } else {
      queries[slot] = QueryIndex.with(queries[slot], query);
    }
  }

  /** Marks the queries of every prefix that {@code word} begins with. */
  void mark(long[] found, String word) {
    int most = Math.min(word.length(), longest);
    // As String.hashCode() has it
    int hash = 0;
    for (int length = 1; length <= most; length++) {
      hash = 31 * hash + word.charAt(length - 1);
      if (length >= shortest) {
        QueryIndex.mark(found, queries[slot(word, length, hash)]);
      }
    }
  }

  /** Where the first {@code length} characters of {@code text} stand, or would. */
  private int slot(String text, int length, int hash) {
    int mask = prefixes.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (prefixes[slot] != null
        && !(prefixes[slot].length() == length && text.startsWith(prefixes[slot]))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    String[] known = prefixes;
    int[][] theirs = queries;
    prefixes = new String[known.length * 2];
    queries = new int[prefixes.length][];
    for (int i = 0; i < known.length; i++) {
      if (known[i] != null) {
        int slot = slot(known[i], known[i].length(), known[i].hashCode());
        prefixes[slot] = known[i];
        queries[slot] = theirs[i];
      }
    }
  }
}
