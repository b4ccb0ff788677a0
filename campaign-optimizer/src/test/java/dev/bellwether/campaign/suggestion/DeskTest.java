package dev.bellwether.campaign.suggestion;

import static dev.bellwether.campaign.suggestion.Given.NOON;
import static dev.bellwether.campaign.suggestion.Given.RULES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskTest {

  private static final AdLine SHOWN = Given.line("c", "shown", 10);
  private static final AdLine NEW = Given.line("c", "new", 10);

  @Test
  void aMatterIsPutOnceAndThenKeptUpToDateWithTheLinesThatWereShown() {
    assertInstanceOf(Desk.Open.class, next(null, advice(SuggestionKind.PAUSE, 0, 0, SHOWN)));
    var open = suggestion(SuggestionState.OPEN, advice(SuggestionKind.PAUSE, 0, 0, SHOWN));
    var newer = next(open, advice(SuggestionKind.PAUSE, 0, 5, NEW));
    assertEquals(new Desk.Update(advice(SuggestionKind.PAUSE, 0, 5, SHOWN)), newer);
    assertInstanceOf(Desk.Nothing.class, next(open, advice(SuggestionKind.PAUSE, 0, 0, NEW)));
    assertInstanceOf(Desk.Lapse.class, next(open, null));
  }

  @Test
  void whatWasDismissedIsNotPutAgainForTheSameStormNorForADay() {
    var dismissed =
        suggestion(SuggestionState.DISMISSED, advice(SuggestionKind.PAUSE, 0, 60, SHOWN));
    assertInstanceOf(
        Desk.Nothing.class, next(dismissed, advice(SuggestionKind.PAUSE, 0, 6_000, SHOWN)));
    assertInstanceOf(
        Desk.Nothing.class, next(dismissed, advice(SuggestionKind.PAUSE, 1_000, 1_499, SHOWN)));
    assertInstanceOf(
        Desk.Open.class, next(dismissed, advice(SuggestionKind.PAUSE, 1_000, 1_500, SHOWN)));
  }

  @Test
  void whatWasAcceptedIsPutAgainOnlyForAnotherStormOrAWorseOne() {
    var accepted = suggestion(SuggestionState.ACCEPTED, advice(SuggestionKind.LOWER, 0, 60, SHOWN));
    assertInstanceOf(
        Desk.Nothing.class, next(accepted, advice(SuggestionKind.LOWER, 0, 90, SHOWN)));
    assertInstanceOf(Desk.Open.class, next(accepted, advice(SuggestionKind.PAUSE, 0, 90, SHOWN)));
    assertInstanceOf(Desk.Open.class, next(accepted, advice(SuggestionKind.LOWER, 80, 90, SHOWN)));
  }

  @Test
  void aTrendThatCameAndWentIsNotPutAgainTheSameDay() {
    var lapsed = suggestion(SuggestionState.LAPSED, advice(SuggestionKind.SHIFT, 0, 60, SHOWN));
    assertInstanceOf(Desk.Nothing.class, next(lapsed, advice(SuggestionKind.SHIFT, 0, 120, SHOWN)));
    var storm = suggestion(SuggestionState.LAPSED, advice(SuggestionKind.PAUSE, 0, 60, SHOWN));
    assertInstanceOf(Desk.Open.class, next(storm, advice(SuggestionKind.PAUSE, 70, 120, SHOWN)));
  }

  private static Desk.Step next(Suggestion last, Advice wanted) {
    return Desk.next(Optional.ofNullable(last), Optional.ofNullable(wanted), RULES);
  }

  private static Advice advice(SuggestionKind kind, int since, int at, AdLine line) {
    var evidence = new Evidence(minute(since), null, null, null, null, List.of(), null, null, null);
    return new Advice(
        kind,
        "topic",
        minute(at),
        minute(at + 360),
        "since",
        evidence,
        null,
        null,
        List.of(line),
        List.of());
  }

  private static Instant minute(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private static Suggestion suggestion(SuggestionState state, Advice advice) {
    var change = new Suggestion.Change(state, NOON, "somebody", null, null);
    return new Suggestion("default", "s1", "a1", "m1", state, NOON, advice, List.of(change));
  }
}
