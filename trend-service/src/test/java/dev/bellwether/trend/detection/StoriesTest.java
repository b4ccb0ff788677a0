package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesTest {

  private static final Duration DAYS = Duration.ofDays(5);
  private static final Duration LATE = Duration.ofHours(3 * 24 + 12);

  @Test
  void aTextThatHundredsRepeatIsNoTrend() {
    var posts =
        quiet(1).chain(LATE, LATE.plusHours(3), 120, "huge kettle giveaway follow today").posts();

    var terms =
        Watching.of(posts).trends().values().stream()
            .flatMap(trend -> trend.terms().stream())
            .toList();

    assertEquals(
        List.of(), terms.stream().filter(term -> term.matches(".*(kettle|giveaway).*")).toList());
  }

  @Test
  void whatManySayAtOnceIsFoundWithinAQuarterOfAnHour() {
    var posts =
        quiet(2)
            .topic(LATE, LATE.plusHours(2), 240, "s", "kettle", "fire", "recall", "smoke")
            .posts();
    var trend = Watching.of(posts).trends().values().iterator().next();

    assertTrue(delay(trend).compareTo(Duration.ofMinutes(15)) <= 0, trend::toString);
    assertTrue(trend.terms().contains("recall"), trend::toString);
  }

  @Test
  void whatGrowsOverADayIsFoundToo() {
    var posts = quiet(3).topic(LATE, LATE.plusHours(24), 3, "s", "kettle", "lid", "crack").posts();
    var trends = Watching.of(posts).trends();

    assertEquals(1, trends.size(), trends::toString);
    var trend = trends.values().iterator().next();
    assertTrue(trend.scaleMinutes() >= 60, trend::toString);
  }

  @Test
  void aTopicThatComesBackKeepsItsId() {
    var again = LATE.plusHours(24);
    var posts =
        quiet(4)
            .topic(LATE, LATE.plusHours(2), 60, "a", "kettle", "fire", "recall", "smoke")
            .topic(again, again.plusHours(2), 60, "b", "kettle", "fire", "recall", "smoke")
            .posts();
    var watching = Watching.of(posts);

    assertEquals(1, watching.trends().size(), () -> watching.trends().toString());
    var states = watching.history().stream().map(Trend::state).toList();
    assertTrue(
        states.indexOf(TrendState.ENDED) < states.indexOf(TrendState.BACK)
            && states.contains(TrendState.ENDED),
        states::toString);
  }

  @Test
  void theSamePostsGiveTheSameTrends() {
    var posts =
        quiet(5).topic(LATE, LATE.plusHours(2), 60, "a", "kettle", "fire", "recall").posts();

    assertEquals(Watching.of(posts).history(), Watching.of(posts).history());
  }

  @Test
  void theKernelSaysWhatTheTwoHalvesSay() {
    var posts =
        quiet(6).topic(LATE, LATE.plusHours(2), 60, "a", "kettle", "fire", "recall").posts();
    var told = new ArrayList<Trend>();
    var kernel =
        new Kernel(Watching.DETECTOR, Watching.EXTRACTOR, new Watched("w", "m"), told::add);
    posts.forEach(kernel::add);
    kernel.close();

    assertEquals(Watching.of(posts).history(), told);
  }

  @Test
  void whoAnswersOneAccountWithoutANameIsOneVoice() {
    assertEquals(
        CountedPost.unnamed("x:1", "@friend and then"), CountedPost.unnamed("x:2", "@Friend so"));
    assertTrue(CountedPost.unnamed("x:1", "@ no") != CountedPost.unnamed("x:2", "@ no"));
    assertTrue(CountedPost.unnamed("x:1", "RT @a: b") != CountedPost.unnamed("x:2", "RT @a: b"));
  }

  private static PostStream quiet(long seed) {
    return new PostStream(seed).everyday(Duration.ZERO, DAYS, time -> 20);
  }

  private static Duration delay(Trend trend) {
    Instant start = PostStream.START.plus(LATE);
    return Duration.between(start, trend.detectedAt());
  }
}
