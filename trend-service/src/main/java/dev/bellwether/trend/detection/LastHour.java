package dev.bellwether.trend.detection;

import java.util.Collection;
import java.util.List;

/**
 * The hour that ends with the bucket being closed.
 *
 * @param buckets those with posts, oldest first; the last one is the one being closed
 */
record LastHour(List<BucketCounts> buckets, BucketCounts together) {

  static LastHour of(List<BucketCounts> buckets) {
    return new LastHour(
        List.copyOf(buckets), buckets.stream().reduce(BucketCounts::plus).orElseThrow());
  }

  BucketCounts latest() {
    return buckets.getLast();
  }

  /** Authors of each bucket, added up: what the habit of the volume is measured in. */
  double volume() {
    return buckets.stream().mapToDouble(bucket -> bucket.all().authors().distinct()).sum();
  }

  TermCount of(String term) {
    return of(together, term);
  }

  /** Posts with any of the terms, and their authors. */
  static TermCount ofAny(BucketCounts counts, Collection<String> terms) {
    return terms.stream().map(term -> of(counts, term)).reduce(TermCount.NONE, TermCount::plus);
  }

  /** As {@link #ofAny}, over the hour without the bucket being closed. */
  TermCount ofAnyBefore(Collection<String> terms) {
    return buckets.subList(0, buckets.size() - 1).stream()
        .map(bucket -> ofAny(bucket, terms))
        .reduce(TermCount.NONE, TermCount::plus);
  }

  static TermCount of(BucketCounts counts, String term) {
    return term.equals(Alert.VOLUME) ? counts.all() : counts.of(term);
  }
}
