package dev.bellwether.trend.topology;

import java.util.LinkedHashMap;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is remembered of each monitor: written to the store with each change, read from it only
 * where it is not at hand.
 */
final class MonitorStates {

  /** Of memories at hand in one task: a service's heap is small. */
  private static final long MOST_BYTES = 6L << 20;

  private final KeyValueStore<String, MonitorState> store;
  private final RememberedTerms terms;
  private final LinkedHashMap<String, MonitorState> atHand = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  MonitorStates(KeyValueStore<String, MonitorState> store, RememberedTerms terms) {
    this.store = store;
    this.terms = terms;
  }

  /** Null where nothing is known. */
  MonitorState get(String monitor) {
    var known = atHand.get(monitor);
    if (known == null) {
      known = store.get(monitor);
      if (known != null) {
        var habits = terms.read(monitor);
        known = habits == null ? known : known.withTerms(habits);
        keep(monitor, known);
      }
    }
    return known;
  }

  void put(String monitor, MonitorState state) {
    store.put(monitor, state);
    terms.write(monitor, state.memory().terms());
    keep(monitor, state);
  }

  private void keep(String monitor, MonitorState state) {
    var before = atHand.put(monitor, state);
    bytes += bytes(state) - (before == null ? 0 : bytes(before));
    var oldest = atHand.entrySet().iterator();
    while (bytes > MOST_BYTES && atHand.size() > 1) {
      var gone = oldest.next();
      bytes -= bytes(gone.getValue());
      terms.letGo(gone.getKey());
      oldest.remove();
    }
  }

  private static long bytes(MonitorState state) {
    return state.memory().terms().bytes();
  }
}
