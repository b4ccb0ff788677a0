package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.monitor.Monitor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Every monitor as it now is, in memory: what scoring needs of it, which is its brand, products and
 * competitors with their other names. Safe for many threads at once.
 */
@Singleton
class MonitorsTable {

  /** A monitor has some 2 KB of names. */
  static final int MOST = 10_000;

  /** Of all names together; what a heap of 128 MB has room for beside the work. */
  static final long MOST_CHARACTERS = 10_000_000;

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

    /** Only the reader's thread changes it. */
    private long characters;

    /**
     * @return whether there was room for it
     */
    boolean put(Monitor monitor) {
      var key = new Key(monitor.workspace(), monitor.id());
      long before = characters(monitors.get(key));
      long after = characters + characters(monitor) - before;
      if (after > MOST_CHARACTERS || (monitors.size() >= MOST && !monitors.containsKey(key))) {
        return false;
      }
      characters = after;
      monitors.put(key, slim(monitor));
      return true;
    }

    void remove(String workspace, String id) {
      characters -= characters(monitors.remove(new Key(workspace, id)));
    }

    private static long characters(Monitor monitor) {
      if (monitor == null) {
        return 0;
      }
      var others =
          Stream.concat(
              monitor.products().stream()
                  .flatMap(
                      named -> Stream.concat(Stream.of(named.name()), named.aliases().stream())),
              monitor.competitors().stream()
                  .flatMap(
                      named -> Stream.concat(Stream.of(named.name()), named.aliases().stream())));
      return Stream.concat(monitor.aliases().stream(), others).mapToLong(String::length).sum()
          + (monitor.brand() == null ? 0 : monitor.brand().length());
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
