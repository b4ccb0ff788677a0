package dev.bellwether.local.suite;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.embedded.OwnerOnly;
import dev.bellwether.local.backends.HostPort;
import dev.bellwether.local.backends.KafkaAddress;
import dev.bellwether.local.backends.PostgresAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a suite keeps between its runs. The file is readable by its owner alone.
 *
 * @param format of this file and of the folder around it; {@link #FORMAT} at most
 * @param ports by part; chosen at the first start
 * @param apiKey of the workspace {@code default}; begins with {@code bw_}
 * @param pseudonymKey one or more, as {@link PseudonymKeyRing} reads them; with the newest ingest
 *     makes pseudonyms of authors
 * @param external broker and database the folder was made with
 */
public record SuiteState(
    int format,
    Map<Component, Integer> ports,
    String apiKey,
    String pseudonymKey,
    ExternalBackends external) {

  public static final int DEFAULT_GATEWAY_PORT = 8080;

  static final int FORMAT = 1;

  public SuiteState {
    ports = Map.copyOf(ports);
    external = external == null ? ExternalBackends.NOT_KEPT : external;
  }

  /**
   * The state in the folder, or a new one, with ports that are free now. A part's port that
   * somebody else took meanwhile is chosen anew; the gateway's is not, since people know it.
   *
   * @param gatewayPort when given, instead of the kept one
   * @param leftOut services whose ports stay as they are: whoever runs them may listen there
   * @throws SuiteException when the gateway's port is taken, or the file cannot be read or written
   */
  static SuiteState prepare(DataDir dataDir, OptionalInt gatewayPort, Set<Component> leftOut) {
    try {
      var kept = dataDir.hasState() ? read(dataDir) : fresh();
      var next = kept.withFreePorts(gatewayPort, leftOut);
      int port = next.port(Component.GATEWAY);
      if (!leftOut.contains(Component.GATEWAY) && !isFree(port)) {
        throw new SuiteException(
            "port %d is in use%s: stop who listens there, or choose another with --port"
                .formatted(port, PortHolder.of(port).map(by -> " by " + by).orElse("")));
      }
      next.write(dataDir);
      return next;
    } catch (IOException e) {
      throw new SuiteException("cannot write " + dataDir.state() + ": " + e.getMessage(), e);
    }
  }

  /** The same with other backends, kept. */
  SuiteState keepExternal(DataDir dataDir, ExternalBackends backends) {
    if (backends.equals(external)) {
      return this;
    }
    var next = new SuiteState(format, ports, apiKey, pseudonymKey, backends);
    try {
      next.write(dataDir);
    } catch (IOException e) {
      throw new SuiteException("cannot write " + dataDir.state() + ": " + e.getMessage(), e);
    }
    return next;
  }

  /** Other keys for pseudonyms, from the next start on. */
  void keepPseudonymKey(DataDir dataDir, String keys) {
    try {
      new SuiteState(format, ports, apiKey, keys, external).write(dataDir);
    } catch (IOException e) {
      throw new SuiteException("cannot write " + dataDir.state() + ": " + e.getMessage(), e);
    }
  }

  private void write(DataDir dataDir) throws IOException {
    OwnerOnly.write(dataDir.state(), Json.MAPPER.writeValueAsString(this));
  }

  /**
   * The state of a suite that has run before.
   *
   * @throws SuiteException when there is none
   */
  public static SuiteState read(DataDir dataDir) {
    if (!dataDir.hasState()) {
      throw new SuiteException(
          "no suite has run in " + dataDir.path() + ": start one with ./bellwether up");
    }
    try {
      var tree = Json.MAPPER.readTree(dataDir.state().toFile());
      int format = tree.path("format").asInt(FORMAT);
      if (format > FORMAT) {
        throw new SuiteException(
            "%s was written by a newer Bellwether (format %d, this one knows %d): use that one, or another --data-dir"
                .formatted(dataDir.path(), format, FORMAT));
      }
      return Json.MAPPER.treeToValue(tree, SuiteState.class);
    } catch (IOException e) {
      throw new SuiteException(
          "cannot read %s: %s; it holds the API key and the key of the pseudonyms, put it back from a copy"
              .formatted(dataDir.state(), e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  public int port(Component component) {
    return ports.get(component);
  }

  /** Where broker or database take connections; the suite's own on its port. */
  List<HostPort> places(Component component) {
    var given =
        switch (component) {
          case BROKER -> external.kafkaAddress().map(KafkaAddress::brokers);
          case DATABASE -> external.postgresAddress().map(PostgresAddress::hosts);
          default -> Optional.<List<HostPort>>empty();
        };
    return given.orElseGet(() -> List.of(new HostPort("127.0.0.1", port(component))));
  }

  /** The Kafka that the suite uses, its own or a given one. */
  public KafkaAddress kafka() {
    return external
        .kafkaAddress()
        .orElseGet(() -> new KafkaAddress(places(Component.BROKER), Optional.empty()));
  }

  public String url(Component component) {
    return "http://127.0.0.1:" + port(component);
  }

  private SuiteState withFreePorts(OptionalInt gatewayPort, Set<Component> leftOut) {
    var next = new EnumMap<Component, Integer>(Component.class);
    for (var component : Component.values()) {
      Integer kept = ports.get(component);
      if (component == Component.GATEWAY) {
        next.put(component, gatewayPort.orElse(kept == null ? DEFAULT_GATEWAY_PORT : kept));
      } else {
        boolean stays = kept != null && (leftOut.contains(component) || isFree(kept));
        next.put(component, stays ? kept : FreePort.find());
      }
    }
    return new SuiteState(FORMAT, next, apiKey, pseudonymKey, external);
  }

  private static SuiteState fresh() {
    return new SuiteState(
        FORMAT,
        Map.of(),
        "bw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random()),
        PseudonymKeyRing.newKey(),
        ExternalBackends.NONE);
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
