package dev.bellwether.local.suite;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.embedded.OwnerOnly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a suite keeps between its runs. The file is readable by its owner alone.
 *
 * @param ports by part; chosen at the first start
 * @param apiKey of the workspace {@code default}; begins with {@code bw_}
 * @param pseudonymKey Base64; with it ingest makes pseudonyms of authors
 */
public record SuiteState(Map<Component, Integer> ports, String apiKey, String pseudonymKey) {

  public static final int DEFAULT_GATEWAY_PORT = 8080;

  public SuiteState {
    ports = Map.copyOf(ports);
  }

  /**
   * The state in the folder, or a new one, with ports that are free now. A part's port that
   * somebody else took meanwhile is chosen anew; the gateway's is not, since people know it.
   *
   * @param gatewayPort when given, instead of the kept one
   * @throws SuiteException when the gateway's port is taken, or the file cannot be read or written
   */
  static SuiteState prepare(DataDir dataDir, OptionalInt gatewayPort) {
    try {
      var kept = Files.exists(dataDir.state()) ? read(dataDir) : fresh();
      var next = kept.withFreePorts(gatewayPort);
      if (!isFree(next.port(Component.GATEWAY))) {
        throw new SuiteException(
            "port %d is in use: stop who listens there, or choose another with --port"
                .formatted(next.port(Component.GATEWAY)));
      }
      OwnerOnly.write(dataDir.state(), Json.MAPPER.writeValueAsString(next));
      return next;
    } catch (IOException e) {
      throw new SuiteException("cannot write " + dataDir.state() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The state of a suite that has run before.
   *
   * @throws SuiteException when there is none
   */
  public static SuiteState read(DataDir dataDir) {
    if (!Files.exists(dataDir.state())) {
      throw new SuiteException(
          "no suite has run in " + dataDir.path() + ": start one with ./bellwether up");
    }
    try {
      return Json.MAPPER.readValue(dataDir.state().toFile(), SuiteState.class);
    } catch (IOException e) {
      throw new SuiteException("cannot read " + dataDir.state() + ": " + e.getMessage(), e);
    }
  }

  public int port(Component component) {
    return ports.get(component);
  }

  public String url(Component component) {
    return "http://127.0.0.1:" + port(component);
  }

  private SuiteState withFreePorts(OptionalInt gatewayPort) {
    var next = new EnumMap<Component, Integer>(Component.class);
    for (var component : Component.values()) {
      Integer kept = ports.get(component);
      if (component == Component.GATEWAY) {
        next.put(component, gatewayPort.orElse(kept == null ? DEFAULT_GATEWAY_PORT : kept));
      } else {
        next.put(component, kept != null && isFree(kept) ? kept : FreePort.find());
      }
    }
    return new SuiteState(next, apiKey, pseudonymKey);
  }

  private static SuiteState fresh() {
    return new SuiteState(
        Map.of(),
        "bw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random()),
        Base64.getEncoder().encodeToString(random()));
  }

  private static byte[] random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      // a connection that has just ended does not make a port taken
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
