package dev.bellwether.trend.alerting.digest.making;

import dev.bellwether.trend.alerting.digest.MonitorHours;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Where nothing else knows hours of monitors, a digest says nothing of them. */
@ApplicationScoped
public class DigestBeans {

  @Produces
  @Singleton
  @DefaultBean
  MonitorHours hours() {
    return from -> List.of();
  }
}
