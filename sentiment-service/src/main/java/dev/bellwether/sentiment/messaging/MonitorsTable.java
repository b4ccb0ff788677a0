package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.monitor.Monitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Every monitor as it now is, in memory: what scoring needs of it, which is its brand, products and
 * competitors with their other names. Safe for many threads at once.
 */
@Singleton
class MonitorsTable {

  /** A heap of 128 MB holds them; a monitor has some 2 KB of names. */
  static final int MOST = 10_000;

  private record Key(String workspace, String id) {}

  private volatile Map<Key, Monitor> monitors = new ConcurrentHashMap<>();
  private final CountDownLatch whole = new CountDownLatch(1);

  /** Those of these monitors that are known, in the order of their ids. */
  List<Monitor> of(String workspace, List<String> monitorIds) {
    var known = monitors;
    return monitorIds.stream()
        .map(id -> known.get(new Key(workspace, id)))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Waits until the topic has been read once, up to where it ended then.
   *
   * @throws IllegalStateException when the thread is interrupted before
   */
  void awaitWhole() {
    try {
      whole.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the monitors were read", e);
    }
  }

  int size() {
    return monitors.size();
  }

  /** Monitors as they are read; what they add up to is seen when they are whole. */
  static final class Reading {

    private final Map<Key, Monitor> monitors = new ConcurrentHashMap<>();

    /**
     * @return whether there was room for it
     */
    boolean put(Monitor monitor) {
      var key = new Key(monitor.workspace(), monitor.id());
      if (monitors.size() >= MOST && !monitors.containsKey(key)) {
        return false;
      }
      monitors.put(key, slim(monitor));
      return true;
    }

    void remove(String workspace, String id) {
      monitors.remove(new Key(workspace, id));
    }

    private static Monitor slim(Monitor monitor) {
      return new Monitor(
          monitor.schemaVersion(),
          monitor.workspace(),
          monitor.id(),
          monitor.version(),
          monitor.name(),
          null,
          null,
          null,
          monitor.brand(),
          monitor.aliases(),
          monitor.products(),
          monitor.competitors(),
          null,
          monitor.active());
    }
  }

  /** The topic has been read up to its end; what comes later shows as it comes. */
  void is(Reading read) {
    monitors = read.monitors;
    whole.countDown();
  }
}
