package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverRulesTest {

  private final ReceiverRules rules =
      new ReceiverRules(
          false, List.of(PortRange.parse("443"), PortRange.parse("80"), PortRange.parse("8443")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com/a/b?c=d%20e",
        "HTTPS://Hooks.Example.COM:8443/",
        "https://xn--bcher-kva.example/",
        "https://192.0.2.1/",
        "https://[2001:db8::1]:443/",
        "https://receiver/"
      })
  void whatReadsAsAReceiverIsTaken(String url) {
    assertEquals(Optional.empty(), rules.flaw(URI.create(url)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://hooks.example.com/ | must begin with https://",
        "ftp://hooks.example.com/ | must begin with https://",
        "file:///etc/passwd | must begin with https://",
        "//hooks.example.com/ | must begin with https://",
        "https:///path | names no host",
        "https://user:secret@hooks.example.com/ | no user, password",
        "https://hooks.example.com@127.0.0.1/ | no user, password",
        "https://hooks.example.com/#part | no user, password or fragment",
        "https://hooks.example.com:22/ | port 22 is not allowed; those that are: 443, 80, 8443",
        // one address, written so that some reader takes it for 127.0.0.1
        "https://2130706433/ | host",
        "https://0x7f000001/ | host",
        "https://017700000001/ | host",
        "https://0177.0.0.1/ | host",
        "https://0x7f.0.0.1/ | host",
        "https://127.1/ | host",
        "https://127.0.1/ | host",
        "https://127.0.0.1./ | host",
        "https://127.0.0.01/ | host",
        "https://256.1.1.1/ | host",
        "https://1.2.3.4.5/ | host",
        "https://[fe80::1%25eth0]/ | host",
        "https://exa_mple.com/ | host"
      })
  void whatDoesNotIsToldWhy(String url, String reason) {
    Optional<String> flaw = rules.flaw(URI.create(url));

    assertTrue(flaw.orElse("taken").contains(reason), url + ": " + flaw);
  }

  @Test
  void anOperatorMayAllowPlainHttpAndAnyPort() {
    var loose = new ReceiverRules(true, List.of(PortRange.parse("1-65535")));

    assertEquals(Optional.empty(), loose.flaw(URI.create("http://inside:9000/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "9-8", "a", "1-", "", "-1", "80,443"})
  void whatIsNoPortIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PortRange.parse(text));
  }
}
