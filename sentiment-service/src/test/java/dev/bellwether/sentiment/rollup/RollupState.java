package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.ScoredMention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database and {@code scored-mentions} would hold.
 *
 * @param expired contributions that are forgotten and stay counted
 */
record RollupState(
    Map<String, MentionState> kept,
    List<Contribution> expired,
    Map<Cell, Measures> counts,
    Map<String, Optional<ScoredMention>> published) {

  RollupState() {
    this(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());
  }

  /** With rows that an earlier version has counted. */
  static RollupState of(Map<String, Contribution> rows) {
    var state = new RollupState();
    rows.forEach((mention, row) -> state.kept.put(mention, new MentionState(row, null)));
    state.counts.putAll(state.recount());
    return state;
  }

  RollupState applied(List<Change> log, int batch) {
    for (int i = 0; i < log.size(); i += Math.min(batch, log.size())) {
      apply(log.subList(i, (int) Math.min(log.size(), (long) i + batch)));
    }
    return this;
  }

  void apply(List<Change> changes) {
    noteExpired(changes);
    var step = RollupStep.of(kept, changes);
    step.inserted().forEach(this::put);
    step.updated().forEach(this::put);
    step.deleted().forEach(mention -> put(mention, null));
    step.corrected()
        .forEach(
            (mention, word) ->
                kept.put(mention, new MentionState(of(mention).contribution(), word)));
    step.uncorrected()
        .forEach(mention -> kept.put(mention, new MentionState(of(mention).contribution(), null)));
    kept.values().removeIf(MentionState.NOTHING::equals);
    step.deltas()
        .forEach(
            (cell, delta) -> {
              counts.merge(cell, delta, Measures::plus);
              counts.values().removeIf(Measures.NONE::equals);
            });
    published.putAll(step.scores());
  }

  /** What a null alone leaves counted, found by a way of its own: one change after the other. */
  private void noteExpired(List<Change> changes) {
    var states = new HashMap<>(kept);
    for (var change : changes) {
      var state = states.getOrDefault(change.mention(), MentionState.NOTHING);
      if (change instanceof Change.Gone && state.contribution() != null) {
        expired.add(state.contribution());
      }
      states.put(change.mention(), state.after(change));
    }
  }

  private MentionState of(String mention) {
    return kept.getOrDefault(mention, MentionState.NOTHING);
  }

  private void put(String mention, Contribution contribution) {
    kept.put(mention, new MentionState(contribution, of(mention).correction()));
  }

  /** The rollups, counted from the beginning. */
  Map<Cell, Measures> recount() {
    var all = new ArrayList<>(expired);
    kept.values().stream()
        .map(MentionState::contribution)
        .filter(contribution -> contribution != null)
        .forEach(all::add);
    var counted = new HashMap<Cell, Measures>();
    for (var contribution : all) {
      for (var cell : contribution.cells()) {
        counted.merge(cell, Measures.of(contribution), Measures::plus);
      }
    }
    return counted;
  }
}
