package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private final AddressPolicy policy = new AddressPolicy(List.of());

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "1.1.1.1, true",
    "172.15.255.255, true",
    "172.32.0.0, true",
    "100.63.255.255, true",
    "100.128.0.0, true",
    "192.167.255.255, true",
    "198.17.255.255, true",
    "223.255.255.255, true",
    "2606:4700:4700::1111, true",
    "2a00:1450:4001:81b::200e, true",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "10.0.0.1, false",
    "10.255.255.255, false",
    "100.64.0.0, false",
    "100.100.100.200, false",
    "100.127.255.255, false",
    "127.0.0.1, false",
    "127.255.255.254, false",
    "168.63.129.16, false",
    "169.254.0.1, false",
    "169.254.169.254, false",
    "172.16.0.0, false",
    "172.31.255.255, false",
    "192.0.0.192, false",
    "192.0.2.1, false",
    "192.88.99.1, false",
    "192.168.0.1, false",
    "198.18.0.1, false",
    "198.51.100.7, false",
    "203.0.113.7, false",
    "224.0.0.1, false",
    "239.255.255.250, false",
    "240.0.0.1, false",
    "255.255.255.255, false",
    "::, false",
    "::1, false",
    "::7f00:1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:a00:1, false",
    "64:ff9b::7f00:1, false",
    "64:ff9b::808:808, false",
    "64:ff9b:1::a00:1, false",
    "100::1, false",
    "2001::1, false",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2, false",
    "2001:db8::1, false",
    "2002:7f00:1::, false",
    "3fff::1, false",
    "5f00::1, false",
    "fc00::1, false",
    "fd00:ec2::254, false",
    "fe80::1, false",
    "fec0::1, false",
    "ff02::1, false"
  })
  void onlyPublicAddressesAreTaken(String address, boolean taken) {
    assertEquals(taken, policy.allows(InetAddress.ofLiteral(address)), address);
  }

  @Test
  void anIpv4AddressInIpv6FormIsJudgedAsWhatItIs() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};

    assertFalse(policy.allows(InetAddress.getByAddress(mapped)));
  }

  @Test
  void anOperatorMayAllowNetworksInside() {
    var inside =
        new AddressPolicy(
            Stream.of("10.1.0.0/16", "fd12:3456::/32", "127.0.0.1")
                .map(NetworkRange::parse)
                .toList());

    assertTrue(inside.allows(InetAddress.ofLiteral("10.1.255.255")));
    assertTrue(inside.allows(InetAddress.ofLiteral("fd12:3456:1::1")));
    assertTrue(inside.allows(InetAddress.ofLiteral("127.0.0.1")));
    assertTrue(inside.allows(InetAddress.ofLiteral("8.8.8.8")));
    assertFalse(inside.allows(InetAddress.ofLiteral("10.2.0.0")));
    assertFalse(inside.allows(InetAddress.ofLiteral("127.0.0.2")));
    assertFalse(inside.allows(InetAddress.ofLiteral("fd12:3457::1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/x",
        "10.0.0.1/8",
        "localhost/8",
        "fd00::/129",
        "",
        "/8",
        "2130706433/8"
      })
  void whatIsNoNetworkIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> NetworkRange.parse(text));
  }
}
