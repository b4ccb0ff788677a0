package dev.bellwether.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends the work on a channel's batch: what it led to is written, and its offsets are committed, in
 * one Kafka transaction. The channel itself must not commit ({@code commit-strategy=ignore}) and
 * must have one consumer; batches come one after the other.
 *
 * <p>Two things keep the members of a group apart: the offsets go with the group's generation that
 * the batch was read in, so that a member that has lost its partitions commits nothing; and the
 * transactional id, the group's name with this instance's, has the broker end at once what the same
 * instance left open when it was killed.
 */
@ApplicationScoped
public class BatchTransaction {

  private static final Logger LOG = Logger.getLogger(BatchTransaction.class);

  /** Of an instance that never comes back the broker aborts the transaction after this. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Duration LONGEST_BLOCK = Duration.ofSeconds(10);
  private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

  private static final TextMapSetter<Headers> HEADERS =
      (headers, name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8));

  private final KafkaClientService clients;
  private final Instance<Map<String, Object>> kafka;
  private final IdempotentEffect effect;
  private final WritingFlow flow;
  private final MeterRegistry metrics;
  private final List<String> topics;
  private final String instance;
  private final Map<String, TransactionalProducer> producers = new ConcurrentHashMap<>();

  /**
   * @param topics all that it may write to; a service without transactions has none
   */
  public BatchTransaction(
      KafkaClientService clients,
      @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
      IdempotentEffect effect,
      WritingFlow flow,
      MeterRegistry metrics,
      @ConfigProperty(name = "bellwether.transaction.topics") Optional<List<String>> topics,
      InstanceName instance) {
    this.clients = clients;
    this.kafka = kafka;
    this.effect = effect;
    this.flow = flow;
    this.metrics = metrics;
    this.topics = topics.orElse(List.of());
    this.instance = instance.name();
  }

  // After the batch at work is done: GracefulStop
  void stop(@Observes @Priority(3000) ShutdownEvent event) {
    producers.values().forEach(TransactionalProducer::close);
  }

  /**
   * Returns once all is committed, however long the broker is away; or once it is sure that the
   * batch belongs to another member of the group, who reads it again.
   *
   * @param batch what was read, with {@code offsets} after its last records
   * @return whether it was committed
   * @throws IllegalArgumentException when a publication's topic is not in {@code
   *     bellwether.transaction.topics}
   * @throws IllegalStateException when the service stops before; the batch comes again
   */
  public boolean commit(
      IncomingKafkaRecordBatchMetadata<String, byte[]> batch,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      List<Publication> publications) {
    publications.forEach(this::requireKnown);
    var attempt = new Attempt(batch, offsets, publications);
    String topic = offsets.keySet().iterator().next().topic();
    effect.persist("a transaction of " + topic, topic, attempt);
    return attempt.committed;
  }

  private void requireKnown(Publication publication) {
    if (!topics.contains(publication.topic())) {
      throw new IllegalArgumentException(
          publication.topic() + " is not among bellwether.transaction.topics");
    }
  }

  /** Tries until the batch is committed or lost. */
  private final class Attempt implements Runnable {

    private final int generation;
    private final Map<TopicPartition, OffsetAndMetadata> offsets;
    private final List<Publication> publications;
    private final KafkaConsumer<String, byte[]> consumer;
    private boolean uncertain;
    private boolean committed;

    private Attempt(
        IncomingKafkaRecordBatchMetadata<String, byte[]> batch,
        Map<TopicPartition, OffsetAndMetadata> offsets,
        List<Publication> publications) {
      this.generation = batch.getConsumerGroupGenerationId();
      this.consumer = clients.getConsumer(batch.getChannel());
      this.offsets = offsets;
      this.publications = publications;
    }

    @Override
    public void run() {
      var group = consumer.consumerGroupMetadata().await().indefinitely();
      var producer = producers.computeIfAbsent(group.groupId(), id -> producer(id));
      try {
        producer.open();
        committed = uncertain && isCommitted();
        if (!committed) {
          uncertain = true;
          commit(producer, group);
        }
        flow.acknowledged();
        count(committed ? "committed" : "lost");
      } catch (RuntimeException e) {
        flow.refused(e);
        count("failed");
        throw e;
      }
    }

    private void commit(TransactionalProducer producer, ConsumerGroupMetadata group) {
      if (group.generationId() != generation) {
        LOG.infof("a batch was read before the group %s moved on: it comes again", group.groupId());
        return;
      }
      try {
        producer.commit(records(), offsets, group);
        committed = true;
      } catch (CommitFailedException e) {
        LOG.infof("the group %s has given a batch to another member", group.groupId());
      }
    }

    private boolean isCommitted() {
      var partitions = offsets.keySet().toArray(TopicPartition[]::new);
      var known = consumer.committed(partitions).await().atMost(LONGEST_BLOCK);
      return offsets.entrySet().stream()
          .allMatch(
              entry -> {
                var at = known.get(entry.getKey());
                return at != null && at.offset() >= entry.getValue().offset();
              });
    }

    private List<ProducerRecord<String, byte[]>> records() {
      var tracer = GlobalOpenTelemetry.getTracer("dev.bellwether.messaging");
      return publications.stream().map(publication -> record(publication, tracer)).toList();
    }
  }

  private void count(String outcome) {
    metrics.counter("bellwether.transactions", "outcome", outcome).increment();
  }

  /** With a span named as the channels' own, a child of the trace of what it is written for. */
  private static ProducerRecord<String, byte[]> record(Publication publication, Tracer tracer) {
    var record = new ProducerRecord<>(publication.topic(), publication.key(), publication.value());
    var because = TraceContext.contextOf(publication.because());
    Span span =
        tracer
            .spanBuilder(publication.topic() + " publish")
            .setParent(because)
            .setSpanKind(SpanKind.PRODUCER)
            .setAttribute("messaging.system", "kafka")
            .setAttribute("messaging.destination.name", publication.topic())
            .startSpan();
    W3CTraceContextPropagator.getInstance().inject(because.with(span), record.headers(), HEADERS);
    span.end();
    return record;
  }

  private TransactionalProducer producer(String group) {
    return new TransactionalProducer(() -> client(group));
  }

  private Producer<String, byte[]> client(String group) {
    var settings = new HashMap<String, Object>(kafka.get());
    settings.keySet().retainAll(ProducerConfig.configNames());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "-" + instance);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST.toMillis());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A stop should not wait for a broker that is away
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK.toMillis());
    // Compared before it packs; the broker compares after
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
