package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.kit.messaging.BatchSend;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes what people say of mentions; each method returns once Kafka has it. */
@ApplicationScoped
@RegisterForReflection(targets = Correction.class)
public class CorrectionPublisher {

  private static final String CHANNEL = "corrections_out";

  private final BatchSend send;

  /**
   * @param channel nothing is sent through it: it keeps the channel connected, whose producer the
   *     records go through
   */
  public CorrectionPublisher(BatchSend send, @Channel(CHANNEL) MutinyEmitter<Correction> channel) {
    this.send = send;
  }

  /**
   * @throws dev.bellwether.kit.problem.ProblemException 503 when Kafka did not take it
   */
  public void say(Correction correction) {
    write(correction.workspace(), correction.mentionId(), correction);
  }

  /**
   * Takes back whatever was said of a mention.
   *
   * @throws dev.bellwether.kit.problem.ProblemException 503 when Kafka did not take it
   */
  public void takeBack(String workspace, String mention) {
    write(workspace, mention, null);
  }

  private void write(String workspace, String mention, Correction value) {
    var key = RecordKey.of(workspace, mention).encode();
    send.all(CHANNEL, List.of(new ProducerRecord<>(Topics.CORRECTIONS, key, value)));
  }
}
