package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.erasure.Erasure;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes what an erasure writes to Kafka; each method returns once Kafka has all of it. */
@ApplicationScoped
public class ErasurePublisher {

  /** Where something of a mention stands under its key, and whose nulls ingest writes. */
  private static final List<String> TOPICS_OF_A_MENTION =
      List.of(
          Topics.MENTIONS,
          Topics.deadLettersOf(Topics.MENTIONS),
          Topics.deadLettersOf(Topics.SCORED_MENTIONS),
          Topics.deadLettersOf(Topics.CORRECTIONS));

  private final MutinyEmitter<Record<String, Object>> out;

  public ErasurePublisher(
      @Channel("erasures_out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, Object>> out) {
    this.out = out;
  }

  /**
   * Writes erased revisions.
   *
   * @return by mention id, where each stands
   */
  Map<String, RecordMetadata> mark(List<Mention> erased) {
    var placed = new HashMap<String, OutgoingMessageMetadata<RecordMetadata>>();
    var sends = new ArrayList<Uni<Void>>();
    for (Mention mention : erased) {
      var result = new OutgoingMessageMetadata<RecordMetadata>();
      placed.put(mention.id(), result);
      sends.add(
          send(Topics.MENTIONS, key(mention.workspace(), mention.id()), mention, List.of(result)));
    }
    await(sends);
    var places = new HashMap<String, RecordMetadata>();
    placed.forEach((id, result) -> places.put(id, result.getResult()));
    return places;
  }

  void announce(Erasure erasure) {
    await(
        List.of(send(Topics.ERASURES, key(erasure.workspace(), erasure.id()), erasure, List.of())));
  }

  /** Writes the nulls that let compaction remove what stands before them. */
  public void remove(String workspace, Collection<String> ids) {
    var sends = new ArrayList<Uni<Void>>();
    for (String id : ids) {
      for (String topic : TOPICS_OF_A_MENTION) {
        sends.add(send(topic, key(workspace, id), null, List.of()));
      }
    }
    await(sends);
  }

  private Uni<Void> send(String topic, String key, Object value, List<Object> more) {
    var metadata = new ArrayList<Object>(more);
    metadata.add(OutgoingKafkaRecordMetadata.<String>builder().withTopic(topic).build());
    return out.sendMessage(Message.of(Record.of(key, value), Metadata.of(metadata.toArray())));
  }

  private static void await(List<Uni<Void>> sends) {
    if (!sends.isEmpty()) {
      AcknowledgedSend.await(() -> Uni.join().all(sends).andCollectFailures());
    }
  }

  private static String key(String workspace, String id) {
    return RecordKey.of(workspace, id).encode();
  }
}
