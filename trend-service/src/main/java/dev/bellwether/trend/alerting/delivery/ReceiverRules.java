package dev.bellwether.trend.alerting.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the address of a receiver must look like, before any name is looked up. The same rules hold
 * when a channel is written and when a message is sent, since an operator may tighten them.
 *
 * @param unencrypted whether {@code http} is taken beside {@code https}
 * @param ports those that may be connected to
 */
public record ReceiverRules(boolean unencrypted, List<PortRange> ports) {

  private static final int LONGEST = 2_000;

  // WHATWG URL: a host whose last label is a number is an address, in whatever form
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");
  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
              + "(?:\\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*");

  public ReceiverRules {
    ports = List.copyOf(ports);
  }

  /** What is wrong with the address, as a sentence with the remedy; empty where nothing is. */
  public Optional<String> flaw(URI url) {
    if (url.toString().length() > LONGEST) {
      return Optional.of("The url has at most " + LONGEST + " characters.");
    }
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(unencrypted && scheme.equals("http"))) {
      return Optional.of("The url must begin with https://" + (unencrypted ? " or http://." : "."));
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return Optional.of("The url must hold no user, password or fragment; remove it.");
    }
    if (url.getHost() == null) {
      return Optional.of("The url names no host, as in https://hooks.example.com/path.");
    }
    if (!readsAsHost(url.getHost())) {
      return Optional.of(
          "The url's host must be a name or an address written as 192.0.2.1 or [2001:db8::1].");
    }
    int port = port(url);
    if (ports.stream().noneMatch(range -> range.contains(port))) {
      return Optional.of(
          "The url's port "
              + port
              + " is not allowed; those that are: "
              + PortRange.list(ports)
              + ".");
    }
    return Optional.empty();
  }

  static boolean isEncrypted(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : isEncrypted(url) ? 443 : 80;
  }

  /** Without an IPv6 address's brackets. */
  static String host(URI url) {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Odd spellings of addresses are read differently by different libraries: none is taken. */
  private static boolean readsAsHost(String host) {
    if (host.startsWith("[")) {
      return host.indexOf('%') < 0 && isLiteral(host.substring(1, host.length() - 1));
    }
    if (ENDS_IN_NUMBER.matcher(host).matches()) {
      return FOUR_NUMBERS.matcher(host).matches() && isLiteral(host);
    }
    return NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isLiteral(String address) {
    try {
      InetAddress.ofLiteral(address);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
