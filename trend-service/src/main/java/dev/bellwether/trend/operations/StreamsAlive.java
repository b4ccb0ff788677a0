package dev.bellwether.trend.operations;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless Streams has given up: it does not begin again by itself. */
@Liveness
@ApplicationScoped
public class StreamsAlive implements HealthCheck {

  private final KafkaStreams streams;

  public StreamsAlive(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public HealthCheckResponse call() {
    var state = streams.state();
    boolean dead =
        switch (state) {
          case ERROR, PENDING_ERROR -> true;
          // CREATED: waiting for its topics; NOT_RUNNING: this service is stopping
          case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN, NOT_RUNNING -> false;
        };
    return HealthCheckResponse.named("trend-streams").status(!dead).build();
  }
}
