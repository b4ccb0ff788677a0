package dev.bellwether.trend.operations;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.flow.ConsumerState;
import dev.bellwether.kit.flow.EventFlow;
import dev.bellwether.trend.topology.Watcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.streams.KafkaStreams;

/** Notes what Streams reads and finds, where health and metrics look for it. */
@ApplicationScoped
public class StreamsFlow implements Watcher {

  private final EventFlow flow;
  private final MeterRegistry metrics;

  public StreamsFlow(EventFlow flow, MeterRegistry metrics) {
    this.flow = flow;
    this.metrics = metrics;
  }

  void begin(@Observes StartupEvent event, KafkaStreams streams) {
    flow.of(Topics.MENTIONS)
        .readBy(() -> ConsumerState.of(streams.metrics(), StreamsFlow::isMainConsumer));
  }

  /** Not those that restore state or read the global table: nobody waits for them in a group. */
  private static boolean isMainConsumer(String clientId) {
    return clientId.endsWith("-consumer")
        && !clientId.endsWith("-restore-consumer")
        && !clientId.endsWith("-global-consumer");
  }

  @Override
  public void read(String topic, Instant appended) {
    flow.of(topic).done();
    flow.delayed(topic, appended);
  }

  @Override
  public void setAside(String topic) {
    metrics.counter("bellwether.dead.letters", "topic", topic).increment();
  }

  @Override
  public void changed(Trend trend) {
    metrics
        .counter("bellwether.trends", "state", trend.state().name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
