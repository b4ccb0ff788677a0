package dev.bellwether.kit.flow;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * How far each topic's reader is, and down when one stands still though records wait. It belongs to
 * no probe: neither a restart nor less traffic helps a reader whose database is away. It is in
 * {@code /q/health}, which people and the gateway ask.
 *
 * <p>Per topic its data has {@code <topic>.lag}, {@code .lastEventAgeSeconds}, {@code .lastError}
 * (a kind, never words) and {@code .lastErrorAgeSeconds}; the last two only where something failed.
 */
@Wellness
@ApplicationScoped
public class EventsFlow implements HealthCheck {

  /** The check's name, by which the gateway finds its data. */
  public static final String NAME = "events";

  private static final Logger LOG = Logger.getLogger(EventsFlow.class);
  private static final long LOOK_MILLIS = 10_000;

  private final EventFlow flow;
  private final Duration patience;
  private final Set<String> still = ConcurrentHashMap.newKeySet();
  private final Set<String> cutOff = ConcurrentHashMap.newKeySet();

  public EventsFlow(
      EventFlow flow,
      @ConfigProperty(name = "bellwether.flow.stalled-after", defaultValue = "5M")
          Duration patience) {
    this.flow = flow;
    this.patience = patience;
  }

  /** Looks by itself, so that since when records wait does not depend on who asks. */
  void begin(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(LOOK_MILLIS, timer -> flow.all().forEach(this::look));
  }

  private void look(TopicFlow topic) {
    listen(topic);
    boolean stands = stands(topic.now());
    if (stands && still.add(topic.topic())) {
      LOG.errorf(
          "records of %s wait, and none has been worked off for %s", topic.topic(), patience);
    } else if (!stands && still.remove(topic.topic())) {
      LOG.infof("records of %s are worked off again", topic.topic());
    }
  }

  /** Kafka's clients would say it every second, each for itself. */
  private void listen(TopicFlow topic) {
    String trouble = EventsReady.trouble(topic.consumer());
    if (trouble != null && cutOff.add(topic.topic())) {
      LOG.warnf("%s is not read: %s", topic.topic(), trouble);
    } else if (trouble == null && cutOff.remove(topic.topic())) {
      LOG.infof("%s is read again", topic.topic());
    }
  }

  private boolean stands(TopicFlow.Snapshot now) {
    return now.stillFor().compareTo(patience) > 0;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named(NAME).up();
    for (TopicFlow topic : flow.all()) {
      TopicFlow.Snapshot now = topic.now();
      String name = topic.topic();
      if (stands(now)) {
        response.down().withData(name + ".stillForSeconds", now.stillFor().toSeconds());
      }
      if (now.lag() != null) {
        response.withData(name + ".lag", now.lag());
      }
      response.withData(name + ".lastEventAgeSeconds", now.age().toSeconds());
      if (now.lastError() != null) {
        response
            .withData(name + ".lastError", now.lastError())
            .withData(name + ".lastErrorAgeSeconds", now.errorAge().toSeconds());
      }
    }
    return response.build();
  }
}
