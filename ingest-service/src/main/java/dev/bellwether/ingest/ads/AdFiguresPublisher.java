package dev.bellwether.ingest.ads;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Writes ad figures to their topic: keyed by the whole identity, partitioned by account so that an
 * account has one reader.
 */
@ApplicationScoped
public class AdFiguresPublisher {

  private final MutinyEmitter<AdPerformance> figures;

  public AdFiguresPublisher(
      @Channel("ad_performance_out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<AdPerformance> figures) {
    this.figures = figures;
  }

  /** Returns once Kafka has all of them. */
  void publish(List<AdPerformance> rows) {
    AcknowledgedSend.all(figures, rows, row -> row.key().encode(), AdFiguresPublisher::partition);
  }

  private static int partition(AdPerformance row) {
    byte[] account =
        RecordKey.of(row.workspace(), row.account()).encode().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(account)) % Topics.POST_PARTITIONS;
  }
}
