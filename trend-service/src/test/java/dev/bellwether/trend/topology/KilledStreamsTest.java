package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.embedded.KafkaBroker;
import dev.bellwether.embedded.TopicCreation;
import dev.bellwether.trend.Mentions;
import dev.bellwether.trend.throughput.ServiceStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker, and Streams in a process that is killed: no word of goodbye, no last commit. */
class KilledStreamsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  /**
   * What must not change, however often the process dies. Of the mentions some may come too late to
   * be counted: partitions that restore slowly are not waited for without end (ADR 8).
   */
  private record Known(String id, List<String> terms, Object startedAt, Object detectedAt) {

    static Known of(Trend trend) {
      return new Known(trend.id(), trend.terms(), trend.startedAt(), trend.detectedAt());
    }
  }

  @Test
  void whatIsKilledMidStreamAndBeginsWithoutItsDiskFindsTheSameAndSaysItOnce() throws Exception {
    try (var broker = KafkaBroker.start(folder.resolve("kafka"), 0)) {
      TopicCreation.createAll(broker.bootstrapServers());
      var storm = Mentions.withAStorm();
      var found = storm.indexOf(storm.stream().filter(Playing::stormy).toList().get(90));
      write(broker, storm.subList(0, found));
      var first = streams(broker, "first");
      try {
        Awaitility.await().atMost(PATIENCE).until(() -> !trends(broker).isEmpty());
      } finally {
        first.destroyForcibly().waitFor();
      }
      write(broker, storm.subList(found, storm.size()));
      var second = streams(broker, "second");
      try {
        var expected = expected(storm);
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertEquals(expected, trends(broker)));
      } finally {
        second.destroyForcibly().waitFor();
      }
      var signals = values(broker, Topics.SIGNALS, Signal.class);
      assertEquals(
          1,
          signals.stream().filter(signal -> signal.kind() == SignalKind.NEW_TOPIC).count(),
          "a new topic is new once");
      assertEquals(
          signals.size(),
          signals.stream().map(Signal::id).distinct().count(),
          "and so is what the monitor's volume does");
    }
  }

  private List<Known> expected(List<Mention> storm) {
    try (var playing = new Playing(1, folder.resolve("playing"))) {
      playing.play(storm);
      return playing.trends().values().stream().map(Known::of).toList();
    }
  }

  private Process streams(KafkaBroker broker, String name) {
    return ServiceStreams.java(
        List.of("-Xmx192m"),
        ServiceStreams.class.getName(),
        broker.bootstrapServers(),
        folder.resolve(name).toString());
  }

  private static void write(KafkaBroker broker, List<Mention> mentions) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var mention : mentions) {
        producer.send(
            new ProducerRecord<>(
                Topics.MENTIONS, RecordKey.of("w", mention.id()).encode(), Playing.json(mention)));
      }
    }
  }

  /** As they were last published. */
  private static List<Known> trends(KafkaBroker broker) throws IOException {
    var last = new HashMap<String, Known>();
    values(broker, Topics.TRENDS, Trend.class)
        .forEach(trend -> last.put(trend.id(), Known.of(trend)));
    return List.copyOf(last.values());
  }

  private static <T> List<T> values(KafkaBroker broker, String topic, Class<T> type)
      throws IOException {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    var found = new ArrayList<T>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var all = List.of(new TopicPartition(topic, 0));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      long end = consumer.endOffsets(all).values().iterator().next();
      while (consumer.position(all.getFirst()) < end) {
        for (var value : consumer.poll(Duration.ofMillis(200))) {
          found.add(Playing.JSON.readValue(value.value(), type));
        }
      }
    }
    return found;
  }
}
