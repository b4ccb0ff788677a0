package dev.bellwether.trend.alerting.delivery;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of addresses in CIDR notation (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8} or {@code
 * fd12:3456::/32}; an address alone is a range of one.
 */
public final class NetworkRange {

  private final byte[] network;
  private final int prefix;

  private NetworkRange(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  /**
   * @throws IllegalArgumentException when it is no range, or has bits set behind its prefix
   */
  public static NetworkRange parse(String text) {
    int slash = text.indexOf('/');
    byte[] network = literal(slash < 0 ? text : text.substring(0, slash)).getAddress();
    int bits = network.length * Byte.SIZE;
    int prefix = slash < 0 ? bits : prefix(text, slash + 1, bits);
    for (int bit = prefix; bit < bits; bit++) {
      if ((network[bit / Byte.SIZE] & (0x80 >> bit % Byte.SIZE)) != 0) {
        throw new IllegalArgumentException(
            "The network " + text + " has bits set behind its prefix of " + prefix + ".");
      }
    }
    return new NetworkRange(network, prefix);
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != network.length) {
      return false;
    }
    int whole = prefix / Byte.SIZE;
    if (!Arrays.equals(bytes, 0, whole, network, 0, whole)) {
      return false;
    }
    int rest = prefix % Byte.SIZE;
    return rest == 0 || ((bytes[whole] ^ network[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
  }

  private static InetAddress literal(String address) {
    try {
      // never a name: that would be looked up
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(address + " is no IP address.", e);
    }
  }

  private static int prefix(String text, int start, int most) {
    try {
      int prefix = Integer.parseInt(text, start, text.length(), 10);
      if (prefix >= 0 && prefix <= most) {
        return prefix;
      }
    } catch (NumberFormatException e) {
      throw noPrefix(text, most);
    }
    throw noPrefix(text, most);
  }

  private static IllegalArgumentException noPrefix(String text, int most) {
    return new IllegalArgumentException(
        "The network " + text + " ends in no prefix from 0 to " + most + ".");
  }
}
