package dev.bellwether.ingest.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many queries at once. Each is filed under an {@link Anchor}: terms of which every match holds at
 * least one. A post is asked only the queries that one of its own terms leads to, so that its cost
 * grows with its length and with what it may match, hardly with how many queries there are.
 *
 * @param <T> what a query stands for
 */
public final class QueryIndex<T> {

  /** A query and what it stands for. */
  public record Entry<T>(Query query, T value) {}

  private final List<Entry<T>> entries;
  private final Map<String, int[]> byTerm = new HashMap<>();
  private final Map<String, int[]> byLanguage = new HashMap<>();
  private final Map<String, int[]> byPlatform = new HashMap<>();
  private final Map<String, int[]> byKind = new HashMap<>();
  private final PrefixTable byPrefix = new PrefixTable();
  private int[] always = {};

  private QueryIndex(Collection<Entry<T>> entries) {
    this.entries = List.copyOf(entries);
    for (int i = 0; i < this.entries.size(); i++) {
      file(this.entries.get(i).query().anchor(), i);
    }
  }

  public static <T> QueryIndex<T> of(Collection<Entry<T>> entries) {
    return new QueryIndex<>(entries);
  }

  public int size() {
    return entries.size();
  }

  /** The values of the queries that {@code post} matches, in the order they were given. */
  public List<T> match(Searchable post) {
    if (entries.isEmpty()) {
      return List.of();
    }
    long[] candidates = candidates(post);
    List<T> matched = null;
    for (int block = 0; block < candidates.length; block++) {
      for (long left = candidates[block]; left != 0; left &= left - 1) {
        Entry<T> entry = entries.get(block * Long.SIZE + Long.numberOfTrailingZeros(left));
        if (entry.query().matches(post)) {
          matched = matched == null ? new ArrayList<>(4) : matched;
          matched.add(entry.value());
        }
      }
    }
    return matched == null ? List.of() : List.copyOf(matched);
  }

  /** How many queries {@code post} has to be asked. */
  int candidateCount(Searchable post) {
    return Arrays.stream(candidates(post)).mapToInt(Long::bitCount).sum();
  }

  private long[] candidates(Searchable post) {
    long[] found = new long[(entries.size() + Long.SIZE - 1) / Long.SIZE];
    mark(found, always);
    for (String word : post.tokens().distinctWords()) {
      mark(found, byTerm.get(word));
      byPrefix.mark(found, word);
    }
    for (String term : post.linkTerms()) {
      mark(found, byTerm.get(term));
    }
    Searchable.Facts facts = post.facts();
    mark(found, byLanguage.get(facts.language()));
    mark(found, byPlatform.get(facts.platform()));
    mark(found, byKind.get(facts.kind()));
    return found;
  }

  static void mark(long[] found, int[] queries) {
    if (queries != null) {
      for (int query : queries) {
        found[query >>> 6] |= 1L << query;
      }
    }
  }

  private void file(Anchor anchor, int query) {
    if (anchor.keys().isEmpty()) {
      always = with(always, query);
    }
    for (Prefilter key : anchor.keys()) {
      switch (key) {
        case Prefilter.HasTerm(String term) -> add(byTerm, term, query);
        case Prefilter.HasPrefix(String prefix) -> byPrefix.add(prefix, query);
        case Prefilter.HasLanguage(String code) -> add(byLanguage, code, query);
        case Prefilter.HasPlatform(String name) -> add(byPlatform, name, query);
        case Prefilter.HasKind(String name) -> add(byKind, name, query);
        default -> throw new IllegalStateException("no anchor: " + key);
      }
    }
  }

  private static void add(Map<String, int[]> queries, String key, int query) {
    queries.merge(key, new int[] {query}, (known, one) -> with(known, one[0]));
  }

  static int[] with(int[] queries, int query) {
    if (queries.length > 0 && queries[queries.length - 1] == query) {
      return queries;
    }
    int[] more = Arrays.copyOf(queries, queries.length + 1);
    more[queries.length] = query;
    return more;
  }
}
