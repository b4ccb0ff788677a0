package dev.bellwether.trend.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds up a workspace's posts by bucket, monitor and source, and makes cells of them. */
final class BucketTally {

  /** A platform's name is whatever a client says, so a cell must not grow with it. */
  private static final int MOST_SOURCES = 16;

  private static final String OTHERS = "";

  private final NavigableMap<Long, Map<String, Long>> workspace = new TreeMap<>();
  private final Map<String, NavigableMap<Long, Map<String, Tally>>> onTime = new HashMap<>();
  private final Map<String, NavigableMap<Long, Map<String, Tally>>> late = new HashMap<>();

  void add(long bucket, boolean isLate, SeriesPost post) {
    var source = post.source();
    if (!isLate) {
      workspace.computeIfAbsent(bucket, key -> new HashMap<>()).merge(source, 1L, Long::sum);
    }
    var tally = new Tally(0, 1, post.negative() ? 1 : 0);
    for (var monitor : post.monitors()) {
      (isLate ? late : onTime)
          .computeIfAbsent(monitor, key -> new TreeMap<>())
          .computeIfAbsent(bucket, key -> new HashMap<>())
          .merge(source, tally, Tally::plus);
    }
  }

  /** The last bucket with posts, {@link Long#MIN_VALUE} where there is none. */
  long last() {
    return workspace.isEmpty() ? Long.MIN_VALUE : workspace.lastKey();
  }

  /** A monitor's, of every bucket in which the workspace had posts. */
  List<Cell> of(String monitor) {
    var cells = new ArrayList<Cell>();
    var own = onTime.getOrDefault(monitor, new TreeMap<>());
    workspace.forEach(
        (bucket, all) -> {
          var sources = new HashMap<>(own.getOrDefault(bucket, Map.of()));
          all.forEach(
              (source, count) -> sources.merge(source, new Tally(count, 0, 0), Tally::plus));
          cells.add(new Cell(bucket, false, bounded(sources)));
        });
    late.getOrDefault(monitor, new TreeMap<>())
        .forEach((bucket, sources) -> cells.add(new Cell(bucket, true, bounded(sources))));
    return cells;
  }

  private static Map<String, Tally> bounded(Map<String, Tally> sources) {
    if (sources.size() <= MOST_SOURCES) {
      return sources;
    }
    var byVolume =
        Comparator.<Map.Entry<String, Tally>>comparingLong(source -> -source.getValue().all())
            .thenComparing(Map.Entry::getKey);
    var ranked = sources.entrySet().stream().sorted(byVolume).toList();
    var kept =
        ranked.subList(0, MOST_SOURCES - 1).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    ranked
        .subList(MOST_SOURCES - 1, ranked.size())
        .forEach(source -> kept.merge(OTHERS, source.getValue(), Tally::plus));
    return kept;
  }
}
