package dev.bellwether.trend.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.kafka.Versioned;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.series.SeriesDetector;
import dev.bellwether.trend.topology.LetterHeaders;
import dev.bellwether.trend.topology.MentionReading;
import dev.bellwether.trend.topology.PartitionClocksCodec;
import dev.bellwether.trend.topology.ScoreReading;
import dev.bellwether.trend.topology.Watcher;
import dev.bellwether.trend.topology.WorkspaceActivity;
import dev.bellwether.trend.topology.WorkspaceClock;
import io.quarkus.kafka.client.serialization.ObjectMapperSerde;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
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
 * Makes known series of mentions, scores and ad figures: counted by partition, judged by series. A
 * score or a row that cannot be read goes to the dead letters in the same transaction.
 *
 * @param buckets of series of posts
 * @param partitions of the topics that are read, and of the inner one
 * @param stores makes a store of a name
 * @param watcher is told what is set aside
 * @param activity one for all that runs in an instance
 */
public record WatchTopology(
    SeriesDetector detector,
    Buckets buckets,
    ObjectMapper json,
    int partitions,
    Function<String, KeyValueBytesStoreSupplier> stores,
    Watcher watcher,
    WorkspaceActivity activity) {

  /**
   * @param mentions as they were read; what passes of them counts nowhere
   * @param scores as they were read
   */
  public void addTo(
      StreamsBuilder builder,
      KStream<String, MentionReading> mentions,
      KStream<String, ScoreReading> scores) {
    addStores(builder);
    var figures = read(builder, Topics.AD_PERFORMANCE, AdPerformance.class, ReadingRules::check);
    counted(
            SeriesKind.MENTIONS,
            mentions.flatMapValues(WatchTopology::posts, Named.as("series-posts")))
        .merge(
            counted(
                SeriesKind.NEGATIVE_SHARE,
                scores.flatMapValues(WatchTopology::scores, Named.as("series-scores"))))
        .merge(
            figures.process(
                AdFiguresProcessor::new,
                Named.as("series-ads"),
                AdFiguresProcessor.ROWS,
                AdFiguresProcessor.CHANGED,
                AdFiguresProcessor.NEWEST))
        .repartition(
            Repartitioned.with(Serdes.String(), SeriesReport.CODEC.serde())
                .withName("series-reports")
                .withNumberOfPartitions(partitions))
        .process(
            () -> new JudgingProcessor(detector, buckets, partitions, activity),
            Named.as("series-judge"),
            judgingStores())
        .to(
            Topics.SIGNALS,
            Produced.with(Serdes.String(), new ObjectMapperSerde<>(Signal.class, json)));
  }

  private KStream<String, SeriesReport> counted(
      SeriesKind kind, KStream<String, SeriesPost> posts) {
    return posts.process(
        () -> new PostCounting(kind, buckets, activity),
        Named.as("series-count-" + kind.wireName()),
        PostCounting.Stores.of(kind).names());
  }

  private static List<SeriesPost> posts(MentionReading reading) {
    return switch (reading) {
      case MentionReading.Counts(Mention mention) -> List.of(SeriesPost.of(mention));
      case MentionReading.Erased(Mention mention) ->
          List.of(SeriesPost.forgotten(mention.workspace(), mention.id()));
      case MentionReading.Passes _, MentionReading.Unreadable _ -> List.of();
    };
  }

  private static List<SeriesPost> scores(ScoreReading reading) {
    return switch (reading) {
      case ScoreReading.Feels score -> List.of(SeriesPost.of(score));
      case ScoreReading.Removed(String workspace, String mention) ->
          List.of(SeriesPost.forgotten(workspace, mention));
      case ScoreReading.Passes _, ScoreReading.Unreadable _ -> List.of();
    };
  }

  private <T extends Versioned> KStream<String, Reading<T>> read(
      StreamsBuilder builder, String topic, Class<T> type, Consumer<T> rules) {
    var binding = EventBinding.of(json, type);
    KStream<String, Reading<T>> readings =
        builder.stream(topic, Consumed.with(Serdes.String(), Serdes.ByteArray()))
            .mapValues(value -> Reading.of(value, binding, rules), Named.as("read-" + topic));
    readings
        .filter((key, reading) -> reading instanceof Reading.Unreadable<T>)
        .processValues(DeadLetter<T>::new)
        .peek((key, letter) -> watcher.setAside(topic))
        .to(Topics.deadLettersOf(topic), Produced.with(Serdes.String(), Serdes.ByteArray()));
    return readings;
  }

  private static String[] judgingStores() {
    var names = new java.util.ArrayList<>(List.of(SeriesStores.names()));
    names.add(JudgingProcessor.CLOCKS);
    names.add(JudgingProcessor.CELLS);
    return names.toArray(String[]::new);
  }

  private void addStores(StreamsBuilder builder) {
    for (var kind : List.of(SeriesKind.MENTIONS, SeriesKind.NEGATIVE_SHARE)) {
      var names = PostCounting.Stores.of(kind);
      builder.addStateStore(store(names.clocks(), WorkspaceClock.CODEC.serde()));
      builder.addStateStore(store(names.posts(), new OpenPostCodec().serde()));
      builder.addStateStore(store(names.monitors(), Serdes.Long()));
    }
    builder.addStateStore(store(AdFiguresProcessor.ROWS, AdRow.CODEC.serde()));
    builder.addStateStore(store(AdFiguresProcessor.CHANGED, Serdes.Long()));
    builder.addStateStore(store(AdFiguresProcessor.NEWEST, Serdes.Long()));
    builder.addStateStore(store(JudgingProcessor.CLOCKS, new PartitionClocksCodec().serde()));
    builder.addStateStore(store(JudgingProcessor.CELLS, Cell.CODEC.serde()));
    builder.addStateStore(store(SeriesStores.SUMMARIES, SeriesSummary.CODEC.serde()));
    builder.addStateStore(store(SeriesStores.STATES, SeriesState.CODEC.serde()));
    builder.addStateStore(store(SeriesStores.HISTORIES, new HistoryCodec().serde()));
    builder.addStateStore(store(SeriesStores.POINTS, SeriesPoint.CODEC.serde()));
  }

  /** Cached, since a replay changes the same few values many times between two commits. */
  private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(stores.apply(name), Serdes.String(), values)
        .withLoggingEnabled(
            Map.of("max.compaction.lag.ms", Long.toString(TopicSpec.SUPERSEDED_KEPT.toMillis())))
        .withCachingEnabled();
  }

  private static final class DeadLetter<T>
      extends ContextualFixedKeyProcessor<String, Reading<T>, byte[]> {

    @Override
    public void process(FixedKeyRecord<String, Reading<T>> message) {
      if (message.value() instanceof Reading.Unreadable<T> unreadable) {
        context()
            .recordMetadata()
            .ifPresent(
                from ->
                    new LetterHeaders(
                            from.topic(), from.partition(), from.offset(), unreadable.reason())
                        .addTo(message.headers()));
        context().forward(message.withValue(unreadable.value()));
      }
    }
  }
}
