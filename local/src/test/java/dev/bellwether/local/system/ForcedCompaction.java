package dev.bellwether.local.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;

/** Lets a broker do in seconds what it does within a day: compact, and forget removals. */
record ForcedCompaction(String bootstrapServers) {

  private static final Map<String, String> EAGER =
      Map.of(
          "segment.ms", "200",
          "min.cleanable.dirty.ratio", "0.001",
          "max.compaction.lag.ms", "1",
          "delete.retention.ms", "1");

  /** Of every compacted topic but the broker's own. */
  void begin() throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
      for (var found : settings(admin).entrySet()) {
        if (found.getValue().get("cleanup.policy").value().contains("compact")) {
          changes.put(found.getKey(), set(EAGER));
        }
      }
      changes.put(
          new ConfigResource(ConfigResource.Type.BROKER, ""),
          set(Map.of("log.cleaner.backoff.ms", "300")));
      admin.incrementalAlterConfigs(changes).all().get();
    }
  }

  private static Map<ConfigResource, Config> settings(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin
        .describeConfigs(
            admin.listTopics().names().get().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList())
        .all()
        .get();
  }

  private static List<AlterConfigOp> set(Map<String, String> settings) {
    var changes = new ArrayList<AlterConfigOp>();
    settings.forEach(
        (name, value) ->
            changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    return changes;
  }

  /** Only what lies before the newest segment is compacted: a record of nothing begins one. */
  void fill(String... topics) throws ExecutionException, InterruptedException {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (String topic : Stream.of(topics).toList()) {
        for (var partition : producer.partitionsFor(topic)) {
          producer
              .send(
                  new ProducerRecord<>(
                      topic, partition.partition(), "filler|" + UUID.randomUUID(), "{}"))
              .get();
        }
      }
    }
  }
}
