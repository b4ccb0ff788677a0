package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** The monitors of which a partition had a post, by their key, with the last one's bucket. */
final class KnownMonitors {

  private final KeyValueStore<String, Long> store;

  /** As the store has it, which is read for each post. */
  private final Map<String, Long> last = new HashMap<>();

  KnownMonitors(KeyValueStore<String, Long> store) {
    this.store = store;
  }

  void seen(String workspace, List<String> monitors, long bucket) {
    for (var monitor : monitors) {
      var key = RecordKey.of(workspace, monitor).encode();
      var known = last.computeIfAbsent(key, store::get);
      if (known == null || known < bucket) {
        store.put(key, bucket);
        last.put(key, bucket);
      }
    }
  }

  List<String> of(String workspace) {
    var found = new ArrayList<String>();
    try (var known =
        store.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      known.forEachRemaining(monitor -> found.add(monitor.key));
    }
    return found;
  }

  /** Forgets those of whom nothing came from a bucket on. */
  void forgetBefore(String workspace, long bucket) {
    for (var monitor : of(workspace)) {
      var known = last.computeIfAbsent(monitor, store::get);
      if (known != null && known < bucket) {
        store.delete(monitor);
        last.remove(monitor);
      }
    }
  }
}
