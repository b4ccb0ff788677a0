package dev.bellwether.trend.api;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.trend.watch.SeriesKey;
import dev.bellwether.trend.watch.SeriesStores;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;

/** Which instance of the service holds which series, as Streams last said. */
final class Instances {

  private final KafkaStreams streams;
  private final HostInfo self;

  /**
   * @param self by which the others know this one
   */
  Instances(KafkaStreams streams, HostInfo self) {
    this.streams = streams;
    this.self = self;
  }

  /**
   * Where to ask for a key, the one in charge first.
   *
   * @param inCharge null while nobody is
   */
  record Holders(int partition, HostInfo inCharge, List<HostInfo> order) {}

  /**
   * Where to ask for a list.
   *
   * @param complete whether these are in charge of all partitions together
   */
  record Everyone(List<HostInfo> hosts, boolean complete) {}

  boolean isSelf(HostInfo host) {
    return self.equals(host);
  }

  /**
   * @throws NotReadyException while Streams does not know yet
   */
  Holders holding(SeriesKey key) {
    KeyQueryMetadata known = metadata(key);
    if (known == null || known.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw new NotReadyException(null);
    }
    var order = new ArrayList<HostInfo>();
    order.add(known.activeHost());
    known.standbyHosts().stream().filter(host -> !order.contains(host)).forEach(order::add);
    return new Holders(known.partition(), known.activeHost(), order);
  }

  private KeyQueryMetadata metadata(SeriesKey key) {
    try {
      return streams.queryMetadataForKey(
          SeriesStores.SUMMARIES, key.encode(), new StringSerializer());
    } catch (StreamsNotStartedException | IllegalStateException e) {
      throw new NotReadyException(e);
    }
  }

  /**
   * @throws NotReadyException while Streams does not know yet
   */
  Everyone everyone() {
    try {
      var hosts = new ArrayList<HostInfo>();
      long partitions = 0;
      for (StreamsMetadata instance : streams.streamsMetadataForStore(SeriesStores.SUMMARIES)) {
        if (instance.stateStoreNames().contains(SeriesStores.SUMMARIES)) {
          hosts.add(instance.hostInfo());
          partitions +=
              instance.topicPartitions().stream()
                  .filter(partition -> partition.topic().endsWith(SeriesStores.REPORTS_TOPIC))
                  .count();
        }
      }
      if (hosts.isEmpty()) {
        throw new NotReadyException(null);
      }
      return new Everyone(hosts, partitions >= Topics.POST_PARTITIONS);
    } catch (StreamsNotStartedException | IllegalStateException e) {
      throw new NotReadyException(e);
    }
  }
}
