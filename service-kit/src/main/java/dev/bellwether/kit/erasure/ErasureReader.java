package dev.bellwether.kit.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.erasure.Erasure;
import dev.bellwether.contracts.erasure.ErasureAck;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads {@code erasures} and answers each on {@code erasure-acks} once the service has come far
 * enough. One that waits holds up no other; the group's offset stays before it, so that a crash
 * forgets none.
 */
final class ErasureReader {

  private static final Logger LOG = Logger.getLogger(ErasureReader.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final String service;
  private final Consumer<String, byte[]> erasures;
  private final Producer<String, byte[]> acks;
  private final ReadProgress progress;
  private final ObjectMapper json;
  private final EventBinding<Erasure> binding;
  private final Remains remains;
  private final Runnable acknowledged;
  private final List<Waiting> waiting = new ArrayList<>();
  private long committed = -1;

  /**
   * An erasure that is not yet acknowledged; {@code ends} is null until {@code mentions} is read.
   */
  private static final class Waiting {

    private final Erasure erasure;
    private final TopicPartition partition;
    private final long offset;
    private Map<TopicPartition, Long> ends;

    private Waiting(Erasure erasure, ConsumerRecord<String, byte[]> source) {
      this.erasure = erasure;
      this.partition = new TopicPartition(source.topic(), source.partition());
      this.offset = source.offset();
    }
  }

  /**
   * @param acknowledged told after each that was
   */
  ErasureReader(
      String service,
      Consumer<String, byte[]> erasures,
      Producer<String, byte[]> acks,
      ReadProgress progress,
      ObjectMapper json,
      Remains remains,
      Runnable acknowledged) {
    this.service = service;
    this.erasures = erasures;
    this.acks = acks;
    this.progress = progress;
    this.json = json;
    this.binding = EventBinding.of(json, Erasure.class);
    this.remains = remains;
    this.acknowledged = acknowledged;
  }

  /**
   * Goes on until told to stop.
   *
   * @throws KafkaException when the broker is away; what was not acknowledged comes again
   */
  void run(BooleanSupplier goesOn) throws InterruptedException {
    erasures.subscribe(List.of(Topics.ERASURES), new Forgetful());
    while (goesOn.getAsBoolean()) {
      for (ConsumerRecord<String, byte[]> record : erasures.poll(LOOK)) {
        take(record);
      }
      for (Waiting next : List.copyOf(waiting)) {
        if (isErased(next)) {
          acknowledge(next.erasure);
          waiting.remove(next);
          acknowledged.run();
        }
      }
      commit();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      waiting.add(new Waiting(binding.read(record.value()), record));
    } catch (UnreadableEventException e) {
      // only ingest writes here: a newer ingest asks what this service cannot do, and gets no
      // receipt
      LOG.errorf("an erasure cannot be read and is not acknowledged: %s", e.getMessage());
    }
  }

  private boolean isErased(Waiting next) throws InterruptedException {
    if (next.ends == null) {
      if (!progress.reached(next.erasure)) {
        return false;
      }
      next.ends = progress.downstreamEnds();
    }
    return progress.downstreamReached(next.ends);
  }

  private void acknowledge(Erasure erasure) throws InterruptedException {
    var ack =
        new ErasureAck(
            ErasureAck.SCHEMA_VERSION,
            erasure.workspace(),
            erasure.id(),
            service,
            Instant.now(),
            remains.sentences());
    var key = RecordKey.of(erasure.workspace(), erasure.id(), service).encode();
    try {
      acks.send(new ProducerRecord<>(Topics.ERASURE_ACKS, key, json.writeValueAsBytes(ack))).get();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an acknowledgement is always JSON", e);
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka did not take an acknowledgement", e.getCause());
    }
  }

  /** Up to the first that waits. */
  private void commit() {
    for (TopicPartition partition : erasures.assignment()) {
      long done =
          waiting.stream()
              .filter(next -> next.partition.equals(partition))
              .mapToLong(next -> next.offset)
              .min()
              .orElseGet(() -> erasures.position(partition));
      if (done != committed) {
        erasures.commitSync(Map.of(partition, new OffsetAndMetadata(done)));
        committed = done;
      }
    }
  }

  /** Another member reads on from what was committed. */
  private final class Forgetful implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      waiting.clear();
      committed = -1;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      waiting.clear();
      committed = -1;
    }
  }

  /** Those of these settings that a client knows, and more of its own. */
  static Map<String, Object> settings(
      Map<String, Object> common, Collection<String> known, Map<String, Object> own) {
    var settings = new HashMap<String, Object>(common);
    settings.keySet().retainAll(known);
    settings.putAll(own);
    return settings;
  }
}
