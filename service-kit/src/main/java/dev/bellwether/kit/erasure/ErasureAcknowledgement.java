package dev.bellwether.kit.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.erasure.Erasure;
import dev.bellwether.contracts.erasure.ErasureAck;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.flow.ConsumerState;
import dev.bellwether.kit.flow.EventFlow;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs the {@link ErasureReader} of a service that names, in {@code bellwether.erasures.groups},
 * the groups with which it reads {@code mentions}; a service that names none has nothing to erase.
 * A thread of its own with plain clients, so that it is the same beside channels and beside
 * Streams.
 */
@ApplicationScoped
@RegisterForReflection(targets = {Erasure.class, Erasure.Place.class, ErasureAck.class})
public class ErasureAcknowledgement {

  private static final Logger LOG = Logger.getLogger(ErasureAcknowledgement.class);
  private static final long PAUSE_SECONDS = 5;
  private static final long STOP_SECONDS = 3;

  private final Optional<List<String>> groups;
  private final Optional<String> downstream;
  private final String service;
  private final Instance<Map<String, Object>> kafka;
  private final Instance<Remains> remains;
  private final ObjectMapper json;
  private final EventFlow flow;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Thread thread;

  public ErasureAcknowledgement(
      @ConfigProperty(name = "bellwether.erasures.groups") Optional<List<String>> groups,
      @ConfigProperty(name = "bellwether.erasures.downstream") Optional<String> downstream,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
      Instance<Remains> remains,
      ObjectMapper json,
      EventFlow flow) {
    this.groups = groups;
    this.downstream = downstream;
    this.service = service;
    this.kafka = kafka;
    this.remains = remains;
    this.json = json;
    this.flow = flow;
  }

  void begin(@Observes StartupEvent event) {
    if (groups.isPresent()) {
      thread = Thread.ofPlatform().name("erasures").daemon().start(this::run);
    }
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    if (thread != null) {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    }
  }

  private void run() {
    boolean said = false;
    while (goesOn()) {
      try {
        read();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (!said && goesOn()) {
          LOG.warnf("erasures are not acknowledged (%s): said once", e.getClass().getSimpleName());
        }
        said = true;
        flow.of(Topics.ERASURES).failed(e);
        LOG.debug("erasures are not acknowledged", e);
        pause();
      }
    }
  }

  private void read() throws InterruptedException {
    var common = kafka.get();
    var admin = ErasureReader.settings(common, AdminClientConfig.configNames(), Map.of());
    try (var erasures = new KafkaConsumer<>(reading(service + "-erasures"), keys(), values());
        var reader = new KafkaConsumer<>(reading(null), keys(), values());
        var acks =
            new KafkaProducer<>(writing(), new StringSerializer(), new ByteArraySerializer());
        var broker = Admin.create(admin)) {
      var erased = flow.of(Topics.ERASURES);
      erased.readBy(() -> lagging(erasures));
      new ErasureReader(
              service,
              erasures,
              acks,
              new ReadProgress(broker, reader, groups.orElseThrow(), downstream.orElse(null)),
              json,
              remains.isResolvable() ? remains.get() : List::of,
              erased::done)
          .run(this::goesOn);
    }
  }

  /** How far behind it is. That it cannot read is shown as an error, and keeps no traffic away. */
  private static ConsumerState lagging(Consumer<?, ?> erasures) {
    long lag = ConsumerState.of(erasures.metrics(), client -> true).lag();
    return new ConsumerState(true, -1, -1, true, lag);
  }

  private Map<String, Object> reading(String group) {
    var settings =
        ErasureReader.settings(
            kafka.get(),
            ConsumerConfig.configNames(),
            Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"));
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    if (group != null) {
      settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    }
    return settings;
  }

  private Map<String, Object> writing() {
    return ErasureReader.settings(
        kafka.get(), ProducerConfig.configNames(), Map.of(ProducerConfig.ACKS_CONFIG, "all"));
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
