package dev.bellwether.campaign.suggestion.messaging;

import dev.bellwether.contracts.monitor.Competitor;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.kit.messaging.EventReader;
import dev.bellwether.kit.messaging.IdempotentEffect;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what suggestions rest on; offsets are committed after what follows from it is. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      Monitor.class,
      Product.class,
      Competitor.class,
      Trend.class,
      Trend.Mood.class,
      Trend.Outlook.class,
      TrendState.class,
      Signal.class,
      SignalKind.class
    })
public class SuggestionConsumers {

  private final EventReader reader;
  private final IdempotentEffect effect;
  private final Hearing hearing;

  public SuggestionConsumers(EventReader reader, IdempotentEffect effect, Hearing hearing) {
    this.reader = reader;
    this.effect = effect;
    this.hearing = hearing;
  }

  @Incoming("monitors_in")
  @Blocking
  public void monitors(ConsumerRecords<String, byte[]> batch) {
    effect.apply("linking brands", reader.read(batch, Monitor.class), hearing::monitors);
  }

  @Incoming("trends_in")
  @Blocking
  public void trends(ConsumerRecords<String, byte[]> batch) {
    effect.apply("watching trends", reader.read(batch, Trend.class), hearing::trends);
  }

  @Incoming("signals_in")
  @Blocking
  public void signals(ConsumerRecords<String, byte[]> batch) {
    effect.apply("watching moods", reader.read(batch, Signal.class), hearing::signals);
  }
}
