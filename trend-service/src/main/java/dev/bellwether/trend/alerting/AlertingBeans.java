package dev.bellwether.trend.alerting;

import dev.bellwether.trend.alerting.channel.SecretSeal;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What alerting's beans are made of. */
@ApplicationScoped
public class AlertingBeans {

  private static final Logger LOG = Logger.getLogger(AlertingBeans.class);

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  SecretSeal seal(@ConfigProperty(name = "bellwether.alerting.secret-key") Optional<String> keys) {
    var seal = SecretSeal.of(keys.orElse(""));
    if (!seal.hasKey()) {
      LOG.warn(
          "BELLWETHER_ALERTING_SECRET_KEY is not set: secrets of alert channels stand in the database as they are");
    }
    return seal;
  }
}
