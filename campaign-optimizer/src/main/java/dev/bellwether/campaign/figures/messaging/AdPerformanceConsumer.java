package dev.bellwether.campaign.figures.messaging;

import dev.bellwether.campaign.figures.storage.FigureWriter;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.kit.messaging.EventReader;
import dev.bellwether.kit.messaging.IdempotentEffect;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings the stored figures to what the topic says; offsets are committed after the rows are. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      AdPerformance.class,
      dev.bellwether.contracts.ads.AdWindow.class,
      dev.bellwether.contracts.ads.Segment.class
    })
public class AdPerformanceConsumer {

  private final EventReader reader;
  private final FigureWriter writer;
  private final IdempotentEffect effect;

  public AdPerformanceConsumer(EventReader reader, FigureWriter writer, IdempotentEffect effect) {
    this.reader = reader;
    this.writer = writer;
    this.effect = effect;
  }

  @Incoming("ad_performance_in")
  @Blocking
  public void figures(ConsumerRecords<String, byte[]> batch) {
    effect.apply("storing ad figures", reader.read(batch, AdPerformance.class), writer::write);
  }
}
