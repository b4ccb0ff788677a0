package dev.bellwether.campaign.response;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps what was learned of accounts, so that a further day of figures costs a day's learning and
 * not the whole past's. Bounded: who was not asked for longest goes first. For any number of
 * threads; what one of them is learning on, another learns anew.
 */
public final class LearnedModels {

  /** Platforms restate that many days as a rule; older restatements mean learning anew. */
  static final int OPEN_DAYS = 14;

  /** Where more days are new, learning anew takes the same care with each of them. */
  private static final int MOST_NEW_DAYS = 7;

  private final int mostAdSets;
  private final Map<Key, Kept> kept = new LinkedHashMap<>();

  private record Key(String account, double leastDispersion) {}

  private record Kept(List<AdSetHistory> histories, ResponseLearner learner, ResponseModel model) {}

  /**
   * @param mostAdSets of all accounts together that are kept; each takes some 25 KB
   */
  public LearnedModels(int mostAdSets) {
    this.mostAdSets = mostAdSets;
  }

  /**
   * The same as {@link ResponseModel#fit}, but for what the order of learning changes.
   *
   * @param account whose figures they are, unique over workspaces and goals
   */
  public ResponseModel fit(
      String account,
      List<AdSetHistory> histories,
      double leastDispersion,
      Completeness completeness) {
    var key = new Key(account, leastDispersion);
    Kept before = take(key);
    if (before != null && before.histories().equals(histories)) {
      keep(key, before);
      return before.model();
    }
    ResponseLearner learner = before == null ? null : brought(before, histories, completeness);
    if (learner == null) {
      int openDays = histories.size() <= mostAdSets ? OPEN_DAYS : 0;
      learner = ResponseModel.learned(histories, leastDispersion, completeness, openDays);
    }
    ResponseModel model = learner.model();
    keep(key, new Kept(histories, learner, model));
    return model;
  }

  private synchronized Kept take(Key key) {
    return kept.remove(key);
  }

  private synchronized void keep(Key key, Kept learned) {
    if (learned.histories().size() > mostAdSets) {
      return;
    }
    kept.remove(key);
    kept.put(key, learned);
    while (adSets() > mostAdSets) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  /** Ad sets that are kept at present. */
  public synchronized int adSets() {
    return kept.values().stream().mapToInt(one -> one.histories().size()).sum();
  }

  /** The learner after what is new, or null where it cannot be brought there. */
  private static ResponseLearner brought(
      Kept before, List<AdSetHistory> histories, Completeness completeness) {
    long last = lastDay(before.histories());
    long open = last - OPEN_DAYS + 1;
    if (lastDay(histories) < last
        || lastDay(histories) > last + MOST_NEW_DAYS
        || !sameBefore(open, before.histories(), histories)) {
      return null;
    }
    before.learner().completeness(completeness);
    for (AdSetHistory history : histories) {
      for (Observation seen : history.observations()) {
        if (seen.day().toEpochDay() >= open && !before.learner().put(history.id(), seen)) {
          return null;
        }
      }
    }
    before.learner().update();
    return before.learner();
  }

  private static boolean sameBefore(long open, List<AdSetHistory> was, List<AdSetHistory> is) {
    if (was.size() != is.size()) {
      return false;
    }
    long first = is.stream().mapToLong(LearnedModels::firstDay).min().orElse(Long.MIN_VALUE);
    for (int i = 0; i < was.size(); i++) {
      if (!sameAdSet(was.get(i), is.get(i))
          || !between(first, open, was.get(i)).equals(between(first, open, is.get(i)))
          || !windows(open, is.get(i)).containsAll(windows(open, was.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameAdSet(AdSetHistory was, AdSetHistory is) {
    return was.id().equals(is.id())
        && Objects.equals(was.campaign(), is.campaign())
        && Objects.equals(was.segment(), is.segment())
        && was.traits().equals(is.traits());
  }

  private static List<Observation> between(long first, long open, AdSetHistory history) {
    return history.observations().stream()
        .filter(o -> o.day().toEpochDay() >= first && o.day().toEpochDay() < open)
        .sorted(Comparator.comparing(Observation::day).thenComparing(Observation::days))
        .toList();
  }

  private record Window(long day, int days) {}

  private static List<Window> windows(long open, AdSetHistory history) {
    return history.observations().stream()
        .filter(o -> o.day().toEpochDay() >= open)
        .map(o -> new Window(o.day().toEpochDay(), o.days()))
        .toList();
  }

  private static long firstDay(AdSetHistory history) {
    return history.observations().stream()
        .mapToLong(o -> o.day().toEpochDay())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static long lastDay(List<AdSetHistory> histories) {
    return histories.stream()
        .flatMap(history -> history.observations().stream())
        .mapToLong(o -> o.day().toEpochDay() + o.days() - 1)
        .max()
        .orElse(Long.MIN_VALUE);
  }
}
