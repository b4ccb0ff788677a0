package dev.bellwether.trend.topology;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** What the table of all trends has. */
record PublishedTrends(KeyValueStore<String, ?> store, EventBinding<Trend> binding) {

  /** Of a monitor, ended ones too; what does not read is not ours. */
  List<Trend> of(String monitor) {
    var found = new ArrayList<Trend>();
    try (var stored = store.prefixScan(monitor + "|", new StringSerializer())) {
      while (stored.hasNext()) {
        Object value = stored.next().value;
        byte[] bytes =
            value instanceof ValueAndTimestamp<?> stamped
                ? (byte[]) stamped.value()
                : (byte[]) value;
        read(bytes).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Trend> read(byte[] published) {
    try {
      return Optional.of(binding.read(published));
    } catch (UnreadableEventException e) {
      return Optional.empty();
    }
  }
}
