package dev.bellwether.trend.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Sensitivity;
import dev.bellwether.trend.detection.TermExtractor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
      TrendState.class
    })
public class TopologyProducer {

  /**
   * No normal scope: Streams reads the fields of the topology, which a client proxy does not have.
   */
  @Produces
  @Singleton
  Topology topology(ObjectMapper json, Watcher watcher) {
    var detector = new Detector(Buckets.STANDARD, Sensitivity.STANDARD);
    return new TrendTopology(
            detector,
            TermExtractor.standard(),
            json,
            Topics.POST_PARTITIONS,
            Stores::persistentKeyValueStore,
            watcher)
        .build();
  }
}
