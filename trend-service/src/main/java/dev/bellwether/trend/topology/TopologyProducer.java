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
import java.time.Duration;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
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
      Trend.class,
      Trend.Mood.class,
      Trend.Outlook.class,
      TrendState.class,
      ScoredMention.class,
      ScoredMention.Probabilities.class,
      SentimentLabel.class,
      Emotion.class,
      TargetSentiment.class,
      WordContribution.class,
      AdPerformance.class,
      AdWindow.class,
      Segment.class,
      Signal.class,
      SignalKind.class
    })
public class TopologyProducer {

  /**
   * Short enough to find a storm early, long enough for a quarter of an hour to hold a few posts.
   */
  private static final Duration BUCKET = Duration.ofMinutes(15);

  /** As the series are on which the detector is measured. */
  private static final Duration SERIES_BUCKET = Duration.ofMinutes(5);

  /**
   * No normal scope: Streams reads the fields of the topology, which a client proxy does not have.
   */
  @Produces
  @Singleton
  public Topology topology(ObjectMapper json, Watcher watcher) {
    var builder = new StreamsBuilder();
    var detector = new Detector(new Buckets(BUCKET), Sensitivity.STANDARD);
    var mentions =
        new TrendTopology(
                detector,
                TermExtractor.standard(),
                json,
                Topics.POST_PARTITIONS,
                Stores::persistentKeyValueStore,
                watcher)
            .addTo(builder);
    new WatchTopology(
            SeriesDetector.STANDARD,
            new Buckets(SERIES_BUCKET),
            json,
            Topics.POST_PARTITIONS,
            Stores::persistentKeyValueStore,
            watcher)
        .addTo(builder, mentions);
    return builder.build();
  }
}
