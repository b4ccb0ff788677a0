package dev.bellwether.sentiment.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollupStepTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aMentionCountsOnceForTheWorkspaceAndOnceForEachOfItsMonitors() {
    var step =
        RollupStep.of(Map.of(), List.of(scored("x:1", 1, SentimentLabel.POSITIVE, "b", "a", "a")));
    assertEquals(
        Map.of(
            cell("", SentimentLabel.POSITIVE),
            1L,
            cell("a", SentimentLabel.POSITIVE),
            1L,
            cell("b", SentimentLabel.POSITIVE),
            1L),
        step.deltas());
  }

  @Test
  void anEditTakesTheOldContributionAwayAndAddsTheNew() {
    var before = Map.of("x:1", new Contribution(1, NOON, SentimentLabel.POSITIVE, List.of("a")));
    var step = RollupStep.of(before, List.of(scored("x:1", 2, SentimentLabel.NEGATIVE, "a")));
    assertEquals(
        Map.of(
            cell("", SentimentLabel.POSITIVE), -1L,
            cell("a", SentimentLabel.POSITIVE), -1L,
            cell("", SentimentLabel.NEGATIVE), 1L,
            cell("a", SentimentLabel.NEGATIVE), 1L),
        step.deltas());
  }

  @Test
  void aRepeatedRevisionAndAnOlderOneChangeNothing() {
    var before = Map.of("x:1", new Contribution(2, NOON, SentimentLabel.POSITIVE, List.of("a")));
    assertTrue(
        RollupStep.of(before, List.of(scored("x:1", 2, SentimentLabel.NEGATIVE, "b"))).isEmpty());
    assertTrue(
        RollupStep.of(before, List.of(scored("x:1", 1, SentimentLabel.NEGATIVE, "b"))).isEmpty());
  }

  @Test
  void anErasedMentionCountsNowhereAndAnOlderRevisionDoesNotBringItBack() {
    var state = new State();
    state.apply(List.of(scored("x:1", 1, SentimentLabel.POSITIVE, "a")));
    state.apply(List.of(new Change.Erased("x:1", 2)));
    state.apply(List.of(scored("x:1", 1, SentimentLabel.POSITIVE, "a")));
    assertEquals(Map.of(), state.counts);
    assertEquals(2, state.kept.get("x:1").revision());
  }

  @Test
  void anErasedMentionsNullLeavesNothing() {
    var state = new State();
    state.apply(
        List.of(
            scored("x:1", 1, SentimentLabel.POSITIVE, "a"),
            new Change.Erased("x:1", 2),
            new Change.Gone("x:1")));
    assertEquals(Map.of(), state.counts);
    assertEquals(Map.of(), state.kept);
  }

  @Test
  void aMentionThatExpiresIsForgottenAndStaysCounted() {
    var state = new State();
    state.apply(List.of(scored("x:1", 1, SentimentLabel.POSITIVE, "a")));
    state.apply(List.of(new Change.Gone("x:1")));
    assertEquals(Map.of(), state.kept);
    assertEquals(
        Map.of(cell("", SentimentLabel.POSITIVE), 1L, cell("a", SentimentLabel.POSITIVE), 1L),
        state.counts);
  }

  @Property
  void countsAlwaysEqualWhatIsKept(
      @ForAll("erasures") List<Change> log, @ForAll @IntRange(min = 1, max = 7) int batch) {
    var state = State.of(log, batch);
    var expected = new HashMap<Cell, Long>();
    state.kept.values().stream()
        .filter(Contribution::counts)
        .forEach(
            contribution -> {
              expected.merge(
                  new Cell("", contribution.hour(), contribution.label()), 1L, Long::sum);
              contribution
                  .monitors()
                  .forEach(
                      monitor ->
                          expected.merge(
                              new Cell(monitor, contribution.hour(), contribution.label()),
                              1L,
                              Long::sum));
            });
    assertEquals(expected, state.counts);
  }

  @Property
  void howALogIsCutIntoBatchesMakesNoDifference(
      @ForAll("logs") List<Change> log, @ForAll @IntRange(min = 1, max = 7) int batch) {
    assertEquals(State.of(log, Integer.MAX_VALUE), State.of(log, batch));
  }

  @Property
  void aCrashAndAReplayFromAnyEarlierOffsetEndWhereAnUndisturbedRunEnds(
      @ForAll("erasures") List<Change> log,
      @ForAll @IntRange(max = 40) int died,
      @ForAll @IntRange(max = 40) int committed) {
    int end = Math.min(died, log.size());
    int from = Math.min(committed, end);
    var disturbed = new State();
    disturbed.apply(log.subList(0, end));
    disturbed.apply(log.subList(from, log.size()));
    assertEquals(State.of(log, 1), disturbed);
  }

  /**
   * Logs in which a null only follows an erased revision, and nothing the null. A mention expires
   * days after it was counted, and is not seen again within seconds, so that no replay of a batch
   * holds both.
   */
  @Provide
  Arbitrary<List<Change>> erasures() {
    return logs()
        .map(
            log -> {
              var last = new HashMap<String, Change>();
              var erasures = new ArrayList<Change>();
              for (var change : log) {
                var before = last.get(change.mention());
                boolean follows =
                    change instanceof Change.Gone
                        ? before instanceof Change.Erased
                        : !(before instanceof Change.Gone);
                if (follows) {
                  erasures.add(change);
                  last.put(change.mention(), change);
                }
              }
              return erasures;
            });
  }

  @Provide
  Arbitrary<List<Change>> logs() {
    var mentions = Arbitraries.of("x:1", "x:2", "x:3");
    Arbitrary<Change> scored =
        Combinators.combine(
                mentions,
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(SentimentLabel.class),
                Arbitraries.of("a", "b", "c").list().ofMaxSize(3))
            .as(
                (mention, hours, label, monitors) ->
                    new Change.Scored(
                        mention, 0, NOON.plusSeconds(3600L * hours), label, monitors));
    Arbitrary<Change> erased = mentions.map(mention -> new Change.Erased(mention, 0));
    Arbitrary<Change> gone = mentions.map(Change.Gone::new);
    return Arbitraries.frequencyOf(Tuple.of(8, scored), Tuple.of(1, erased), Tuple.of(1, gone))
        .list()
        .ofMaxSize(40)
        .map(RollupStepTest::numbered);
  }

  /**
   * Ingest gives a mention's changes rising revisions; after a tombstone it never reuses a lower
   * one here.
   */
  private static List<Change> numbered(List<Change> log) {
    var revisions = new HashMap<String, Integer>();
    var numbered = new ArrayList<Change>();
    for (var change : log) {
      int revision = revisions.merge(change.mention(), 1, Integer::sum);
      numbered.add(
          switch (change) {
            case Change.Scored scored ->
                new Change.Scored(
                    scored.mention(), revision, scored.hour(), scored.label(), scored.monitors());
            case Change.Erased erased -> new Change.Erased(erased.mention(), revision);
            case Change.Gone gone -> gone;
          });
    }
    return numbered;
  }

  private static Change scored(
      String mention, int revision, SentimentLabel label, String... monitors) {
    return new Change.Scored(mention, revision, NOON.plusSeconds(1234), label, List.of(monitors));
  }

  private static Cell cell(String monitor, SentimentLabel label) {
    return new Cell(monitor, NOON, label);
  }

  /** What the database would hold. */
  private record State(Map<String, Contribution> kept, Map<Cell, Long> counts) {

    private State() {
      this(new HashMap<>(), new HashMap<>());
    }

    private static State of(List<Change> log, int batch) {
      var state = new State();
      for (int i = 0; i < log.size(); i += Math.min(batch, log.size())) {
        state.apply(log.subList(i, (int) Math.min(log.size(), (long) i + batch)));
      }
      return state;
    }

    private void apply(List<Change> changes) {
      var step = RollupStep.of(kept, changes);
      kept.putAll(step.inserted());
      kept.putAll(step.updated());
      kept.keySet().removeAll(step.deleted());
      step.deltas()
          .forEach(
              (cell, delta) ->
                  counts.merge(cell, delta, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b)));
    }
  }
}
