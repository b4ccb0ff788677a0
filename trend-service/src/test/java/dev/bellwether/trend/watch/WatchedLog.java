package dev.bellwether.trend.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.forecast.HourlyHistory;
import dev.bellwether.trend.series.SeriesDetector;
import dev.bellwether.trend.topology.MentionReading;
import dev.bellwether.trend.topology.ScoreReading;
import dev.bellwether.trend.topology.Watcher;
import dev.bellwether.trend.topology.WorkspaceActivity;
import io.quarkus.kafka.client.serialization.ObjectMapperDeserializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** Plays a log through the watching part of the topology, in one partition. */
final class WatchedLog implements AutoCloseable {

  static final Buckets BUCKETS = new Buckets(Duration.ofMinutes(5));

  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final TopologyTestDriver driver;
  private final TestOutputTopic<String, Signal> signals;
  private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();

  WatchedLog(Path folder) {
    var builder = new StreamsBuilder();
    var binding = EventBinding.of(JSON, Mention.class);
    var mentions =
        builder.stream(Topics.MENTIONS, Consumed.with(Serdes.String(), Serdes.ByteArray()))
            .mapValues(value -> MentionReading.of(value, binding));
    var scoreBinding = EventBinding.of(JSON, ScoredMention.class);
    var scores =
        builder.stream(Topics.SCORED_MENTIONS, Consumed.with(Serdes.String(), Serdes.ByteArray()))
            .mapValues((key, value) -> ScoreReading.of(key, value, scoreBinding));
    new WatchTopology(
            SeriesDetector.STANDARD,
            BUCKETS,
            JSON,
            1,
            Stores::inMemoryKeyValueStore,
            Watcher.NOBODY,
            new WorkspaceActivity())
        .addTo(builder, mentions, scores);
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver = new TopologyTestDriver(builder.build(), config);
    signals =
        driver.createOutputTopic(
            Topics.SIGNALS,
            new StringDeserializer(),
            new ObjectMapperDeserializer<>(Signal.class, JSON));
  }

  void post(Mention mention) {
    pipe(Topics.MENTIONS, RecordKey.of(mention.workspace(), mention.id()).encode(), mention);
  }

  void score(ScoredMention score) {
    var key = RecordKey.of(score.workspace(), score.mentionId()).encode();
    pipe(Topics.SCORED_MENTIONS, key, score);
  }

  void figures(AdPerformance row) {
    pipe(Topics.AD_PERFORMANCE, row.key().encode(), row);
  }

  void pipe(String topic, String key, Object value) {
    try {
      raw(topic, key, value == null ? null : JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  void raw(String topic, String key, byte[] value) {
    inputs
        .computeIfAbsent(
            topic,
            name ->
                driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer()))
        .pipeInput(key, value);
  }

  /** Nothing more comes for a while: what waits is sent. */
  WatchedLog quiet() {
    for (int second = 0; second < 15; second++) {
      driver.advanceWallClockTime(Duration.ofSeconds(1));
    }
    return this;
  }

  /** All that were sent since they were last asked for. */
  List<Signal> signals() {
    return signals.readValuesToList();
  }

  /** Departures only: measurements are no news. */
  List<Signal> departures() {
    return signals().stream().filter(signal -> signal.kind() != SignalKind.NEGATIVE_SHARE).toList();
  }

  List<TestRecord<String, byte[]>> letters(String topic) {
    return driver
        .createOutputTopic(
            Topics.deadLettersOf(topic), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  List<SeriesPoint> points(SeriesKey key) {
    KeyValueStore<String, SeriesPoint> store = driver.getKeyValueStore(SeriesStores.POINTS);
    return SeriesStores.points(
        store, key.encode(), Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
  }

  SeriesSummary summary(SeriesKey key) {
    KeyValueStore<String, SeriesSummary> store = driver.getKeyValueStore(SeriesStores.SUMMARIES);
    return store.get(key.encode());
  }

  HourlyHistory history(SeriesKey key) {
    KeyValueStore<String, HourlyHistory> store = driver.getKeyValueStore(SeriesStores.HISTORIES);
    return store.get(key.encode());
  }

  /** How many records a store holds. */
  long size(String name) {
    KeyValueStore<String, ?> store = driver.getKeyValueStore(name);
    long size = 0;
    try (var all = store.all()) {
      while (all.hasNext()) {
        all.next();
        size++;
      }
    }
    return size;
  }

  @Override
  public void close() {
    driver.close();
  }
}
