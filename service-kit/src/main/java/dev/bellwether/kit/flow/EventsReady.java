package dev.bellwether.kit.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while Kafka can be reached, keeps this service in its groups, and took what was last
 * written. Lag is no reason to send a service less traffic.
 */
@Readiness
@ApplicationScoped
public class EventsReady implements HealthCheck {

  // the group's session ends after 10 s; a slow rebalance of others takes a little longer
  private static final double LONGEST_SILENCE_SECONDS = 30;

  private final EventFlow flow;

  public EventsReady(EventFlow flow) {
    this.flow = flow;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("kafka").up();
    String refused = flow.writes().failure();
    if (refused != null) {
      response.down().withData("lastWrite", refused);
    }
    for (TopicFlow topic : flow.all()) {
      String trouble = trouble(topic.consumer());
      if (trouble != null) {
        response.down().withData(topic.topic(), trouble);
      }
    }
    return response.build();
  }

  /** What keeps a consumer from its broker; null where nothing does. */
  static String trouble(ConsumerState state) {
    if (state == null) {
      return null;
    }
    if (!state.connected()) {
      return "no broker answers";
    }
    if (!state.joined()) {
      return "waiting for its share of the partitions";
    }
    return state.secondsSinceHeartbeat() > LONGEST_SILENCE_SECONDS
        ? "the broker has not been heard for " + Math.round(state.secondsSinceHeartbeat()) + " s"
        : null;
  }
}
