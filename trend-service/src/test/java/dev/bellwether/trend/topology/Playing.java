package dev.bellwether.trend.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Sensitivity;
import dev.bellwether.trend.detection.TermExtractor;
import io.quarkus.kafka.client.serialization.ObjectMapperDeserializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The topology in a driver without a broker, and what stories ask of it. */
final class Playing implements AutoCloseable {

  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static final TermExtractor EXTRACTOR = TermExtractor.standard();

  final TopologyTestDriver driver;

  Playing(int partitions, Buckets buckets, Path state) {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "trend-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    var topology =
        new TrendTopology(
            new Detector(buckets, Sensitivity.STANDARD),
            EXTRACTOR,
            JSON,
            partitions,
            Stores::inMemoryKeyValueStore,
            Watcher.NOBODY,
            new WorkspaceActivity());
    driver = new TopologyTestDriver(topology.build(), settings);
  }

  /** With the buckets of the service. */
  Playing(int partitions, Path state) {
    this(partitions, Buckets.STANDARD, state);
  }

  /** Until nothing more comes and everybody has noticed. */
  void play(List<Mention> mentions) {
    mentions.forEach(this::pipe);
    rest();
  }

  void rest() {
    IntStream.range(0, 8).forEach(second -> driver.advanceWallClockTime(Duration.ofSeconds(1)));
  }

  void pipe(Mention mention) {
    mentions().pipeInput(RecordKey.of("w", mention.id()).encode(), json(mention));
  }

  void score(Mention mention, SentimentLabel label) {
    var score =
        new ScoredMention(
            ScoredMention.SCHEMA_VERSION,
            mention.workspace(),
            mention.id(),
            mention.revision(),
            label,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            mention.monitors(),
            mention.createdAt());
    scores().pipeInput(RecordKey.of("w", mention.id()).encode(), json(score));
  }

  /** As they were last published, by key. */
  Map<String, Trend> trends() {
    return output(Topics.TRENDS, Trend.class).readKeyValuesToMap();
  }

  List<Signal> signals() {
    return output(Topics.SIGNALS, Signal.class).readValuesToList();
  }

  TestInputTopic<String, byte[]> mentions() {
    return input(Topics.MENTIONS);
  }

  TestInputTopic<String, byte[]> scores() {
    return input(Topics.SCORED_MENTIONS);
  }

  TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  TestInputTopic<String, PartitionReport> reports() {
    return driver.createInputTopic(
        "trend-test-bucket-counts-repartition",
        new StringSerializer(),
        PartitionReport.CODEC.serde().serializer());
  }

  TestOutputTopic<String, byte[]> letters(String topic) {
    return driver.createOutputTopic(
        Topics.deadLettersOf(topic), new StringDeserializer(), new ByteArrayDeserializer());
  }

  <V> KeyValueStore<String, V> store(String name) {
    return driver.getKeyValueStore(name);
  }

  @Override
  public void close() {
    driver.close();
  }

  /** The values of a store, in the order of their keys. */
  <V> List<V> valuesOf(String name) {
    var values = new ArrayList<V>();
    try (var all = this.<V>store(name).all()) {
      all.forEachRemaining(entry -> values.add(entry.value));
    }
    return values;
  }

  /** The same mention as another revision. */
  static Mention as(Mention of, int revision, Cause cause, Flags flags) {
    return new Mention(
        of.schemaVersion(),
        of.workspace(),
        of.id(),
        revision,
        cause,
        of.platform(),
        of.url(),
        of.kind(),
        of.text(),
        of.language(),
        of.createdAt(),
        of.observedAt(),
        of.author(),
        of.engagement(),
        of.hashtags(),
        of.mentionedAccounts(),
        of.links(),
        of.inReplyTo(),
        of.monitors(),
        flags);
  }

  static boolean stormy(Mention mention) {
    return List.of("leaking", "refund", "brandfail", "hotline", "unacceptable").stream()
        .anyMatch(mention.text()::contains);
  }

  static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> TestOutputTopic<String, T> output(String topic, Class<T> type) {
    return driver.createOutputTopic(
        topic, new StringDeserializer(), new ObjectMapperDeserializer<>(type, JSON));
  }
}
