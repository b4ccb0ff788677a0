package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Monitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Indexes that were built before, by the monitors and versions they were built of. Bounded by the
 * names in all of them together, about 100 bytes a name; when full it begins anew, which costs some
 * milliseconds. For many threads.
 */
final class NameIndexes {

  private record Key(String workspace, String monitor, int version) {}

  private final int maxNames;
  private final Map<List<Key>, NameIndex> indexes = new ConcurrentHashMap<>();
  private final AtomicInteger names = new AtomicInteger();

  NameIndexes(int maxNames) {
    this.maxNames = maxNames;
  }

  /** The index of the monitors' names, in their order. */
  NameIndex of(List<Monitor> monitors) {
    var key = monitors.stream().map(m -> new Key(m.workspace(), m.id(), m.version())).toList();
    var known = indexes.get(key);
    if (known != null) {
      return known;
    }
    var index = NameIndex.of(monitors);
    int cost = index.size() + 1;
    if (names.addAndGet(cost) > maxNames) {
      indexes.clear();
      names.set(cost);
    }
    if (cost <= maxNames) {
      indexes.put(key, index);
    }
    return index;
  }

  int size() {
    return indexes.size();
  }
}
