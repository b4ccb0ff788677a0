package dev.bellwether.kit.messaging;

import dev.bellwether.kit.flow.ConsumerState;
import dev.bellwether.kit.flow.EventFlow;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.IncomingInterceptor;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Notes what each channel reads: when a batch is done (its offsets committed) or given up, and what
 * its consumer says of itself. That it is taken {@link EventReader} notes.
 */
@ApplicationScoped
public class ReadingFlow implements IncomingInterceptor {

  private final EventFlow flow;

  public ReadingFlow(EventFlow flow) {
    this.flow = flow;
  }

  void begin(@Observes StartupEvent event, KafkaClientService clients, Config config) {
    for (String channel : clients.getConsumerChannels()) {
      var consumer = clients.getConsumer(channel).unwrap();
      for (String topic : topics(channel, config)) {
        flow.of(topic)
            .readBy(() -> ConsumerState.of(consumer.metrics(), client -> true, topic::equals));
      }
    }
  }

  /** A channel has one topic, named as the channel where it is not said, or a list of them. */
  private static List<String> topics(String channel, Config config) {
    String prefix = "mp.messaging.incoming." + channel;
    return config
        .getOptionalValues(prefix + ".topics", String.class)
        .orElseGet(
            () ->
                List.of(config.getOptionalValue(prefix + ".topic", String.class).orElse(channel)));
  }

  @Override
  public void onMessageAck(Message<?> batch) {
    withTopics(
        batch,
        (records, topic) -> {
          flow.of(topic).done();
          for (TopicPartition partition : records.partitions()) {
            if (partition.topic().equals(topic)) {
              var first = records.records(partition).getFirst();
              flow.delayed(topic, Instant.ofEpochMilli(first.timestamp()));
            }
          }
        });
  }

  @Override
  public void onMessageNack(Message<?> batch, Throwable failure) {
    withTopics(batch, (records, topic) -> flow.of(topic).givenUp(failure));
  }

  @FunctionalInterface
  private interface Note {
    void of(ConsumerRecords<?, ?> records, String topic);
  }

  private static void withTopics(Message<?> batch, Note note) {
    batch
        .getMetadata(IncomingKafkaRecordBatchMetadata.class)
        .ifPresent(
            metadata -> {
              ConsumerRecords<?, ?> records = metadata.getRecords();
              topics(records).forEach(topic -> note.of(records, topic));
            });
  }

  private static Set<String> topics(ConsumerRecords<?, ?> records) {
    return records.partitions().stream().map(TopicPartition::topic).collect(Collectors.toSet());
  }
}
