package dev.bellwether.campaign.suggestion;

import static dev.bellwether.campaign.suggestion.Given.NOON;
import static dev.bellwether.campaign.suggestion.Given.RULES;
import static dev.bellwether.campaign.suggestion.Given.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.suggestion.SuggestedPlan.Freed;
import dev.bellwether.contracts.ads.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds of any suggestion. */
class SuggestionProperties {

  @Property
  void theIntervalHoldsItsShareWithinZeroAndOneAndNarrowsWithMentions(
      @ForAll @IntRange(max = 500) int negative, @ForAll @IntRange(max = 500) int other) {
    int all = negative + other;
    var interval = ShareInterval.of(all == 0 ? 0 : (double) negative / all, all);
    assertTrue(0 <= interval.low() && interval.low() <= interval.share());
    assertTrue(interval.share() <= interval.high() && interval.high() <= 1);
    if (all > 0) {
      var more = ShareInterval.of(interval.share(), 10L * all);
      assertTrue(more.high() - more.low() < interval.high() - interval.low());
    }
  }

  /** Replays what adapters do: one place, measurements at random, decisions at random. */
  @Property(tries = 300)
  void ofOneMatterOneIsOpenAtMostAndItLapsesOnceTheStormIsOver(@ForAll long seed) {
    var random = new Random(seed);
    var all = new ArrayList<Suggestion>();
    var watch = StormWatch.NEW;
    Instant at = NOON;
    double level = 0.2;
    for (int step = 0; step < 400; step++) {
      at = at.plus(Duration.ofMinutes(random.nextInt(50) == 0 ? 500 : 5));
      level = random.nextInt(25) == 0 ? random.nextDouble() : level;
      double share = Math.clamp(level + 0.05 * random.nextGaussian(), 0, 1);
      watch = watch.at(at, RULES);
      watch =
          watch.next(
              new Measurement(at, ShareInterval.of(share, random.nextInt(200)), 0.2, 0.35), RULES);
      judge(all, watch);
      if (random.nextInt(40) == 0) {
        decide(all, random.nextBoolean());
      }
      long open = all.stream().filter(s -> s.state() == SuggestionState.OPEN).count();
      assertTrue(open <= 1);
      assertFalse(open == 1 && !watch.storming());
      assertEveryDecidedStormIsPutOnce(all);
    }
  }

  private static void judge(List<Suggestion> all, StormWatch watch) {
    var last = all.isEmpty() ? Optional.<Suggestion>empty() : Optional.of(all.getLast());
    var shown =
        last.filter(s -> s.state() == SuggestionState.OPEN).map(Suggestion::advice).orElse(null);
    var wanted = StormAdvice.of(link(), watch, null, shown, RULES);
    switch (Desk.next(last, wanted, RULES)) {
      case Desk.Open open -> all.add(suggestion(open.advice(), SuggestionState.OPEN));
      case Desk.Update update ->
          all.set(all.size() - 1, suggestion(update.advice(), SuggestionState.OPEN));
      case Desk.Lapse _ ->
          all.set(all.size() - 1, suggestion(all.getLast().advice(), SuggestionState.LAPSED));
      case Desk.Nothing _ -> {}
    }
  }

  private static void decide(List<Suggestion> all, boolean accept) {
    if (!all.isEmpty() && all.getLast().state() == SuggestionState.OPEN) {
      var state = accept ? SuggestionState.ACCEPTED : SuggestionState.DISMISSED;
      all.set(all.size() - 1, suggestion(all.getLast().advice(), state));
    }
  }

  private static void assertEveryDecidedStormIsPutOnce(List<Suggestion> all) {
    for (int i = 1; i < all.size(); i++) {
      var before = all.get(i - 1);
      var next = all.get(i);
      boolean same = before.advice().evidence().since().equals(next.advice().evidence().since());
      boolean worse =
          before.state() == SuggestionState.ACCEPTED
              && before.advice().kind() == SuggestionKind.LOWER
              && next.advice().kind() == SuggestionKind.PAUSE;
      assertTrue(!same || worse);
    }
  }

