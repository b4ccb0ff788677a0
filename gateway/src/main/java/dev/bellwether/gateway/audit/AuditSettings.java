package dev.bellwether.gateway.audit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long entries are kept and waited for; {@code application.properties} says why. */
@ConfigMapping(prefix = "bellwether.audit")
public interface AuditSettings {

  Duration kept();

  Duration timeout();

  int waiting();
}
