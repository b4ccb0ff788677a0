package dev.bellwether.trend.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.monitor.Competitor;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Sensitivity;
import dev.bellwether.trend.detection.TermExtractor;
import dev.bellwether.trend.series.SeriesDetector;
import dev.bellwether.trend.watch.WatchTopology;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;

/** Hands the topology to Quarkus, which runs it. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      Mention.class,
      Author.class,
      Cause.class,
      Engagement.class,
      Flags.class,
      ScoredMention.class,
      ScoredMention.Probabilities.class,
      SentimentLabel.class,
      Emotion.class,
      TargetSentiment.class,
      WordContribution.class,
      Trend.class,
      Trend.Mood.class,
      Trend.Outlook.class,
      TrendState.class,
      Monitor.class,
      Product.class,
      Competitor.class,
      AdPerformance.class,
      AdWindow.class,
      Segment.class,
      Signal.class,
      SignalKind.class
    })
public class TopologyProducer {

  /** Every monitor, in every instance; key and value as on {@link Topics#MONITORS}. */
  public static final String MONITORS_STORE = "monitors";

  /**
   * No normal scope: Streams reads the fields of the topology, which a client proxy does not have.
   */
  @Produces
  @Singleton
  public Topology topology(ObjectMapper json, Watcher watcher) {
    var detector = new Detector(Buckets.STANDARD, Sensitivity.STANDARD);
    var builder = new StreamsBuilder();
    var activity = new WorkspaceActivity();
    var trends =
        new TrendTopology(
            detector,
            TermExtractor.standard(),
            json,
            Topics.POST_PARTITIONS,
            Stores::persistentKeyValueStore,
            watcher,
            activity);
    var mentions = trends.mentions(builder);
    var scores = trends.scores(builder);
    trends.addTo(builder, mentions, scores);
    new WatchTopology(
            SeriesDetector.STANDARD,
            detector.buckets(),
            json,
            Topics.POST_PARTITIONS,
            Stores::persistentKeyValueStore,
            watcher,
            activity)
        .addTo(builder, mentions, scores);
    builder.globalTable(
        Topics.MONITORS,
        Consumed.with(Serdes.String(), Serdes.ByteArray()),
        Materialized.<String, byte[]>as(Stores.persistentKeyValueStore(MONITORS_STORE))
            .withKeySerde(Serdes.String())
            .withValueSerde(Serdes.ByteArray())
            .withCachingDisabled());
    return builder.build();
  }
}
