package dev.bellwether.gateway.health;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the suite is.
 *
 * @param status {@code UP} when every service is, else {@code DOWN}
 * @param services by name, the gateway first
 */
@RegisterForReflection
public record HealthReport(String status, Map<String, ServiceHealth> services) {

  public HealthReport {
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
  }

  static HealthReport of(Map<String, ServiceHealth> services) {
    boolean up = services.values().stream().allMatch(ServiceHealth::up);
    return new HealthReport(up ? "UP" : "DOWN", services);
  }

  public boolean up() {
    return "UP".equals(status);
  }
}
