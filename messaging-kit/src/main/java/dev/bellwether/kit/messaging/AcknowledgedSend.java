package dev.bellwether.kit.messaging;

import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Sends records and waits until Kafka has them: what has not been acknowledged has not been answered. */
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
    List<Uni<Void>> sends =
        values.stream()
            .map(value -> emitter.sendMessage(message(value, key.apply(value), partition)))
            .toList();
    await(Uni.join().all(sends).andCollectFailures());
  }

  /**
   * Waits for one send, or many joined.
   *
   * @throws ProblemException 503 when Kafka did not take it
   */
  public static void await(Uni<?> send) {
    try {
      // The producer's own delivery.timeout.ms bounds the wait.
      send.await().indefinitely();
    } catch (RuntimeException e) {
      LOG.warn("Kafka did not acknowledge a write", e);
      throw new ProblemException(
          503,
          "Kafka unavailable",
          "Kafka did not take it, so nothing was accepted. Send it again, with the same Idempotency-Key.",
          null);
    }
  }

  private static <T> Message<T> message(T value, String key, Function<T, Integer> partition) {
    var metadata = OutgoingKafkaRecordMetadata.<String>builder().withKey(key);
    if (partition != null) {
      metadata.withPartition(partition.apply(value));
    }
    return Message.of(value, Metadata.of(metadata.build()));
  }
}
