package dev.bellwether.trend.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.TermExtractor;
import io.quarkus.kafka.client.serialization.ObjectMapperSerde;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From mentions to trends: counted by partition, detected by monitor. A record that cannot be read
 * goes to the dead letters in the same transaction, so it neither blocks nor vanishes.
 *
 * @param partitions of {@link Topics#MENTIONS}
 * @param stores makes a store of a name: on disk in service, in memory where nothing needs to
 *     outlive the process
 * @param watcher is told what happens
 */
public record TrendTopology(
    Detector detector,
    TermExtractor extractor,
    ObjectMapper json,
    int partitions,
    Function<String, KeyValueBytesStoreSupplier> stores,
    Watcher watcher,
    WorkspaceActivity activity) {

  /**
   * Every trend, in every instance; key and value as on {@link Topics#TRENDS}. The value is still
   * to be read: a table restores what it cannot read, without a word.
   */
  public static final String TRENDS_STORE = "trends";

  public Topology build() {
    var builder = new StreamsBuilder();
    addTo(builder, mentions(builder), scores(builder));
    return builder.build();
  }

  /** The mentions as they are read; those that cannot be go to the dead letters. */
  public KStream<String, MentionReading> mentions(StreamsBuilder builder) {
    var binding = EventBinding.of(json, Mention.class);
    var readings =
        records(builder, Topics.MENTIONS)
            .mapValues(value -> MentionReading.of(value, binding), Named.as("read-mention"));
    sendDeadLetters(readings, Topics.MENTIONS);
    return readings;
  }

  /**
   * Finds what emerges from mentions and their scores, which are partitioned alike: of a partition
   * both are read by one task.
   */
  public void addTo(
      StreamsBuilder builder,
      KStream<String, MentionReading> mentions,
      KStream<String, ScoreReading> scores) {
    addStores(builder);
    var findings =
        mentions
            .mapValues(reading -> (Reading) reading, Named.as("mention-to-count"))
            .merge(
                scores.mapValues(reading -> (Reading) reading, Named.as("score-to-count")),
                Named.as("mentions-and-scores"))
            .process(
                () -> new CountingProcessor(detector.buckets(), extractor, activity),
                Named.as("count"),
                CountingProcessor.CLOCKS,
                CountingProcessor.POSTS,
                CountingProcessor.MOODS,
                CountingProcessor.MONITORS,
                CountingProcessor.HABITS)
            .repartition(
                Repartitioned.with(Serdes.String(), PartitionReport.CODEC.serde())
                    .withName("bucket-counts")
                    .withNumberOfPartitions(partitions))
            .process(
                () ->
                    new DetectingProcessor(
                        detector, partitions, EventBinding.of(json, Trend.class), activity),
                Named.as("detect"),
                DetectingProcessor.CLOCKS,
                DetectingProcessor.BUCKETS,
                DetectingProcessor.MOODS,
                DetectingProcessor.MEMORIES,
                DetectingProcessor.TERMS);
    publish(findings);
    builder.globalTable(
        Topics.TRENDS,
        Consumed.with(Serdes.String(), Serdes.ByteArray()),
        Materialized.<String, byte[]>as(stores.apply(TRENDS_STORE))
            .withKeySerde(Serdes.String())
            .withValueSerde(Serdes.ByteArray())
            .withCachingDisabled());
  }

  /** The scores as they are read; those that cannot be go to the dead letters. */
  public KStream<String, ScoreReading> scores(StreamsBuilder builder) {
    var binding = EventBinding.of(json, ScoredMention.class);
    var readings =
        records(builder, Topics.SCORED_MENTIONS)
            .mapValues(
                (key, value) -> ScoreReading.of(key, value, binding), Named.as("read-score"));
    sendDeadLetters(readings, Topics.SCORED_MENTIONS);
    return readings;
  }

  private void publish(KStream<String, Finding> findings) {
    findings
        .flatMapValues(
            finding -> finding instanceof Finding.Changed(Trend trend) ? List.of(trend) : List.of(),
            Named.as("trends-found"))
        .peek((key, trend) -> watcher.changed(trend), Named.as("watch-trends"))
        .to(
            Topics.TRENDS,
            Produced.with(Serdes.String(), new ObjectMapperSerde<>(Trend.class, json)));
    findings
        .flatMapValues(
            finding ->
                finding instanceof Finding.Raised(Signal signal) ? List.of(signal) : List.of(),
            Named.as("signals-raised"))
        .to(
            Topics.SIGNALS,
            Produced.with(Serdes.String(), new ObjectMapperSerde<>(Signal.class, json)));
  }

  private KStream<String, byte[]> records(StreamsBuilder builder, String topic) {
    return builder.stream(topic, Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(topic))
        .processValues(() -> new Watched(topic, watcher), Named.as("watch-" + topic));
  }

  private void sendDeadLetters(KStream<String, ? extends Reading> readings, String topic) {
    readings
        .filter((key, reading) -> reading.refused() != null)
        .mapValues(reading -> (Reading) reading)
        .processValues(DeadLetter::new)
        .peek((key, letter) -> watcher.setAside(topic))
        .to(Topics.deadLettersOf(topic), Produced.with(Serdes.String(), Serdes.ByteArray()));
  }

  private void addStores(StreamsBuilder builder) {
    builder.addStateStore(store(CountingProcessor.CLOCKS, WorkspaceClock.CODEC.serde()));
    builder.addStateStore(store(CountingProcessor.POSTS, new CountedPostCodec().serde()));
    builder.addStateStore(store(CountingProcessor.MOODS, WaitingMoods.CODEC.serde()));
    builder.addStateStore(store(CountingProcessor.MONITORS, Serdes.Long()));
    builder.addStateStore(store(CountingProcessor.HABITS, LocalCounting.HABIT_CODEC.serde()));
    builder.addStateStore(store(DetectingProcessor.CLOCKS, new PartitionClocksCodec().serde()));
    builder.addStateStore(store(DetectingProcessor.BUCKETS, new BucketCountsCodec().serde()));
    builder.addStateStore(store(DetectingProcessor.MOODS, Moods.CODEC.serde()));
    builder.addStateStore(store(DetectingProcessor.MEMORIES, new MonitorState.Codec(json).serde()));
    builder.addStateStore(store(DetectingProcessor.TERMS, RememberedTerms.CODEC.serde()));
  }

  /** Cached, since a replay changes the same few values many times between two commits. */
  private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(stores.apply(name), Serdes.String(), values)
        .withLoggingEnabled(
            Map.of("max.compaction.lag.ms", Long.toString(TopicSpec.SUPERSEDED_KEPT.toMillis())))
        .withCachingEnabled();
  }

  /** Tells of each record, with the broker's time, which only a processor sees. */
  private static final class Watched extends ContextualFixedKeyProcessor<String, byte[], byte[]> {

    private final String topic;
    private final Watcher watcher;

    private Watched(String topic, Watcher watcher) {
      this.topic = topic;
      this.watcher = watcher;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> message) {
      context().forward(message);
      watcher.read(topic, Instant.ofEpochMilli(message.timestamp()));
    }
  }

  private static final class DeadLetter
      extends ContextualFixedKeyProcessor<String, Reading, byte[]> {

    @Override
    public void process(FixedKeyRecord<String, Reading> message) {
      var refused = message.value().refused();
      context()
          .recordMetadata()
          .ifPresent(
              from ->
                  new LetterHeaders(from.topic(), from.partition(), from.offset(), refused.reason())
                      .addTo(message.headers()));
      context().forward(message.withValue(refused.value()));
    }
  }
}
