package dev.bellwether.trend.alerting;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets messages reach receivers on this machine, and secrets be sealed. */
public class LocalReceivers implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "bellwether.alerting.allowed-networks", "127.0.0.0/8",
        "bellwether.alerting.allowed-ports", "1-65535",
        "bellwether.alerting.allow-http", "true",
        "bellwether.alerting.poll", "0.2S",
        "bellwether.alerting.digest-poll", "0.2S",
        "bellwether.alerting.secret-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  }

  @Override
  public void stop() {
    // nothing was started
  }
}
