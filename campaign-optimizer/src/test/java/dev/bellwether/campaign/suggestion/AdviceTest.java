package dev.bellwether.campaign.suggestion;

import static dev.bellwether.campaign.suggestion.Given.NOON;
import static dev.bellwether.campaign.suggestion.Given.RULES;
import static dev.bellwether.campaign.suggestion.Given.line;
import static dev.bellwether.campaign.suggestion.Given.link;
import static dev.bellwether.campaign.suggestion.Given.rising;
import static dev.bellwether.campaign.suggestion.Given.storm;
import static dev.bellwether.campaign.suggestion.Given.trend;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdviceTest {

  private static final Instant NOW = NOON.plus(Duration.ofHours(1));

  @Test
  void aSevereStormAsksForAPauseAndSaysWhyWithItsFigures() {
    var topic = rising("t7", List.of("lids", "leak", "@someone", "bottle"));
    var advice = StormAdvice.of(link(), storm(0.7), topic, null, RULES).orElseThrow();
    assertEquals(SuggestionKind.PAUSE, advice.kind());
    assertEquals(0, advice.keep());
    assertEquals(NOON.plus(Duration.ofHours(7)), advice.until());
    assertEquals("t7", advice.evidence().trend());
    assertEquals(
        "70 % of the 100 scored mentions of Ternfell in the hour to 2026-03-10 13:00 UTC are negative (62 % to 77 %), "
            + "against 20 % usually, since 2026-03-10 12:00 UTC. Most are about: lids, leak, bottle. "
            + "Pause the ads beside them until it has passed.",
        advice.reason());
  }

  @Test
  void aMilderStormAsksToLowerAndNeverSoftensWhatAlreadyAsksForAPause() {
    var mild = StormAdvice.of(link(), storm(0.5), null, null, RULES).orElseThrow();
    assertEquals(SuggestionKind.LOWER, mild.kind());
    assertEquals(0.5, mild.keep());
    var pause = StormAdvice.of(link(), storm(0.7), null, null, RULES).orElseThrow();
    var later = StormAdvice.of(link(), storm(0.5), null, pause, RULES).orElseThrow();
    assertEquals(SuggestionKind.PAUSE, later.kind());
  }

  @Test
  void fewMentionsKeepAStormAsItIsAndMakeItNoWorse() {
    var watch = storm(0.5).next(Given.measured(65, 0.95, 15), RULES);
    var advice = StormAdvice.of(link(), watch, null, null, RULES).orElseThrow();
    assertEquals(SuggestionKind.LOWER, advice.kind());
  }

  @Test
  void withoutAStormNothingIsToBePaused() {
    assertEquals(Optional.empty(), StormAdvice.of(link(), StormWatch.NEW, null, null, RULES));
  }

  @Test
  void theStormIsNamedByTheTrendThatCarriesMostOfTheNegativeMentions() {
    var good = topic("good", TrendState.RISING, new Trend.Mood(30, 10, 40));
    var bad = topic("bad", TrendState.STEADY, new Trend.Mood(25, 3, 1));
    var worse = topic("worse", TrendState.FADING, new Trend.Mood(40, 3, 1));
    assertEquals(Optional.of(worse), StormAdvice.topic(List.of(good, bad, worse), NOW, RULES));
    assertEquals(Optional.empty(), StormAdvice.topic(List.of(good), NOW, RULES));
    assertEquals(
        Optional.empty(),
        StormAdvice.topic(List.of(bad, worse), NOW.plus(Duration.ofHours(9)), RULES));
  }

  @Test
  void aRisingTrendInAGoodMoodAsksForAShareOfTheDayThatItsExcessBears() {
    var lines =
        List.of(line("Kittiwake launch", "a", 300), line("b", "b", 400), line("c", "c", 300));
    var topic = rising("t1", List.of("kittiwake"));
    var advice = TrendAdvice.of(link(), topic, null, NOW, RULES).orElseThrow();
    // 60 an hour against 6: nine tenths of it are new, of 20 %
    assertEquals(0.18, advice.shift(), 1e-12);
    var on = TrendAdvice.on(advice, link(), topic, lines, RULES).orElseThrow();
    // those about it spend 300 of 1,000 and may grow by half
    assertEquals(0.15, on.shift(), 1e-12);
    assertEquals(List.of(lines.getFirst()), on.lines());
    assertTrue(on.reason().contains("400 more (150 to 800)"), on.reason());
    assertTrue(on.reason().contains("7 % of 60 scored are negative (3 % to 14 %)"), on.reason());
    assertTrue(on.reason().contains("Shift 15 % of the account's day"), on.reason());
  }

  @Test
  void aTrendThatIsSmallFadesOrUpsetsPeopleAsksForNothing() {
    assertEquals(Optional.empty(), asked(TrendState.RISING, new Trend.Mood(1, 10, 8)));
    assertEquals(Optional.empty(), asked(TrendState.FADING, new Trend.Mood(1, 30, 30)));
    assertEquals(Optional.empty(), asked(TrendState.STEADY, new Trend.Mood(1, 30, 30)));
    assertEquals(Optional.empty(), asked(TrendState.RISING, new Trend.Mood(25, 20, 15)));
    assertEquals(Optional.empty(), asked(TrendState.RISING, null));
    assertTrue(asked(TrendState.BACK, new Trend.Mood(1, 30, 30)).isPresent());
  }

  @Test
  void whatIsSuggestedAlreadyStaysWhileTheTrendGoesOnAndKeepsItsShare() {
    var shown = asked(TrendState.RISING, new Trend.Mood(1, 30, 30)).orElseThrow();
    var steady = topic("t", TrendState.STEADY, new Trend.Mood(18, 20, 12));
    var next = TrendAdvice.of(link(), steady, shown, NOW, RULES).orElseThrow();
    assertEquals(shown.shift(), next.shift());
    var turned = topic("t", TrendState.STEADY, new Trend.Mood(30, 10, 10));
    assertEquals(Optional.empty(), TrendAdvice.of(link(), turned, shown, NOW, RULES));
    assertEquals(
        Optional.empty(),
        TrendAdvice.of(link(), steady, shown, NOW.plus(Duration.ofHours(7)), RULES));
  }

  @Test
  void aTrendThatFadesForAnHourIsNotTakenBackAndOneThatFadesForTwoIs() {
    var shown = asked(TrendState.RISING, new Trend.Mood(1, 30, 30)).orElseThrow();
    var fading = topic("t", TrendState.FADING, null);
    assertEquals(Optional.of(shown), TrendAdvice.of(link(), fading, shown, NOW, RULES));
    var later = shown.at().plus(Duration.ofHours(2)).plusSeconds(1);
    assertEquals(Optional.empty(), TrendAdvice.of(link(), fading, shown, later, RULES));
  }

  @Test
  void aTrendThatTouchesEveryLineOrNoneMovesNothing() {
    var topic = rising("t1", List.of("kittiwake"));
    var advice = TrendAdvice.of(link(), topic, null, NOW, RULES).orElseThrow();
    var about = line("Kittiwake", "a", 10);
    assertEquals(Optional.empty(), TrendAdvice.on(advice, link(), topic, List.of(about), RULES));
    assertEquals(
        Optional.empty(),
        TrendAdvice.on(advice, link(), topic, List.of(line("b", "b", 10)), RULES));
  }

  private static Optional<Advice> asked(TrendState state, Trend.Mood mood) {
    return TrendAdvice.of(link(), topic("t", state, mood), null, NOW, RULES);
  }

  private static Topic topic(String id, TrendState state, Trend.Mood mood) {
    return Topic.of(trend(id, List.of("kittiwake"), state, mood, 30));
  }
}
