package dev.bellwether.trend.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a monitor's posts of one bucket said. Counts of parts of a bucket add up, in any order.
 *
 * @param all every post
 * @param terms the terms that may matter, by name
 */
public record BucketCounts(long bucket, TermCount all, Map<String, TermCount> terms) {

  /** So a bucket of a busy monitor stays well under a broker's record limit. */
  public static final int MOST_TERMS = 500;

  public BucketCounts {
    terms = Map.copyOf(terms);
  }

  public static BucketCounts empty(long bucket) {
    return new BucketCounts(bucket, TermCount.NONE, Map.of());
  }

  /** Counts posts that are all there, each of the bucket. */
  public static BucketCounts of(TermExtractor extractor, long bucket, List<CountedPost> posts) {
    var counter = new BucketCounter(extractor);
    posts.forEach(counter::add);
    return counter.take(bucket);
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
}
