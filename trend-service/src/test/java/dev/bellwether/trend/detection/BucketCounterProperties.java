package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BucketCounterProperties {

  private static final TermExtractor EXTRACTOR = TermExtractor.standard();

  @Property(tries = 100)
  void partsOfABucketAddUpToTheWhole(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 6) Integer> words,
      @ForAll @IntRange(max = 29) int cut) {
    var posts = posts(words);
    int at = Math.min(cut, posts.size());
    var whole = BucketCounts.of(EXTRACTOR, 1, posts);
    var sum =
        BucketCounts.of(EXTRACTOR, 1, posts.subList(0, at))
            .plus(BucketCounts.of(EXTRACTOR, 1, posts.subList(at, posts.size())));

    assertEquals(whole.terms().keySet(), sum.terms().keySet());
    whole
        .terms()
        .forEach(
            (term, count) -> {
              assertEquals(count.mentions(), sum.of(term).mentions());
              assertEquals(count.voices(), sum.of(term).voices());
              assertEquals(count.posts(), sum.of(term).posts());
            });
  }

  @Example
  void anErasedPostLeavesWhatOthersSaid() {
    var posts = posts(List.of(1, 1, 2));
    var without =
        BucketCounts.of(EXTRACTOR, 1, posts).without(Fingerprint.of(posts.getLast().id()));

    assertEquals(
        BucketCounts.of(EXTRACTOR, 1, posts.subList(0, 2)).terms().keySet(),
        without.terms().keySet());
  }

  @Example
  void aFloodOfWordsThatNobodyRepeatsIsBoundedAndDoesNotHideWhatManySay() {
    var counter = new BucketCounter(EXTRACTOR);
    int posts = 60_000;
    for (int i = 0; i < posts; i++) {
      counter.add(post(i, "nov" + i + "a nov" + i + "b nov" + i + "c"));
      if (i % 1_000 == 0) {
        counter.add(post(posts + i, "kettle leaking from below " + "xyz" + i));
      }
      assertTrue(counter.openTerms() <= BucketCounter.MOST_OPEN + 10);
    }
    var counts = counter.take(1);

    assertTrue(counts.terms().size() <= BucketCounts.MOST_TERMS);
    assertTrue(counts.of("kettle leaking").voices() > 5, counts.of("kettle leaking")::toString);
  }

  private static List<CountedPost> posts(List<Integer> words) {
    var posts = new ArrayList<CountedPost>();
    for (int i = 0; i < words.size(); i++) {
      posts.add(post(i, "apple" + words.get(i) + " banana" + words.get(i) / 2));
    }
    return posts;
  }

  private static CountedPost post(int number, String text) {
    return new CountedPost(
        "x:" + number, Instant.EPOCH, Fingerprint.of("a" + number), 0, List.of("m"), text);
  }
}
