package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.contracts.kafka.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells when the archive holds everything that had been published by a moment. */
@ApplicationScoped
public class ArchiveFence {

  /**
   * The end of each partition of {@code mentions} at the moment; those without records left out.
   */
  public record Ends(Map<TopicPartition, Long> offsets) {}

  private final Map<String, Object> settings;
  private final String archive;

  public ArchiveFence(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "mp.messaging.incoming.mentions_in.group.id") String archive) {
    this.settings = new HashMap<>(kafka);
    this.settings.keySet().retainAll(AdminClientConfig.configNames());
    this.archive = archive;
  }

  /** Where the topic ends now. */
  public Ends now() throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(settings)) {
      var topic = Topics.MENTIONS;
      var partitions =
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get()
              .get(topic)
              .partitions()
              .stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      Map<TopicPartition, ListOffsetsResultInfo> first =
          offsets(admin, partitions, OffsetSpec.earliest());
      Map<TopicPartition, ListOffsetsResultInfo> last =
          offsets(admin, partitions, OffsetSpec.latest());
      return new Ends(
          partitions.stream()
              .filter(partition -> last.get(partition).offset() > first.get(partition).offset())
              .collect(
                  Collectors.toMap(
                      partition -> partition, partition -> last.get(partition).offset())));
    }
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(
            partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> spec)))
        .all()
        .get();
  }

  /** Whether the archive has read so far and committed it. */
  public boolean passed(Ends ends) throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(settings)) {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(archive).partitionsToOffsetAndMetadata().get();
      return ends.offsets().entrySet().stream()
          .allMatch(
              end -> {
                OffsetAndMetadata committed = read.get(end.getKey());
                return committed != null && committed.offset() >= end.getValue();
              });
    }
  }
}
