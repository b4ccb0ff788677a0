package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  private static final Buckets BUCKETS = Buckets.STANDARD;

  private final LocalTerms local = new LocalTerms(BUCKETS, new LocalHabit());
  private final BucketCounter counter = new BucketCounter(TermExtractor.standard());
  private int posts;

  @Test
  void ofAQuietBucketEveryTermGoesOn() {
    say(1, "ann", "zebrapudding");
    say(1, "bob", "espresso machine");
    assertEquals(
        List.of("espresso", "espresso machine", "machine", "zebrapudding"),
        counter.take(1, local).terms().keySet().stream().sorted().toList());
  }

  @Test
  void ofABusyBucketOnlyWhatTwoAuthorsSaidWithinTheHourGoesOn() {
    say(1, "ann", "zebrapudding");
    talk(1, 2_000);
    assertFalse(counter.take(1, local).terms().containsKey("zebrapudding"));

    say(2, "bob", "zebrapudding");
    say(2, "cid", "otherpudding");
    say(2, "cid", "otherpudding");
    talk(2, 2_000);
    var second = counter.take(2, local);
    assertEquals(1, second.of("zebrapudding").voices());
    assertFalse(second.terms().containsKey("otherpudding"), "one author is not two");
  }

  @Test
  void afterAnHourTheFirstAuthorIsForgotten() {
    say(1, "ann", "zebrapudding");
    talk(1, 2_000);
    counter.take(1, local);
    say(1 + BUCKETS.inAnHour(), "bob", "zebrapudding");
    talk(1 + BUCKETS.inAnHour(), 2_000);
    assertFalse(counter.take(1 + BUCKETS.inAnHour(), local).terms().containsKey("zebrapudding"));
  }

  @Test
  void whatRisesFindsRoomBesideWhatEverybodyAlwaysSays() {
    for (int bucket = 0; bucket < 12; bucket++) {
      usualTalk(bucket);
      counter.take(bucket, local);
    }
    usualTalk(12);
    for (int author = 0; author < 4; author++) {
      say(12, "new" + author, "zebrapudding");
    }
    var counts = counter.take(12, local);
    assertEquals(BucketCounts.MOST_TERMS, counts.terms().size());
    assertEquals(4, counts.of("zebrapudding").voices());
  }

  @Test
  void aTermThatGoesOnIsUsualHere() {
    for (int bucket = 0; bucket < 200; bucket++) {
      for (int author = 0; author < 6; author++) {
        say(bucket, "fan" + author, "espresso");
      }
      assertEquals(bucket == 0 ? 0 : 6, local.habit().usual(Fingerprint.of("espresso")), 0.01);
      counter.take(bucket, local);
    }
  }

  @Test
  void aFloodOfDistinctTermsIsBoundedAndDoesNotHideATopic() {
    for (int bucket = 1; bucket <= 12; bucket++) {
      for (int author = 0; author < 8; author++) {
        say(bucket, "fan" + author, "zebrapudding arrives");
      }
      // 30,000 posts a bucket of one program, each of words that nobody ever said
      for (int i = 0; i < 30_000; i++) {
        say(bucket, "bot", "q%dx%d w%dx%d".formatted(bucket, i, bucket, i));
      }
      assertTrue(counter.openTerms() <= BucketCounter.MOST_OPEN, () -> "" + counter.openTerms());
      assertTrue(local.size() <= LocalTerms.MOST, () -> "" + local.size());
      var counts = counter.take(bucket, local);
      assertTrue(counts.terms().size() <= BucketCounts.MOST_TERMS);
      assertEquals(8, counts.of("zebrapudding").authors().distinct());
    }
  }

  /** Words of one author each, several times what there is room for. */
  private void talk(long bucket, int count) {
    for (int i = 0; i < count; i++) {
      say(bucket, "author" + i, "word" + bucket + "x" + i + " thing" + bucket + "x" + i);
    }
  }

  /** A thousand words that forty people say in every bucket. */
  private void usualTalk(long bucket) {
    for (int word = 0; word < 1_000; word += 5) {
      for (int author = 0; author < 10; author++) {
        say(
            bucket,
            "regular" + author,
            "usual%d. usual%d. usual%d. usual%d. usual%d"
                .formatted(word, word + 1, word + 2, word + 3, word + 4));
      }
    }
  }

  private void say(long bucket, String author, String text) {
    local.open(bucket);
    var post =
        new CountedPost(
            "x:" + posts++, Instant.EPOCH, Fingerprint.of(author), 0, List.of("m"), text);
    counter.add(post, local);
  }
}
