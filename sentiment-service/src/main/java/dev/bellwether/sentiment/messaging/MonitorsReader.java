package dev.bellwether.sentiment.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import dev.bellwether.kit.flow.ConsumerState;
import dev.bellwether.kit.flow.EventFlow;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the topic of monitors into memory, from its beginning, and follows it. Every instance reads
 * all of it: there is no group to share it, and no offset to keep. What does not read is counted
 * and left out; the monitor's next version replaces it.
 */
@ApplicationScoped
class MonitorsReader {

  private static final Logger LOG = Logger.getLogger(MonitorsReader.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final long PAUSE_SECONDS = 5;
  private static final long STOP_SECONDS = 3;

  private final String topic;
  private final Instance<Map<String, Object>> kafka;
  private final MonitorsTable table;
  private final EventBinding<Monitor> binding;
  private final EventFlow flow;
  private final MeterRegistry metrics;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Thread thread;

  MonitorsReader(
      @ConfigProperty(name = "bellwether.monitors.topic") String topic,
      @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
      MonitorsTable table,
      ObjectMapper json,
      EventFlow flow,
      MeterRegistry metrics) {
    this.topic = topic;
    this.kafka = kafka;
    this.table = table;
    this.binding = EventBinding.of(json, Monitor.class);
    this.flow = flow;
    this.metrics = metrics;
  }

  void begin(@Observes StartupEvent event) {
    metrics.gauge("bellwether.monitors.known", table, MonitorsTable::size);
    metrics.counter("bellwether.monitors.left.out");
    thread = Thread.ofPlatform().name("monitors").daemon().start(this::run);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
  }

  private void run() {
    while (goesOn()) {
      try (var consumer = new KafkaConsumer<>(settings(), keys(), values())) {
        flow.of(topic).readBy(() -> lagging(consumer));
        read(consumer);
      } catch (RuntimeException e) {
        if (goesOn()) {
          LOG.warnf("monitors are not read (%s)", e.getClass().getSimpleName());
        }
        LOG.debug("monitors are not read", e);
        flow.of(topic).failed(e);
        pause();
      }
    }
  }

  private void read(Consumer<String, byte[]> consumer) {
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    var monitors = new MonitorsTable.Reading();
    boolean whole = false;
    while (goesOn()) {
      if (!whole
          && ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        table.is(monitors);
        whole = true;
      }
      var records = consumer.poll(LOOK);
      records.forEach(record -> take(record, monitors));
      if (!records.isEmpty()) {
        flow.of(topic).done();
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record, MonitorsTable.Reading monitors) {
    try {
      var key = RecordKey.decode(record.key()).parts();
      if (record.value() == null) {
        monitors.remove(key.getFirst(), key.getLast());
      } else if (!monitors.put(binding.read(record.value()))) {
        leaveOut(record, "there is no room: too many monitors, or too many names in them");
      }
    } catch (UnreadableEventException e) {
      leaveOut(record, e.getMessage());
    } catch (RuntimeException e) {
      leaveOut(record, e.getClass().getSimpleName());
    }
  }

  private void leaveOut(ConsumerRecord<String, byte[]> record, String why) {
    metrics.counter("bellwether.monitors.left.out").increment();
    LOG.warnf("%s offset %d is left out: %s", record.topic(), record.offset(), why);
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>(kafka.get());
    settings.keySet().retainAll(ConsumerConfig.configNames());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return settings;
  }

  /** It has no group to join. That it cannot read shows as its lag, and keeps no traffic away. */
  private static ConsumerState lagging(Consumer<?, ?> consumer) {
    long lag = ConsumerState.of(consumer.metrics(), client -> true).lag();
    return new ConsumerState(true, -1, -1, true, lag);
  }

  private static StringDeserializer keys() {
    return new StringDeserializer();
  }

  private static ByteArrayDeserializer values() {
    return new ByteArrayDeserializer();
  }

  private boolean goesOn() {
    return stopping.getCount() > 0;
  }

  private void pause() {
    try {
      stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
