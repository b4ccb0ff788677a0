package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {

  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final List<String> STORM = List.of("refund", "broken", "#brandfail", "waiting");
  private static final Duration DAY_NINE_EVENING = Duration.ofHours(9 * 24 + 19);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSteadyMonitorRaisesNothingInTwoWeeks(long seed) {
    var posts = new PostStream(seed).everyday(Duration.ZERO, TWO_WEEKS, time -> 20).posts();

    assertEquals(List.of(), List.copyOf(Watching.of(posts).trends().values()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aBusySteadyMonitorRaisesNothingEither(long seed) {
    var posts =
        new PostStream(seed).everyday(Duration.ZERO, Duration.ofDays(4), time -> 150).posts();

    assertEquals(List.of(), List.copyOf(Watching.of(posts).trends().values()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDailyRhythmRaisesNothing(long seed) {
    var posts =
        new PostStream(seed).everyday(Duration.ZERO, TWO_WEEKS, DetectionTest::daily).posts();

    assertEquals(List.of(), List.copyOf(Watching.of(posts).trends().values()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aStormIsFoundWithinAnHourAndAHalfAsOneTrend(long seed) {
    var trends = ofTheStorm(Watching.of(storm(seed)));

    assertEquals(1, trends.size(), trends::toString);
    var trend = trends.getFirst();
    var delay = Duration.between(PostStream.START.plus(DAY_NINE_EVENING), trend.detectedAt());
    assertTrue(
        delay.isPositive() && delay.compareTo(Duration.ofMinutes(90)) <= 0,
        () -> "found after " + delay);
    assertTrue(
        trend.terms().size() > 1 && trend.terms().stream().allMatch(DetectionTest::ofTheStorm),
        trend.terms()::toString);
  }

  @Test
  void aTrendKeepsItsIdWhileItRisesFadesAndEnds() {
    var watching = Watching.of(storm(42));
    var trends = ofTheStorm(watching);
    assertEquals(1, trends.size(), trends::toString);
    var states =
        watching.history().stream()
            .filter(trend -> trend.id().equals(trends.getFirst().id()))
            .map(Trend::state)
            .toList();

    assertEquals(TrendState.RISING, states.getFirst());
    assertEquals(TrendState.ENDED, states.getLast());
    assertTrue(states.contains(TrendState.FADING), states::toString);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneAuthorRepeatingItselfIsNoTrend(long seed) {
    var posts =
        new PostStream(seed)
            .everyday(Duration.ZERO, TWO_WEEKS, DetectionTest::daily)
            .flood(DAY_NINE_EVENING, DAY_NINE_EVENING.plusHours(10), 60, "buynow")
            .posts();

    assertEquals(List.of(), List.copyOf(Watching.of(posts).trends().values()));
  }

  @Test
  void twoTopicsAtOnceAreTwoTrends() {
    var posts =
        new PostStream(7)
            .everyday(Duration.ZERO, TWO_WEEKS, DetectionTest::daily)
            .topic(
                DAY_NINE_EVENING,
                DAY_NINE_EVENING.plusHours(5),
                30,
                "a",
                "refund",
                "broken",
                "#brandfail")
            .topic(
                DAY_NINE_EVENING,
                DAY_NINE_EVENING.plusHours(5),
                30,
                "b",
                "launch",
                "beautiful",
                "#brandnew")
            .posts();

    assertEquals(2, Watching.of(posts).trends().size());
  }

  @Test
  void aSwellWithoutAWordOfItsOwnIsATrendOfTheVolume() {
    var start = PostStream.START.plus(DAY_NINE_EVENING);
    var posts =
        new PostStream(3)
            .everyday(
                Duration.ZERO,
                TWO_WEEKS,
                time ->
                    time.isBefore(start) || time.isAfter(start.plus(Duration.ofHours(4)))
                        ? daily(time)
                        : 200)
            .posts();

    var trends = Watching.of(posts).trends();

    assertEquals(List.of("volume"), trends.values().stream().map(Trend::label).toList());
  }

  @Test
  void theFirstDayOfAMonitorRaisesNothing() {
    var posts =
        new PostStream(5)
            .everyday(Duration.ZERO, Duration.ofHours(23), time -> 20)
            .topic(Duration.ofHours(10), Duration.ofHours(14), 60, "a", "refund", "broken")
            .posts();

    assertEquals(List.of(), Watching.of(posts).history());
  }

  /** Chance raises a topic of two or three everyday words in every other month. */
  private static List<Trend> ofTheStorm(Watching watching) {
    return watching.trends().values().stream()
        .filter(trend -> trend.terms().stream().anyMatch(DetectionTest::ofTheStorm))
        .toList();
  }

  private static boolean ofTheStorm(String term) {
    return List.of(term.split(" ")).stream().anyMatch(STORM::contains);
  }

  private static List<CountedPost> storm(long seed) {
    return new PostStream(seed)
        .everyday(Duration.ZERO, TWO_WEEKS, DetectionTest::daily)
        .topic(Duration.ZERO, TWO_WEEKS, 2, "c", "refund", "broken", "#brandfail", "waiting")
        .topic(
            DAY_NINE_EVENING,
            DAY_NINE_EVENING.plusHours(9),
            28,
            "s",
            "refund",
            "broken",
            "#brandfail",
            "waiting")
        .posts();
  }

  /** About 20 an hour: hardly any at night, 40 in the evening. */
  private static double daily(Instant time) {
    double hour = Duration.between(PostStream.START, time).toMinutes() % 1440 / 60.0;
    return 20 * (1 - 0.95 * Math.cos((hour - 4) / 24 * 2 * Math.PI));
  }
}
