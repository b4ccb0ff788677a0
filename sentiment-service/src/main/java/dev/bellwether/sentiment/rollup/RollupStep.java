package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a list of changes does to the contributions, corrections and rollups of a workspace.
 * Applying the same changes again to the outcome does nothing, so a batch may be replayed after a
 * crash; what is to be published is told again.
 *
 * @param inserted contributions of mentions not seen before
 * @param updated contributions that replace an older revision or another label
 * @param deleted mentions whose contribution is no more
 * @param corrected people's words to keep
 * @param uncorrected mentions whose correction is no more
 * @param deltas what to add to each row of the rollups; none that adds nothing
 * @param scores by mention, what {@code scored-mentions} must say; empty for a removal
 * @param withdrawn mentions that are no more and that {@code corrections} must forget: those that
 *     still have a correction, and any that is erased
 */
public record RollupStep(
    SortedMap<String, Contribution> inserted,
    SortedMap<String, Contribution> updated,
    SortedSet<String> deleted,
    SortedMap<String, Correction> corrected,
    SortedSet<String> uncorrected,
    SortedMap<Cell, Measures> deltas,
    SortedMap<String, Optional<ScoredMention>> scores,
    SortedSet<String> withdrawn) {

  private RollupStep() {
    this(
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>());
  }

  /**
   * Works out the step.
   *
   * @param before what is now kept of the mentions in {@code changes}
   * @param changes in the order of the log
   */
  public static RollupStep of(Map<String, MentionState> before, List<Change> changes) {
    var after = new HashMap<>(before);
    var gone = new TreeSet<String>();
    var erased = new TreeSet<String>();
    var step = new RollupStep();
    for (var change : changes) {
      var kept = after.getOrDefault(change.mention(), MentionState.NOTHING);
      var next = kept.after(change);
      step.count(change, kept.contribution(), next.contribution());
      after.put(change.mention(), next);
      if (change instanceof Change.Gone) {
        gone.add(change.mention());
      }
      if (change instanceof Change.Erased) {
        erased.add(change.mention());
      }
    }
    for (var mention : new TreeSet<>(changes.stream().map(Change::mention).toList())) {
      var was = before.getOrDefault(mention, MentionState.NOTHING);
      var is = after.get(mention);
      step.note(mention, was.contribution(), is.contribution());
      step.note(mention, was.correction(), is.correction());
      step.publish(mention, is, gone.contains(mention), erased.contains(mention));
    }
    step.deltas.values().removeIf(Measures::isNone);
    return step;
  }

  /** Whether there is nothing to write to the database. */
  public boolean changesNothing() {
    return inserted.isEmpty()
        && updated.isEmpty()
        && deleted.isEmpty()
        && corrected.isEmpty()
        && uncorrected.isEmpty();
  }

  /** A null alone takes nothing back: what was counted has expired, but it was so. */
  private void count(Change change, Contribution before, Contribution after) {
    if (change instanceof Change.Gone || Objects.equals(before, after)) {
      return;
    }
    if (before != null) {
      var less = Measures.of(before).negated();
      before.cells().forEach(cell -> deltas.merge(cell, less, Measures::plus));
    }
    if (after != null) {
      var more = Measures.of(after);
      after.cells().forEach(cell -> deltas.merge(cell, more, Measures::plus));
    }
  }

  private void note(String mention, Contribution before, Contribution after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before == null) {
      inserted.put(mention, after);
    } else if (after == null) {
      deleted.add(mention);
    } else {
      updated.put(mention, after);
    }
  }

  private void note(String mention, Correction before, Correction after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (after == null) {
      uncorrected.add(mention);
    } else {
      corrected.put(mention, after);
    }
  }

  /**
   * By what is kept, not by what has changed: so that it comes again after a crash. A correction
   * stays kept until {@code corrections} has taken it back, for the same reason. With an erasure
   * the topic forgets the mention in any case: it may hold what nobody could read.
   */
  private void publish(String mention, MentionState state, boolean gone, boolean erased) {
    boolean noMore = state.isErased() || (gone && state.contribution() == null);
    if (noMore) {
      scores.put(mention, Optional.empty());
      if (erased || state.correction() != null) {
        withdrawn.add(mention);
      }
    } else if (state.published() != null) {
      scores.put(mention, Optional.of(state.published()));
    }
  }
}
