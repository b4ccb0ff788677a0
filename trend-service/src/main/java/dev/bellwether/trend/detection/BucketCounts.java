package dev.bellwether.trend.detection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a monitor's posts of one bucket said. Counts of parts of a bucket add up, in any order.
 *
 * @param all every post
 * @param terms the most used terms
 */
public record BucketCounts(long bucket, TermCount all, Map<String, TermCount> terms) {

  /** So a bucket of a busy monitor stays well under a broker's record limit. */
  public static final int MOST_TERMS = 300;

  private static final Comparator<Map.Entry<String, TermCount>> MOST_USED =
      Comparator.<Map.Entry<String, TermCount>>comparingDouble(
              term -> -term.getValue().authors().distinct())
          .thenComparingInt(term -> -term.getValue().mentions())
          .thenComparing(Map.Entry::getKey);

  public BucketCounts {
    terms = Map.copyOf(terms);
  }

  public static BucketCounts empty(long bucket) {
    return new BucketCounts(bucket, TermCount.NONE, Map.of());
  }

  public static BucketCounts of(long bucket, List<CountedPost> posts) {
    var all = TermCount.NONE;
    var terms = new HashMap<String, TermCount>();
    for (var post : posts) {
      all = all.with(post);
      for (var term : post.terms()) {
        terms.put(term, terms.getOrDefault(term, TermCount.NONE).with(post));
      }
    }
    return new BucketCounts(bucket, all, mostUsed(terms));
  }

  /** Adds another part; this one's number stays. */
  public BucketCounts plus(BucketCounts other) {
    var sum = new HashMap<>(terms);
    other.terms.forEach((term, count) -> sum.merge(term, count, TermCount::plus));
    return new BucketCounts(bucket, all.plus(other.all), sum);
  }

  /**
   * Without a post: what no other post said is forgotten with it.
   *
   * @param post fingerprint of its id
   */
  public BucketCounts without(long post) {
    var left = new HashMap<String, TermCount>();
    terms.forEach(
        (term, count) -> {
          var others = count.without(post);
          if (others.mentions() > 0) {
            left.put(term, others);
          }
        });
    return new BucketCounts(bucket, all.without(post), left);
  }

  /** The term's count, {@link TermCount#NONE} where nobody used it. */
  public TermCount of(String term) {
    return terms.getOrDefault(term, TermCount.NONE);
  }

  private static Map<String, TermCount> mostUsed(Map<String, TermCount> terms) {
    return terms.size() <= MOST_TERMS
        ? terms
        : terms.entrySet().stream()
            .sorted(MOST_USED)
            .limit(MOST_TERMS)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
