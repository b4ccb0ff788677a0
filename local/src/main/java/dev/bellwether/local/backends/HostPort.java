package dev.bellwether.local.backends;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One place to connect to.
 *
 * @param host a name or an address; IPv6 without its brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {

  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^\\s:/@\\[\\]]+))(?::(\\d{1,5}))?");

  /** Several, apart by commas; empty when one of them is none. */
  static Optional<List<HostPort>> list(String text, int defaultPort) {
    var all =
        Arrays.stream(text.split(",", -1))
            .map(one -> HostPort.of(one.strip(), defaultPort))
            .toList();
    return all.stream().allMatch(Optional::isPresent)
        ? Optional.of(all.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  /**
   * @param defaultPort 0 when the port must be given
   */
  private static Optional<HostPort> of(String text, int defaultPort) {
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = matcher.group(3) == null ? defaultPort : Integer.parseInt(matcher.group(3));
    return port < 1 || port > 65_535
        ? Optional.empty()
        : Optional.of(
            new HostPort(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), port));
  }

  /** Whether somebody takes a connection there within {@code patience}. */
  public boolean listens(Duration patience) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
