package dev.bellwether.trend.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells trends from what cannot be read as one, here and not in the table: a table restores bytes
 * unread, and would fail each question afterwards. Such a record is left out, told once and counted
 * once. It is not set aside, since the next state of its trend replaces it.
 */
@ApplicationScoped
public class ReadableTrends {

  private static final Logger LOG = Logger.getLogger(ReadableTrends.class);

  private final EventBinding<Trend> binding;
  private final Counter unreadable;

  /** Hashes of the values that have been told, by key: a table's records are asked for often. */
  private final Map<String, Integer> told = new ConcurrentHashMap<>();

  public ReadableTrends(ObjectMapper json, MeterRegistry metrics) {
    this.binding = EventBinding.of(json, Trend.class);
    // from the start, so that an alarm sees it grow
    this.unreadable = metrics.counter("bellwether.trends.unreadable");
  }

  Optional<Trend> read(String key, byte[] value) {
    try {
      var trend = binding.read(value);
      if (trend.monitor() != null && trend.id() != null && trend.detectedAt() != null) {
        return Optional.of(trend);
      }
      tellOnce(key, value, "monitor, id or detectedAt is null");
    } catch (UnreadableEventException e) {
      tellOnce(key, value, e.getMessage());
    }
    return Optional.empty();
  }

  /** By its reason only: a record that is no trend may hold anything, its key too. */
  private void tellOnce(String key, byte[] value, String reason) {
    Integer hash = Arrays.hashCode(value);
    if (!hash.equals(told.put(key, hash))) {
      unreadable.increment();
      LOG.warnf(
          "A record of %s is left out of lists until a readable one takes its place: %s",
          Topics.TRENDS, reason);
    }
  }
}
