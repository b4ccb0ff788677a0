package dev.bellwether.kit.flow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Whether events flow through this service: what it reads, how far it is, and whether what it wrote
 * was taken. Consumers and producers note it here; health and metrics read it.
 */
@ApplicationScoped
public class EventFlow {

  private final MeterRegistry metrics;
  private final InstantSource clock = InstantSource.system();
  private final ConcurrentMap<String, TopicFlow> topics = new ConcurrentHashMap<>();
  private final Writes writes = new Writes(clock);

  public EventFlow(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** The flow of one topic that is read here; a new one the first time it is asked for. */
  public TopicFlow of(String topic) {
    return topics.computeIfAbsent(topic, this::begin);
  }

  /** In the order of their topics' names. */
  public Collection<TopicFlow> all() {
    return topics.values().stream().sorted(Comparator.comparing(TopicFlow::topic)).toList();
  }

  public Writes writes() {
    return writes;
  }

  /** Notes how long an event lay at the broker before it was worked off. */
  public void delayed(String topic, Instant appended) {
    Duration delay = Duration.between(appended, clock.instant());
    metrics
        .timer("bellwether.event.delay", "topic", topic)
        .record(delay.isNegative() ? Duration.ZERO : delay);
  }

  /** Whether a batch is at work on any topic. */
  public boolean working() {
    return topics.values().stream().anyMatch(TopicFlow::working);
  }

  private TopicFlow begin(String topic) {
    var flow = new TopicFlow(topic, clock);
    TimeGauge.builder(
            "bellwether.last.event.age", () -> flow.now().age().toMillis(), TimeUnit.MILLISECONDS)
        .description("Since the last event of the topic was worked off")
        .tag("topic", topic)
        .register(metrics);
    Gauge.builder(
            "bellwether.consumer.lag",
            () -> flow.now().lag() == null ? Double.NaN : flow.now().lag())
        .description("Records at the broker that the consumer has not fetched")
        .tag("topic", topic)
        .register(metrics);
    TimeGauge.builder(
            "bellwether.consumer.still",
            () -> flow.now().stillFor().toMillis(),
            TimeUnit.MILLISECONDS)
        .description("How long records have been waiting without one being worked off")
        .tag("topic", topic)
        .register(metrics);
    // From zero on: of a counter that is born with its first letter, Prometheus sees no increase
    Counter.builder("bellwether.dead.letters")
        .description("Records of the topic that could not be used and were put aside")
        .tag("topic", topic)
        .register(metrics);
    Timer.builder("bellwether.event.delay")
        .description("From the broker's append to the end of the work on it")
        .tag("topic", topic)
        .register(metrics);
    return flow;
  }
}
