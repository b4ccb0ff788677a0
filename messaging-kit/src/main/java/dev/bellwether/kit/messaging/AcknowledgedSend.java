package dev.bellwether.kit.messaging;

import dev.bellwether.kit.problem.ProblemException;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Sends records and waits until Kafka has them: what has not been acknowledged has not been
 * answered.
 */
public final class AcknowledgedSend {

  private static final Logger LOG = Logger.getLogger(AcknowledgedSend.class);

  private AcknowledgedSend() {}

  /**
   * @param partition chooses the partition of a record, or null for the key's hash
   * @throws ProblemException 503 when Kafka did not take one of them
   */
  public static <T> void all(
      MutinyEmitter<T> emitter,
      List<T> values,
      Function<T, String> key,
      Function<T, Integer> partition) {
    if (values.isEmpty()) {
      return;
    }
    await(
        () ->
            Uni.join()
                .all(
                    values.stream()
                        .map(
                            value ->
                                emitter.sendMessage(message(value, key.apply(value), partition)))
                        .toList())
                .andCollectFailures());
  }

  /**
   * Waits for one send, or many joined. The send is made outside the caller's transaction: it would
   * travel with the acknowledgement to Kafka's thread, and a transaction that two threads hold does
   * not commit.
   *
   * @throws ProblemException 503 when Kafka did not take it
   */
  public static void await(Supplier<Uni<?>> send) {
    try {
      // The producer's own delivery.timeout.ms bounds the wait.
      QuarkusTransaction.suspendingExisting().call(() -> send.get().await().indefinitely());
    } catch (RuntimeException e) {
      // WritingFlow has said it, once an outage
      LOG.debug("Kafka did not acknowledge a write", e);
      throw unavailable(e);
    }
  }

  static ProblemException unavailable(Exception why) {
    var refused =
        new ProblemException(
            503,
            "Kafka unavailable",
            "Kafka did not take it, so nothing was accepted. Send it again, with the same Idempotency-Key.",
            null);
    refused.initCause(why);
    return refused;
  }

  private static <T> Message<T> message(T value, String key, Function<T, Integer> partition) {
    var metadata = OutgoingKafkaRecordMetadata.<String>builder().withKey(key);
    if (partition != null) {
      metadata.withPartition(partition.apply(value));
    }
    // Taken here, since the record may be handed on by another request's thread
    return Message.of(
        value, Metadata.of(metadata.build(), TracingMetadata.withCurrent(Context.current())));
  }
}
