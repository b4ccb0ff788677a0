package dev.bellwether.kit.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What no other running instance of the service is called, and this one is called again after a
 * restart: the host's name (in Kubernetes the pod's) with the port it listens on.
 */
@ApplicationScoped
public class InstanceName {

  private final int port;

  public InstanceName(@ConfigProperty(name = "quarkus.http.port", defaultValue = "0") int port) {
    this.port = port;
  }

  String name() {
    return host() + "-" + port;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // Unique still; a transaction that a crash leaves open then ends by its time-out
      return UUID.randomUUID().toString();
    }
  }
}
