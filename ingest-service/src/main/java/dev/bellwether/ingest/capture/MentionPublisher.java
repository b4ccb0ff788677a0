package dev.bellwether.ingest.capture;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes mentions to their topic. */
@ApplicationScoped
public class MentionPublisher {

  private final MutinyEmitter<Mention> mentions;

  public MentionPublisher(
      @Channel("mentions_out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Mention> mentions) {
    this.mentions = mentions;
  }

  /** Returns once Kafka has all of them. */
  public void publish(List<Mention> batch) {
    AcknowledgedSend.all(
        mentions, batch, mention -> RecordKey.of(mention.workspace(), mention.id()).encode(), null);
  }
}
