package dev.bellwether.kit.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Started once every consumer has got its first share of the partitions. Migrations are done and
 * models are loaded before anything answers here at all. While no broker can be reached the start
 * counts as over: killing a service for it would help nobody.
 */
@Startup
@ApplicationScoped
public class EventsStarted implements HealthCheck {

  private final EventFlow flow;

  public EventsStarted(EventFlow flow) {
    this.flow = flow;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("consumers").up();
    for (TopicFlow topic : flow.all()) {
      ConsumerState state = topic.consumer();
      if (state != null && state.connected() && !state.joined()) {
        response.down().withData(topic.topic(), "waiting for its first share of the partitions");
      }
    }
    return response.build();
  }
}
