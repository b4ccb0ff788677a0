package dev.bellwether.trend.operations;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once its share of the state is restored and it counts. */
@Readiness
@ApplicationScoped
public class StreamsRunning implements HealthCheck {

  private final KafkaStreams streams;

  public StreamsRunning(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public HealthCheckResponse call() {
    var state = streams.state();
    return HealthCheckResponse.named("trend-streams")
        .status(state == KafkaStreams.State.RUNNING)
        .withData("state", state.name())
        .build();
  }
}
