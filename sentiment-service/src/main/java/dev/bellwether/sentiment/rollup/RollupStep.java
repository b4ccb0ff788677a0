package dev.bellwether.sentiment.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a list of changes does to the contributions and counts of a workspace. Applying the same
 * changes again to the outcome does nothing, so a batch may be replayed after a crash.
 *
 * @param inserted contributions of mentions not seen before
 * @param updated contributions that replace an older revision
 * @param deleted mentions of which nothing is kept
 * @param deltas what to add to each count; no zeros
 */
public record RollupStep(
    SortedMap<String, Contribution> inserted,
    SortedMap<String, Contribution> updated,
    SortedSet<String> deleted,
    SortedMap<Cell, Long> deltas) {

  /**
   * Works out the step.
   *
   * @param before the contributions now kept of the mentions in {@code changes}
   * @param changes in the order of the log
   */
  public static RollupStep of(Map<String, Contribution> before, List<Change> changes) {
    var after = new HashMap<>(before);
    var step = new RollupStep(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    for (var change : changes) {
      after.compute(
          change.mention(),
          (mention, kept) -> {
            var next = apply(kept, change);
            step.countChange(change, kept, next);
            return next;
          });
    }
    changes.stream()
        .map(Change::mention)
        .distinct()
        .forEach(mention -> step.record(mention, before.get(mention), after.get(mention)));
    step.deltas.values().removeIf(delta -> delta == 0);
    return step;
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return inserted.isEmpty() && updated.isEmpty() && deleted.isEmpty();
  }

  private static Contribution apply(Contribution kept, Change change) {
    return switch (change) {
      case Change.Gone gone -> null;
      case Change.Erased erased ->
          newer(kept, erased.revision()) ? Contribution.erased(erased.revision()) : kept;
      case Change.Scored scored ->
          newer(kept, scored.revision())
              ? new Contribution(
                  scored.revision(), scored.hour(), scored.label(), scored.monitors())
              : kept;
    };
  }

  private static boolean newer(Contribution kept, int revision) {
    return kept == null || revision > kept.revision();
  }

  private void record(String mention, Contribution before, Contribution after) {
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

  /** A null alone takes nothing back: what was counted has expired, but it was so. */
  private void countChange(Change change, Contribution before, Contribution after) {
    if (!(change instanceof Change.Gone)) {
      count(before, -1);
      count(after, 1);
    }
  }

  private void count(Contribution contribution, long sign) {
    if (contribution == null || !contribution.counts()) {
      return;
    }
    deltas.merge(cell(Cell.WHOLE_WORKSPACE, contribution), sign, Long::sum);
    contribution
        .monitors()
        .forEach(monitor -> deltas.merge(cell(monitor, contribution), sign, Long::sum));
  }

  private static Cell cell(String monitor, Contribution contribution) {
    return new Cell(monitor, contribution.hour(), contribution.label());
  }
}
