package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.erasure.ErasureAck;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.messaging.EventReader;
import dev.bellwether.kit.messaging.IdempotentEffect;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gathers the acknowledgements: they are the receipt. */
@ApplicationScoped
public class ErasureAckConsumer {

  private final EventReader reader;
  private final IdempotentEffect effect;
  private final WorkspaceTransaction transactions;
  private final ErasureWorker worker;

  public ErasureAckConsumer(
      EventReader reader,
      IdempotentEffect effect,
      WorkspaceTransaction transactions,
      ErasureWorker worker) {
    this.reader = reader;
    this.effect = effect;
    this.transactions = transactions;
    this.worker = worker;
  }

  @Incoming("erasure_acks_in")
  @Blocking
  public void acknowledged(ConsumerRecords<String, byte[]> batch) {
    effect.apply("gathering receipts", reader.read(batch, ErasureAck.class), this::note);
  }

  private void note(List<Event<ErasureAck>> events) {
    for (Event<ErasureAck> event : events) {
      if (!event.isTombstone()) {
        ErasureAck ack = event.value();
        transactions.inWorkspace(
            ack.workspace(),
            connection -> {
              ErasureStore.acknowledge(
                  connection,
                  ack.workspace(),
                  ack.erasure(),
                  new Receipt.Acknowledgement(ack.service(), ack.erasedAt(), ack.remains()));
              return null;
            });
      }
    }
    worker.look();
  }
}
