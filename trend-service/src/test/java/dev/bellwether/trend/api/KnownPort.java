package dev.bellwether.trend.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Lets the service listen where it says it does, so that another instance reaches it. */
public class KnownPort implements QuarkusTestResourceLifecycleManager {

  /** After the backends, which would take any port. */
  @Override
  public int order() {
    return 2;
  }

  @Override
  public Map<String, String> start() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(free.getLocalPort());
      return Map.of(
          "quarkus.http.test-port", port, "bellwether.trend.advertised", "127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // nothing is held
  }
}
