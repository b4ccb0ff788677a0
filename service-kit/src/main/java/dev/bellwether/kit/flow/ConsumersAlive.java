package dev.bellwether.kit.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while the thread of every consumer goes round: it polls whether or not a broker answers, so
 * one that does not is stuck, and only a restart helps.
 */
@Liveness
@ApplicationScoped
public class ConsumersAlive implements HealthCheck {

  // A commit to a broker that has gone may hold the thread for a minute
  private static final double STUCK_SECONDS = 300;

  private final EventFlow flow;

  public ConsumersAlive(EventFlow flow) {
    this.flow = flow;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("consumer threads").up();
    for (TopicFlow topic : flow.all()) {
      ConsumerState state = topic.consumer();
      if (state != null && state.secondsSincePoll() > STUCK_SECONDS) {
        response
            .down()
            .withData(
                topic.topic(), "has not polled for " + Math.round(state.secondsSincePoll()) + " s");
      }
    }
    return response.build();
  }
}
