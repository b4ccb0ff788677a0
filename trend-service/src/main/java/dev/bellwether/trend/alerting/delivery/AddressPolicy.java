package dev.bellwether.trend.alerting.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a receiver may have: those of the public internet, and what the operator allows
 * besides. What users write as a receiver would otherwise let them speak to whatever this service
 * can reach (server-side request forgery, OWASP). What is no public address is told by IANA's
 * special-purpose registries (RFC 6890), and by what clouds use to tell a machine its secrets.
 */
public final class AddressPolicy {

  private static final List<NetworkRange> NOT_PUBLIC_4 =
      ranges(
          "0.0.0.0/8", // this host
          "10.0.0.0/8", // private (RFC 1918)
          "100.64.0.0/10", // shared by a carrier's customers (RFC 6598); Alibaba's metadata
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // Azure's own services on every virtual machine
          "169.254.0.0/16", // link-local; most clouds' metadata
          "172.16.0.0/12", // private (RFC 1918)
          "192.0.0.0/24", // protocol assignments; Oracle's metadata
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private (RFC 1918)
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  private static final NetworkRange GLOBAL_6 = NetworkRange.parse("2000::/3");

  /**
   * Inside the global range. Outside of it, and so refused, are loopback, mapped and compatible
   * IPv4, NAT64 (64:ff9b::/96), unique local (fc00::/7), link-local and multicast.
   */
  private static final List<NetworkRange> NOT_PUBLIC_6 =
      ranges(
          "2001::/23", // protocol assignments; Teredo hides an IPv4 address
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4 hides an IPv4 address
          "3fff::/20"); // documentation

  private final List<NetworkRange> allowed;

  /**
   * @param allowed ranges that are taken although they are not public
   */
  public AddressPolicy(List<NetworkRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Whether a receiver may have this address. */
  public boolean allows(InetAddress address) {
    return isPublic(address) || allowed.stream().anyMatch(range -> range.contains(address));
  }

  private static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_4.stream().noneMatch(range -> range.contains(address));
    }
    return GLOBAL_6.contains(address)
        && NOT_PUBLIC_6.stream().noneMatch(range -> range.contains(address));
  }

  private static List<NetworkRange> ranges(String... texts) {
    return Stream.of(texts).map(NetworkRange::parse).toList();
  }
}
