package dev.bellwether.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  @TempDir Path dataDir;

  @Test
  void everyTopicIsThereAsSpecifiedHoweverOftenItIsCreated() throws Exception {
    try (var broker = KafkaBroker.start(dataDir, 0)) {
      TopicCreation.createAll(broker.bootstrapServers());
      TopicCreation.createAll(broker.bootstrapServers());

      try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
        var names = Topics.ALL.stream().map(TopicSpec::name).toList();
        var partitions =
            admin.describeTopics(names).allTopicNames().get().entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, e -> e.getValue().partitions().size()));
        assertEquals(
            Topics.ALL.stream().collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions)),
            partitions);
      }
    }
  }

  @Test
  void aFolderWithDataIsNeverFormattedAgain() throws Exception {
    var segment =
        Files.createDirectories(dataDir.resolve("mentions-0")).resolve("00000000000000000000.log");
    Files.writeString(segment, "posts");
    var refused = assertThrows(UncheckedIOException.class, () -> KafkaBroker.start(dataDir, 0));
    assertTrue(
        refused.getMessage().contains("it holds data (mentions-0) but no meta.properties"),
        refused.getMessage());
    assertEquals("posts", Files.readString(segment));
  }

  @Test
  void aPortThatIsTakenFailsTheStartAndLeavesTheFolderToTheNext() throws Exception {
    int port = FreePort.find();
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertTrue(taken.isBound());
      assertThrows(RuntimeException.class, () -> KafkaBroker.start(dataDir, port));
    }
    try (var broker = KafkaBroker.start(dataDir, port)) {
      TopicCreation.createAll(broker.bootstrapServers());
      write(port, 1);
    }
  }

  @Test
  void aFormatThatWasInterruptedIsDoneAgain() throws Exception {
    Files.createDirectories(dataDir.resolve("__cluster_metadata-0"));
    Files.writeString(dataDir.resolve("bootstrap.checkpoint"), "");
    try (var broker = KafkaBroker.start(dataDir, 0)) {
      TopicCreation.createAll(broker.bootstrapServers());
      write(broker.port(), 1);
    }
  }

  @Test
  void aSegmentThatEndsInTheMiddleOfABatchKeepsWhatCameBefore() throws Exception {
    try (var broker = KafkaBroker.start(dataDir, 0)) {
      TopicCreation.createAll(broker.bootstrapServers());
      write(broker.port(), 100);
      write(broker.port(), 1);
    }
    Files.delete(dataDir.resolve(".kafka_cleanshutdown"));
    var segment = dataDir.resolve(Topics.MONITORS + "-0/00000000000000000000.log");
    try (var file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      // into the last batch: one record of a few dozen bytes
      file.truncate(file.size() - 10);
    }

    try (var broker = KafkaBroker.start(dataDir, 0)) {
      write(broker.port(), 1);
      assertEquals(101, read(broker.port(), 101).size());
    }
  }

  @Test
  void aTopicNobodyCreatedIsNotInvented() throws Exception {
    try (var broker = KafkaBroker.start(dataDir, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      var asked = admin.describeTopics(List.of("invented")).allTopicNames();
      var refused = assertThrows(ExecutionException.class, asked::get);
      assertTrue(
          refused.getCause() instanceof UnknownTopicOrPartitionException, refused.toString());
    }
  }

  @Test
  void recordsSurviveAKillOfTheBrokersProcess() throws Exception {
    int port = FreePort.find();
    var first = brokerProcess(port);
    try {
      TopicCreation.createAll("127.0.0.1:" + port);
      write(port, 1_000);
    } finally {
      first.destroyForcibly().waitFor();
    }

    var second = brokerProcess(port);
    try {
      assertEquals(1_000, read(port, 1_000).size());
    } finally {
      second.destroy();
      assertTrue(second.waitFor(90, TimeUnit.SECONDS), "the broker stops when asked");
    }
  }

  @Test
  void recordsAreStampedByTheBroker() throws Exception {
    try (var broker = KafkaBroker.start(dataDir, 0)) {
      TopicCreation.createAll(broker.bootstrapServers());
      write(broker.port(), 1);
      assertEquals(List.of(TimestampType.LOG_APPEND_TIME), read(broker.port(), 1));
    }
  }

  @Test
  void aBrokersProcessTakesEveryCompression() throws Exception {
    int port = FreePort.find();
    var broker = brokerProcess(port);
    try {
      TopicCreation.createAll("127.0.0.1:" + port);
      for (var compression : CompressionType.values()) {
        write(port, 10, compression.name);
      }
      int expected = 10 * CompressionType.values().length;
      assertEquals(expected, read(port, expected).size());
    } finally {
      broker.destroyForcibly().waitFor();
    }
  }

  @Test
  void aBrokerEndsWithTheJvmThatTiedItToItself() throws Exception {
    int port = FreePort.find();
    var launcher =
        java(
                "dev.bellwether.embedded.KafkaBrokerTest$Launcher",
                dataDir.toString(),
                Integer.toString(port))
            .start();
    TopicCreation.createAll("127.0.0.1:" + port);
    var broker =
        launcher
            .toHandle()
            .children()
            .filter(p -> p.info().command().orElse("").endsWith("java"))
            .findFirst();
    launcher.destroyForcibly().waitFor();

    broker.orElseThrow().onExit().get(90, TimeUnit.SECONDS);
    assertFalse(broker.orElseThrow().isAlive());
  }

  /** Stands for the launcher that is killed. */
  static final class Launcher {
    public static void main(String... args) throws Exception {
      var broker = java("dev.bellwether.embedded.KafkaBroker", args).start();
      Lifeline.tie(broker, "TERM");
      broker.waitFor();
    }
  }

  private Process brokerProcess(int port) throws Exception {
    return java("dev.bellwether.embedded.KafkaBroker", dataDir.toString(), Integer.toString(port))
        .start();
  }

  private static ProcessBuilder java(String main, String... args) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(new File("target/broker-child.log")));
  }

  private static void write(int port, int records) throws Exception {
    write(port, records, "none");
  }

  private static void write(int port, int records, String compression) throws Exception {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:" + port,
            "acks",
            "all",
            "delivery.timeout.ms",
            90_000,
            "request.timeout.ms",
            10_000,
            "compression.type",
            compression);
    var sent = new ArrayList<Future<RecordMetadata>>();
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < records; i++) {
        sent.add(producer.send(new ProducerRecord<>(Topics.MONITORS, 0, "key" + i, "value" + i)));
      }
      for (var answer : sent) {
        answer.get();
      }
    }
  }

  private static List<TimestampType> read(int port, int expected) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", "127.0.0.1:" + port, "auto.offset.reset", "earliest");
    var stamps = new ArrayList<TimestampType>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(Topics.MONITORS, 0)));
      long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
      while (stamps.size() < expected && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(r -> stamps.add(r.timestampType()));
      }
    }
    return stamps;
  }
}
