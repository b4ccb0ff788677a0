package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.monitor.Monitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Indexes that were built before, by the monitors and versions they were built of. Of each monitor
 * only the version that came last is kept. Bounded by the bytes that all of them hold; when full it
 * begins anew, which costs some milliseconds. For many threads.
 */
final class NameIndexes {

  private record Id(String workspace, String monitor) {}

  private record Key(Id id, int version) {}

  /** Entries of both maps, records and lists, for each index and each monitor in its key. */
  private static final int INDEX_BYTES = 160;

  private static final int MONITOR_BYTES = 160;

  private final long maxBytes;
  private final Map<List<Key>, NameIndex> indexes = new ConcurrentHashMap<>();

  /** Of the monitors in the keys; guarded by this. */
  private final Map<Id, Integer> versions = new HashMap<>();

  /** Of all indexes with their keys; guarded by this. */
  private long bytes;

  NameIndexes(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The index of the monitors' names, in their order. */
  NameIndex of(List<Monitor> monitors) {
    var key =
        monitors.stream().map(m -> new Key(new Id(m.workspace(), m.id()), m.version())).toList();
    var known = indexes.get(key);
    if (known != null) {
      return known;
    }
    var index = NameIndex.of(monitors);
    keep(key, index);
    return index;
  }

  private synchronized void keep(List<Key> key, NameIndex index) {
    if (key.stream().anyMatch(this::isAnotherVersion)) {
      dropOtherVersions(key);
    }
    long cost = bytes(key, index);
    if (cost > maxBytes || indexes.containsKey(key)) {
      return;
    }
    if (bytes + cost > maxBytes) {
      indexes.clear();
      versions.clear();
      bytes = 0;
    }
    indexes.put(key, index);
    key.forEach(monitor -> versions.put(monitor.id(), monitor.version()));
    bytes += cost;
  }

  private boolean isAnotherVersion(Key monitor) {
    return versions.getOrDefault(monitor.id(), monitor.version()) != monitor.version();
  }

  private void dropOtherVersions(List<Key> key) {
    var changed =
        key.stream().filter(this::isAnotherVersion).map(Key::id).collect(Collectors.toSet());
    indexes.keySet().removeIf(kept -> kept.stream().anyMatch(m -> changed.contains(m.id())));
    versions.clear();
    bytes = 0;
    indexes.forEach(
        (kept, index) -> {
          kept.forEach(monitor -> versions.put(monitor.id(), monitor.version()));
          bytes += bytes(kept, index);
        });
  }

  private static long bytes(List<Key> key, NameIndex index) {
    long bytes = INDEX_BYTES + index.bytes();
    for (var monitor : key) {
      bytes +=
          MONITOR_BYTES
              + NameIndex.bytes(monitor.id().workspace())
              + NameIndex.bytes(monitor.id().monitor());
    }
    return bytes;
  }

  int size() {
    return indexes.size();
  }

  /** What the indexes kept and their keys hold, as they are charged. */
  synchronized long bytes() {
    return bytes;
  }
}
