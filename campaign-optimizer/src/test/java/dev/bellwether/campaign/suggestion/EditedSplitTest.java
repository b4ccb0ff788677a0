package dev.bellwether.campaign.suggestion;

import static dev.bellwether.campaign.suggestion.Given.NOON;
import static dev.bellwether.campaign.suggestion.Given.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.suggestion.SuggestedPlan.Freed;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedSplitTest {

  private static final EditedSplit SPLIT = new EditedSplit(0.5, 0.5);
  private static final AdLine A = line("c", "a", 100);
  private static final AdLine B = line("c", "b", 60);
  private static final AdLine C = line("c", "c", 40);
  private static final List<AdLine> ALL = List.of(A, B, C);
  private static final double[] MARGINAL = {0.3, 0.1, 0.2};

  @Test
  void pausedLinesSpendNothingAndTheirMoneyIsLeft() {
    assertEquals(List.of(0L, 60_000_000L, 40_000_000L), planned(pause(A), Freed.UNSPENT, null));
  }

  @Test
  void orTheOthersShareItAsTheyShareTheRest() {
    assertEquals(List.of(0L, 120_000_000L, 80_000_000L), planned(pause(A), Freed.OTHERS, null));
  }

  @Test
  void whoDecidesMayKeepMoreThanWasSuggested() {
    assertEquals(
        List.of(25_000_000L, 60_000_000L, 40_000_000L), planned(pause(A), Freed.UNSPENT, 0.25));
  }

  @Test
  void aShiftTakesFirstWhereTheNextUnitBringsTheLeastAndFromNobodyMoreThanHalf() {
    // a fifth of 200 is 40: half of b's 60, then 10 of c
    assertEquals(
        List.of(140_000_000L, 30_000_000L, 30_000_000L),
        planned(advice(SuggestionKind.SHIFT, null, 0.2, A), Freed.UNSPENT, null));
  }

  @Test
  void whatReceivesGrowsByNoMoreThanHalf() {
    // 20 would be a tenth of the day, and c may take 20 of 40 at most
    assertEquals(
        List.of(100_000_000L, 40_000_000L, 60_000_000L),
        planned(advice(SuggestionKind.SHIFT, null, 0.5, C), Freed.UNSPENT, null));
  }

  @Test
  void resumedLinesGetBackWhatTheyHadAndLoseNothingOfWhatSomebodyGaveThemSince() {
    var before = advice(SuggestionKind.RESUME, null, null, line("c", "a", 130), line("c", "b", 20));
    assertEquals(
        List.of(130_000_000L, 60_000_000L, 40_000_000L), planned(before, Freed.UNSPENT, null));
  }

  @Test
  void whatCannotBeMovedSaysWhy() {
    var idle = line("c", "idle", 0);
    refused("nothing to pause", pause(idle), List.of(idle, A), Freed.UNSPENT);
    refused("leave it unspent", pause(A), List.of(A, idle), Freed.OTHERS);
    refused("start them", advice(SuggestionKind.SHIFT, null, 0.1, idle), List.of(idle, A), null);
    refused("other ads", advice(SuggestionKind.SHIFT, null, 0.1, A), List.of(A, idle), null);
  }

  private static void refused(String why, Advice advice, List<AdLine> lines, Freed freed) {
    var refusal =
        assertThrows(
            NotPlannableException.class,
            () -> SPLIT.split(of(advice), lines, new double[lines.size()], freed, null));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }

  private static List<Long> planned(Advice advice, Freed freed, Double keep) {
    return SPLIT.split(of(advice), ALL, MARGINAL, freed, keep).stream()
        .map(SuggestedPlan.Line::plannedMicros)
        .toList();
  }

  private static Advice pause(AdLine... lines) {
    return advice(SuggestionKind.PAUSE, 0.0, null, lines);
  }

  static Advice advice(SuggestionKind kind, Double keep, Double shift, AdLine... lines) {
    var evidence = new Evidence(NOON, null, null, null, null, List.of(), null, null, null);
    return new Advice(
        kind, "topic", NOON, NOON, "since", evidence, keep, shift, List.of(lines), List.of());
  }

  static Suggestion of(Advice advice) {
    var opened = new Suggestion.Change(SuggestionState.OPEN, NOON, Suggestion.SYSTEM, null, null);
    return new Suggestion(
        "default", "s1", "a1", "m1", SuggestionState.OPEN, NOON, advice, List.of(opened));
  }
}
