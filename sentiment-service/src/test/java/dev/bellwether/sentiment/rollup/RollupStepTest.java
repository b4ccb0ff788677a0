package dev.bellwether.sentiment.rollup;

import static dev.bellwether.sentiment.rollup.Scores.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RollupStepTest {

  private static final Instant CREATED = NOON.plusSeconds(1234);
  private static final Instant MINUTE = NOON.plusSeconds(1200);

  private final RollupState state = new RollupState();

  @Test
  void aMentionCountsOnceForTheWorkspaceAndOnceForEachOfItsMonitorsByHourAndByMinute() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE, "b", "a", "a")));
    assertEquals(
        Set.of("HOUR ", "HOUR a", "HOUR b", "MINUTE ", "MINUTE a", "MINUTE b"),
        state.counts().keySet().stream()
            .map(cell -> cell.span() + " " + cell.monitor())
            .collect(Collectors.toSet()));
    assertEquals(1, minute("a", SentimentLabel.POSITIVE).mentions());
  }

  @Test
  void anEditTakesTheOldContributionAwayAndAddsTheNewOneWhereItNowBelongs() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE, "a")));
    var moved =
        Scores.score("x:1", 2, NOON.plusSeconds(7200), SentimentLabel.NEGATIVE, List.of("a"));
    state.apply(List.of(new Change.Scored("x:1", Contribution.of(moved, "me", 7, true))));
    assertEquals(4, state.counts().size());
    assertEquals(
        new Measures(1, 1, 7, 0, 0, 0, 0, 0, 0),
        state
            .counts()
            .get(new Cell(Cell.Span.HOUR, "a", NOON.plusSeconds(7200), SentimentLabel.NEGATIVE)));
  }

  @Test
  void everyMeasureOfAMentionIsAdded() {
    var rude =
        Scores.score("x:1", 1, CREATED, SentimentLabel.NEGATIVE, List.of(), Emotion.ANGER, true);
    state.apply(List.of(new Change.Scored("x:1", Contribution.of(rude, "me", 12, true))));
    assertEquals(new Measures(1, 1, 12, 1, 0, 0, 0, 1, 1), minute("", SentimentLabel.NEGATIVE));
  }

  @Test
  void aRepeatedRevisionAndAnOlderOneChangeNothingAndWhatIsKeptIsPublishedAgain() {
    state.apply(List.of(scored(2, SentimentLabel.POSITIVE, "a")));
    for (int revision : List.of(2, 1)) {
      var step =
          RollupStep.of(state.kept(), List.of(scored(revision, SentimentLabel.NEGATIVE, "b")));
      assertTrue(step.changesNothing());
      assertEquals(Map.of(), step.deltas());
      assertEquals(SentimentLabel.POSITIVE, step.scores().get("x:1").orElseThrow().label());
    }
  }

  @Test
  void anErasedMentionCountsNowhereAndAnOlderRevisionDoesNotBringItBack() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE, "a")));
    state.apply(List.of(new Change.Erased("x:1", 2)));
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE, "a")));
    assertEquals(Map.of(), state.counts());
    var kept = state.kept().get("x:1").contribution();
    assertEquals(2, kept.revision());
    assertNull(kept.score());
    assertNull(kept.author());
    assertEquals(Optional.empty(), state.published().get("x:1"));
  }

  @Test
  void anErasedMentionsNullLeavesNothing() {
    state.apply(
        List.of(
            scored(1, SentimentLabel.POSITIVE, "a"),
            new Change.Erased("x:1", 2),
            new Change.Gone("x:1")));
    assertEquals(Map.of(), state.counts());
    assertEquals(Map.of(), state.kept());
  }

  @Test
  void aMentionThatExpiresIsForgottenAndStaysCounted() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE, "a")));
    state.apply(List.of(new Change.Gone("x:1")));
    assertEquals(Map.of(), state.kept());
    assertEquals(4, state.counts().size());
  }

  @Test
  void aPersonsWordMovesTheCountsAndTakingItBackMovesThemBack() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE, "a")));
    state.apply(List.of(corrected(SentimentLabel.NEGATIVE)));
    assertEquals(1, minute("a", SentimentLabel.NEGATIVE).mentions());
    assertNull(minute("a", SentimentLabel.POSITIVE));
    var said = state.published().get("x:1").orElseThrow();
    assertEquals(SentimentLabel.NEGATIVE, said.label());
    assertEquals(SentimentLabel.POSITIVE, said.modelLabel());
    assertEquals(NOON, said.correctedAt());
    assertEquals(1, said.confidence());
    assertEquals(1, said.revision());
    state.apply(List.of(new Change.Uncorrected("x:1")));
    assertEquals(1, minute("a", SentimentLabel.POSITIVE).mentions());
    assertNull(state.published().get("x:1").orElseThrow().correctedAt());
  }

  @Test
  void aPersonsWordWaitsForItsMentionAndHoldsForEveryRevision() {
    state.apply(List.of(corrected(SentimentLabel.NEUTRAL)));
    assertEquals(Map.of(), state.published());
    for (int revision = 1; revision < 3; revision++) {
      state.apply(List.of(scored(revision, SentimentLabel.POSITIVE, "a")));
      assertEquals(SentimentLabel.NEUTRAL, state.published().get("x:1").orElseThrow().label());
      assertEquals(1, minute("a", SentimentLabel.NEUTRAL).mentions());
    }
  }

  @Test
  void theCorrectionOfAMentionThatIsNoMoreIsWithdrawnAgainAndAgainUntilItsTopicSaysSo() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE), corrected(SentimentLabel.NEGATIVE)));
    var erased = List.<Change>of(new Change.Erased("x:1", 2));
    for (int crash = 0; crash < 2; crash++) {
      assertEquals(Set.of("x:1"), RollupStep.of(state.kept(), erased).withdrawn());
      state.apply(erased);
    }
    state.apply(List.of(new Change.Uncorrected("x:1")));
    assertNull(state.kept().get("x:1").correction());
    // its own null must not bring the next
    var forgotten = List.<Change>of(new Change.Uncorrected("x:1"));
    assertEquals(Set.of(), RollupStep.of(state.kept(), forgotten).withdrawn());
  }

  @Test
  void withAnErasureItsTopicForgetsTooWhatNobodyCouldRead() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE)));
    var erased = List.<Change>of(new Change.Erased("x:1", 2));
    assertEquals(Set.of("x:1"), RollupStep.of(state.kept(), erased).withdrawn());
    var expired = List.<Change>of(new Change.Gone("x:1"));
    assertEquals(Set.of(), RollupStep.of(state.kept(), expired).withdrawn());
  }

  @Test
  void theCorrectionOfAnExpiredMentionIsWithdrawnAndItsCountStays() {
    state.apply(List.of(scored(1, SentimentLabel.POSITIVE), corrected(SentimentLabel.NEGATIVE)));
    var gone = List.<Change>of(new Change.Gone("x:1"));
    assertEquals(Set.of("x:1"), RollupStep.of(state.kept(), gone).withdrawn());
    state.apply(gone);
    state.apply(List.of(new Change.Uncorrected("x:1")));
    assertEquals(Map.of(), state.kept());
    assertEquals(1, minute("", SentimentLabel.NEGATIVE).mentions());
  }

  @Test
  void aRowOfTheVersionBeforeIsTakenBackFromTheHoursThatItWasCountedIn() {
    var before = RollupState.of(Map.of("x:1", ofVersionBefore(1)));
    before.apply(List.of(scored(2, SentimentLabel.NEGATIVE, "a")));
    assertEquals(before.recount(), before.counts());
    assertEquals(4, before.counts().size());
  }

  @Test
  void aRowOfTheVersionBeforeLearnsFromItsOwnRevisionWhatWasNotWrittenDown() {
    var before = RollupState.of(Map.of("x:1", ofVersionBefore(1)));
    var again = List.<Change>of(scored(1, SentimentLabel.NEGATIVE, "a"));
    before.apply(again);
    assertEquals("me", before.kept().get("x:1").contribution().author());
    assertTrue(RollupStep.of(before.kept(), again).changesNothing());
    assertEquals(before.recount(), before.counts());
  }

  @Test
  void aCorrectedRowOfTheVersionBeforeIsCountedAndFindsItsLabelAgain() {
    var before = RollupState.of(Map.of("x:1", ofVersionBefore(1)));
    before.apply(List.of(corrected(SentimentLabel.NEGATIVE), corrected(SentimentLabel.NEUTRAL)));
    var hour = new Cell(Cell.Span.HOUR, "", NOON, SentimentLabel.NEUTRAL);
    assertEquals(1, before.counts().get(hour).mentions());
    assertFalse(before.published().containsKey("x:1"), "its score is not known");
    before.apply(List.of(new Change.Uncorrected("x:1")));
    assertEquals(SentimentLabel.POSITIVE, before.kept().get("x:1").contribution().label());
  }

  private static Contribution ofVersionBefore(int revision) {
    return new Contribution(
        revision, NOON, null, SentimentLabel.POSITIVE, List.of("a"), null, 0, false, null);
  }

  private Measures minute(String monitor, SentimentLabel label) {
    return state.counts().get(new Cell(Cell.Span.MINUTE, monitor, MINUTE, label));
  }

  private static Change scored(int revision, SentimentLabel label, String... monitors) {
    return new Change.Scored(
        "x:1",
        Contribution.of(
            Scores.score("x:1", revision, CREATED, label, List.of(monitors)), "me", 0, false));
  }

  private static Change corrected(SentimentLabel label) {
    return new Change.Corrected("x:1", Scores.correction("x:1", label));
  }
}
