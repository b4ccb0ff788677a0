package dev.bellwether.trend.alerting.messaging;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.kit.messaging.EventReader;
import dev.bellwether.kit.messaging.IdempotentEffect;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes signals to the rules; their offsets are committed once alerts and outbox are. While the
 * database is away they wait on the topic, for 7 days at most.
 */
@ApplicationScoped
@RegisterForReflection(targets = {Signal.class, SignalKind.class})
public class SignalsConsumer {

  private final EventReader reader;
  private final IdempotentEffect effect;
  private final Alerting alerting;

  public SignalsConsumer(EventReader reader, IdempotentEffect effect, Alerting alerting) {
    this.reader = reader;
    this.effect = effect;
    this.alerting = alerting;
  }

  @Incoming("signals_in")
  @Blocking
  public void signals(ConsumerRecords<String, byte[]> batch) {
    effect.apply("alerting", reader.read(batch, Signal.class), alerting::take);
  }
}
