package dev.bellwether.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long and how much the gateway lets through; {@code application.properties} says why. */
@ConfigMapping(prefix = "bellwether.gateway")
public interface GatewayLimits {

  Duration keyCache();

  Duration tokenLifetime();

  Duration tokenCache();

  Duration connectTimeout();

  Duration responseTimeout();

  Duration idleTimeout();

  int connectionsPerUpstream();

  MemorySize requestLimit();

  Duration healthTimeout();

  Duration healthCache();

  Duration openapiCache();

  Duration openapiRetry();
}
