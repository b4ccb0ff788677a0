package dev.bellwether.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to and reads from the real broker's topics as another service would. */
public final class TopicProbe {

  private TopicProbe() {}

  /** Writes one record and waits for its acknowledgement. */
  public static void write(String topic, String key, String value) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", RealBackends.bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused the test's record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Changes a topic's setting on the broker, for a test of what the broker refuses. */
  public static void configure(String topic, String setting, String value) {
    Map<String, Object> config = Map.of("bootstrap.servers", RealBackends.bootstrapServers());
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
    try (var admin = Admin.create(config)) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused the test's setting", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Every record of {@code topic} that {@code wanted} takes, once there are {@code count} of them
   * or time is up.
   */
  public static List<ConsumerRecord<String, String>> read(
      String topic,
      int count,
      Duration patience,
      Predicate<ConsumerRecord<String, String>> wanted) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            RealBackends.bootstrapServers(),
            "group.id",
            "probe-" + UUID.randomUUID(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    var found = new ArrayList<ConsumerRecord<String, String>>();
    Instant deadline = Instant.now().plus(patience);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (found.size() < count && Instant.now().isBefore(deadline)) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (wanted.test(record)) {
            found.add(record);
          }
        }
      }
    }
    return found;
  }
}