  private static Suggestion suggestion(Advice advice, SuggestionState state) {
    var change = new Suggestion.Change(state, NOON, "somebody", null, null);
    return new Suggestion("default", "s", "a1", "m1", state, NOON, advice, List.of(change));
  }

  @Property
  void sharedAmountsAddUpAndNoneIsOffByOne(
      @ForAll @LongRange(max = 4_000_000_000_000L) long whole,
      @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 3_000_000_000L) Long> weights) {
    long all = weights.stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return;
    }
    long[] parts = Shares.of(whole, weights.stream().mapToLong(Long::longValue).toArray());
    assertEquals(whole, Arrays.stream(parts).sum());
    for (int i = 0; i < parts.length; i++) {
      double exact = (double) whole * weights.get(i) / all;
      assertTrue(Math.abs(parts[i] - exact) < 1 + 1e-9 * exact, parts[i] + " for " + exact);
    }
  }

  @Property
  void aPauseSpendsExactlyTheRestOrExactlyAsMuchAsBefore(
      @ForAll long seed, @ForAll @DoubleRange(max = 0.99) double keep) {
    var random = new Random(seed);
    var lines = lines(random);
    var paused = IntStream.range(0, lines.size() - 1).mapToObj(lines::get).toList();
    var advice =
        EditedSplitTest.advice(SuggestionKind.PAUSE, keep, null, paused.toArray(AdLine[]::new));
    for (var freed : Freed.values()) {
      var split =
          new EditedSplit(0.5, 0.5)
              .split(EditedSplitTest.of(advice), lines, new double[lines.size()], freed, null);
      long before = lines.stream().mapToLong(AdLine::todayMicros).sum();
      long after = split.stream().mapToLong(SuggestedPlan.Line::plannedMicros).sum();
      long left =
          paused.stream()
              .mapToLong(line -> line.todayMicros() - (long) Math.floor(keep * line.todayMicros()))
              .sum();
      assertEquals(freed == Freed.OTHERS ? before : before - left, after);
      long last = split.getLast().plannedMicros();
      assertEquals(lines.getLast().todayMicros() + (freed == Freed.OTHERS ? left : 0), last);
    }
  }

  @Property
  void aShiftMovesNoMoreThanItsBoundsAndLosesNoMicro(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
    var random = new Random(seed);
    var lines = lines(random);
    int about = 1 + random.nextInt(lines.size() - 1);
    var meant = lines.subList(0, about);
    double[] marginal = lines.stream().mapToDouble(_ -> random.nextDouble()).toArray();
    var advice =
        EditedSplitTest.advice(SuggestionKind.SHIFT, null, share, meant.toArray(AdLine[]::new));
    var split =
        new EditedSplit(0.5, 0.5)
            .split(EditedSplitTest.of(advice), lines, marginal, Freed.UNSPENT, null);
    long day = lines.stream().mapToLong(AdLine::todayMicros).sum();
    assertEquals(day, split.stream().mapToLong(SuggestedPlan.Line::plannedMicros).sum());
    long theirs = meant.stream().mapToLong(AdLine::todayMicros).sum();
    long moved = 0;
    for (int i = 0; i < lines.size(); i++) {
      long today = lines.get(i).todayMicros();
      long planned = split.get(i).plannedMicros();
      if (i < about) {
        moved += planned - today;
        assertTrue(planned >= today);
      } else {
        assertTrue(planned <= today && planned >= today / 2);
      }
    }
    assertTrue(moved <= share * day + 1 && moved <= 0.5 * theirs + 1);
  }

  /** Two or more, of 0.01 to 5,000 units each. */
  private static List<AdLine> lines(Random random) {
    return IntStream.range(0, 2 + random.nextInt(30))
        .mapToObj(
            i ->
                new AdLine("c", "set-" + i, Segment.NONE, 10_000 + random.nextLong(5_000_000_000L)))
        .toList();
  }
}
