package dev.bellwether.sentiment.rollup;

import static dev.bellwether.sentiment.rollup.Scores.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.Arrays;
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

class RollupStepProperties {

  private static final List<String> MENTIONS = List.of("x:1", "x:2", "x:3");
  private static final List<SentimentLabel> PERSONS =
      List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);

  @Property
  void rollupsAlwaysEqualARecountOfWhatIsKeptAndWhatHasExpired(
      @ForAll("rows") Map<String, Contribution> rows,
      @ForAll("logs") List<Change> log,
      @ForAll @IntRange(min = 1, max = 7) int batch) {
    var state = RollupState.of(rows).applied(log, batch);
    assertEquals(state.recount(), state.counts());
    assertTrue(state.counts().values().stream().allMatch(RollupStepProperties::isNatural));
  }

  @Property
  void howALogIsCutIntoBatchesMakesNoDifference(
      @ForAll("rows") Map<String, Contribution> rows,
      @ForAll("logs") List<Change> log,
      @ForAll @IntRange(min = 1, max = 7) int batch) {
    var whole = RollupState.of(rows).applied(log, Integer.MAX_VALUE);
    var cut = RollupState.of(rows).applied(log, batch);
    assertEquals(whole.kept(), cut.kept());
    assertEquals(whole.counts(), cut.counts());
  }

  @Property
  void aCrashAndAReplayFromAnyEarlierOffsetEndWhereAnUndisturbedRunEnds(
      @ForAll("rows") Map<String, Contribution> rows,
      @ForAll("erasures") List<Change> log,
      @ForAll @IntRange(max = 40) int died,
      @ForAll @IntRange(max = 40) int committed) {
    int end = Math.min(died, log.size());
    int from = Math.min(committed, end);
    var disturbed = RollupState.of(rows);
    disturbed.apply(log.subList(0, end));
    disturbed.apply(log.subList(from, log.size()));
    var undisturbed = RollupState.of(rows).applied(log, 1);
    assertEquals(effective(undisturbed), effective(disturbed));
    assertEquals(undisturbed.counts(), disturbed.counts());
    assertEquals(undisturbed.published(), disturbed.published());
  }

  /**
   * What is kept, without the label of the version before that a correction remembers: a replay
   * meets a mention that has been scored since, and needs it no more.
   */
  private static Map<String, List<Object>> effective(RollupState state) {
    var kept = new HashMap<String, List<Object>>();
    state
        .kept()
        .forEach(
            (mention, is) ->
                kept.put(
                    mention,
                    Arrays.asList(
                        is.contribution(),
                        is.correction() == null ? null : is.correction().label())));
    return kept;
  }

  @Property
  void whatIsPublishedIsThePersonsLabelOrElseTheModels(@ForAll("logs") List<Change> log) {
    var state = new RollupState().applied(log, 3);
    state
        .published()
        .forEach(
            (mention, score) -> {
              var kept = state.kept().getOrDefault(mention, MentionState.NOTHING);
              if (kept.contribution() == null || !kept.contribution().counts()) {
                assertTrue(score.isEmpty());
                return;
              }
              var said = score.orElseThrow();
              assertEquals(kept.contribution().label(), said.label());
              if (kept.correction() == null) {
                assertNull(said.correctedAt());
              } else {
                assertEquals(kept.correction().label(), said.label());
                assertEquals(kept.contribution().score().label(), said.modelLabel());
                assertEquals(1, said.confidence());
              }
            });
  }

  private static boolean isNatural(Measures measures) {
    return List.of(
            measures.mentions(),
            measures.spam(),
            measures.interactions(),
            measures.anger(),
            measures.joy(),
            measures.optimism(),
            measures.sadness(),
            measures.ironic(),
            measures.offensive())
        .stream()
        .allMatch(count -> count >= 0);
  }

  /** What the version before left: hours only, and neither author nor score. */
  @Provide
  Arbitrary<Map<String, Contribution>> rows() {
    return Arbitraries.maps(Arbitraries.of(MENTIONS), Arbitraries.of(SentimentLabel.class))
        .ofMaxSize(2)
        .map(
            labels -> {
              var rows = new HashMap<String, Contribution>();
              labels.forEach(
                  (mention, label) ->
                      rows.put(
                          mention,
                          new Contribution(
                              1, NOON, null, label, List.of("a"), null, 0, false, null)));
              return rows;
            });
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
    var mentions = Arbitraries.of(MENTIONS);
    Arbitrary<Change> scored =
        Combinators.combine(
                mentions,
                Arbitraries.integers().between(0, 150),
                Arbitraries.of(SentimentLabel.class),
                Arbitraries.of("a", "b", "c").list().ofMaxSize(3),
                Arbitraries.of(Emotion.class),
                Arbitraries.of(true, false),
                Arbitraries.longs().between(0, 9))
            .as(
                (mention, minutes, label, monitors, emotion, rude, interactions) ->
                    new Change.Scored(
                        mention,
                        Contribution.of(
                            Scores.score(
                                mention,
                                0,
                                NOON.plusSeconds(60L * minutes),
                                label,
                                monitors,
                                emotion,
                                rude),
                            "author",
                            interactions,
                            rude)));
    Arbitrary<Change> erased = mentions.map(mention -> new Change.Erased(mention, 0));
    Arbitrary<Change> gone = mentions.map(Change.Gone::new);
    Arbitrary<Change> corrected =
        Combinators.combine(mentions, Arbitraries.of(PERSONS))
            .as(
                (mention, label) ->
                    new Change.Corrected(mention, Scores.correction(mention, label)));
    Arbitrary<Change> uncorrected = mentions.map(Change.Uncorrected::new);
    return Arbitraries.frequencyOf(
            Tuple.of(8, scored),
            Tuple.of(1, erased),
            Tuple.of(1, gone),
            Tuple.of(3, corrected),
            Tuple.of(1, uncorrected))
        .list()
        .ofMaxSize(40)
        .map(RollupStepProperties::numbered);
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
            case Change.Scored scored -> numbered(scored, revision);
            case Change.Erased erased -> new Change.Erased(erased.mention(), revision);
            case Change.Gone other -> other;
            case Change.Corrected other -> other;
            case Change.Uncorrected other -> other;
          });
    }
    return numbered;
  }

  private static Change.Scored numbered(Change.Scored scored, int revision) {
    var one = scored.contribution();
    return new Change.Scored(
        scored.mention(),
        Contribution.of(
            Scores.score(
                scored.mention(),
                revision,
                one.createdAt(),
                one.label(),
                one.monitors(),
                one.emotion(),
                one.irony()),
            one.author(),
            one.interactions(),
            one.spam()));
  }
}
