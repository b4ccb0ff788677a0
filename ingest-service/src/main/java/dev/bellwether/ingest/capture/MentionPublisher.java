package dev.bellwether.ingest.capture;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.messaging.BatchSend;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes mentions to their topic. */
@ApplicationScoped
public class MentionPublisher {

  private static final String CHANNEL = "mentions_out";

  private final BatchSend send;

  /**
   * @param channel nothing is sent through it: it keeps the channel connected, whose producer the
   *     batches go through
   */
  public MentionPublisher(BatchSend send, @Channel(CHANNEL) MutinyEmitter<Mention> channel) {
    this.send = send;
  }

  /** Returns once Kafka has all of them. */
  public void publish(List<Mention> batch) {
    send.all(CHANNEL, batch.stream().map(MentionPublisher::record).toList());
  }

  private static ProducerRecord<String, Mention> record(Mention mention) {
    return new ProducerRecord<>(
        Topics.MENTIONS, RecordKey.of(mention.workspace(), mention.id()).encode(), mention);
  }
}
