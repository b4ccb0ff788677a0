package dev.bellwether.trend.detection;

import java.util.Collection;
import java.util.List;

/**
 * The hour that ends with the bucket being closed.
 *
 * @param buckets those with posts, oldest first; the last one is the one being closed
 */
record LastHour(List<BucketCounts> buckets) {

  LastHour {
    buckets = List.copyOf(buckets);
  }

  BucketCounts latest() {
    return buckets.getLast();
  }

  /** Authors of each bucket, added up: what the habit of the volume is measured in. */
  double volume() {
    return buckets.stream().mapToDouble(bucket -> bucket.all().authors().distinct()).sum();
  }

  TermCount of(String term) {
    return buckets.stream().map(bucket -> of(bucket, term)).reduce(TermCount.NONE, TermCount::plus);
  }

  /** As {@link #of}, without the bucket being closed. */
  TermCount before(String term) {
    var sum = TermCount.NONE;
    for (var bucket : buckets.subList(0, buckets.size() - 1)) {
      var count = of(bucket, term);
      sum = sum.mentions() == 0 ? count : count.mentions() == 0 ? sum : sum.plus(count);
    }
    return sum;
  }

  /** Posts with any of the terms, and their authors. */
  static TermCount ofAny(BucketCounts counts, Collection<String> terms) {
    return terms.stream().map(term -> of(counts, term)).reduce(TermCount.NONE, TermCount::plus);
  }

  /** As the other, over the whole hour. */
  TermCount ofAny(Collection<String> terms) {
    return buckets.stream()
        .map(bucket -> ofAny(bucket, terms))
        .reduce(TermCount.NONE, TermCount::plus);
  }

  /** As {@link #ofAny(Collection)}, without the bucket being closed. */
  TermCount ofAnyBefore(Collection<String> terms) {
    return buckets.subList(0, buckets.size() - 1).stream()
        .map(bucket -> ofAny(bucket, terms))
        .reduce(TermCount.NONE, TermCount::plus);
  }

  static TermCount of(BucketCounts counts, String term) {
    return term.equals(Alert.VOLUME) ? counts.all() : counts.of(term);
  }
}
