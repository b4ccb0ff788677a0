package dev.bellwether.trend.operations;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.jboss.logging.Logger;

/**
 * Closes Streams when the service stops: what is done is committed, and the group is left. Quarkus
 * closes it too, but would wait for a broker that hangs for ever; a service that goes without it
 * loses nothing, since its transaction is then given up and done again.
 */
@ApplicationScoped
public class StreamsStop {

  private static final Logger LOG = Logger.getLogger(StreamsStop.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaStreams streams;

  public StreamsStop(KafkaStreams streams) {
    this.streams = streams;
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    if (!streams.close(PATIENCE) && LaunchMode.current() == LaunchMode.NORMAL) {
      LOG.errorf("Streams did not close within %s: going without", PATIENCE);
      Runtime.getRuntime().halt(1);
    }
  }
}
