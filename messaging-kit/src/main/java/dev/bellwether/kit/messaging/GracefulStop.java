package dev.bellwether.kit.messaging;

import dev.bellwether.kit.flow.EventFlow;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * When the service stops: no further batch is taken, and the one at work is finished and its
 * offsets committed before the consumers close. So nothing is worked off twice after a stop.
 */
@ApplicationScoped
public class GracefulStop {

  private static final Logger LOG = Logger.getLogger(GracefulStop.class);
  private static final long LOOK_MILLIS = 20;

  private final EventFlow flow;
  private final KafkaClientService clients;
  private final ChannelRegistry channels;
  private final Duration patience;

  public GracefulStop(
      EventFlow flow,
      KafkaClientService clients,
      ChannelRegistry channels,
      @ConfigProperty(name = "bellwether.flow.stop-within", defaultValue = "8S")
          Duration patience) {
    this.flow = flow;
    this.clients = clients;
    this.channels = channels;
    this.patience = patience;
  }

  // First of all: the consumers and the database are closed by later observers
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    for (String channel : clients.getConsumerChannels()) {
      PausableChannel pausable = channels.getPausable(channel);
      if (pausable != null) {
        pausable.pause();
      }
    }
    long deadline = System.nanoTime() + patience.toNanos();
    while (flow.working() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (flow.working()) {
      LOG.warnf("a batch is not done after %s: it will be read again", patience);
    }
  }
}
