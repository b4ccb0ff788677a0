package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.trend.alerting.delivery.Outcome.Refused;
import dev.bellwether.trend.alerting.delivery.Outcome.Retry;
import dev.bellwether.trend.alerting.delivery.ReceiverClient.NoAnswerException;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiverClientTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final ReceiverClient.Limits LIMITS =
      new ReceiverClient.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4);

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatIsPostedArrivesUnderTheNameAndNotTheAddress() throws Exception {
    try (var receiver = Receiver.at("127.0.0.1", Receiver.status(204));
        var client = client(LIMITS, host -> addresses("127.0.0.1"), null, "127.0.0.1")) {
      var answer =
          client.post(
              url("http", "hooks.test", receiver, "/a%20b?c=d&e=%2F"), Map.of("x-y", "z"), BODY);

      assertEquals(204, answer.status());
      var taken = receiver.taken().getFirst();
      assertEquals("POST", taken.method());
      assertEquals("/a%20b?c=d&e=%2F", taken.uri());
      assertEquals("hooks.test:" + receiver.port(), taken.headers().get("host"));
      assertEquals("z", taken.headers().get("x-y"));
      assertArrayEquals(BODY, taken.body());
    }
  }

  @Test
  void anIpv6AddressIsAHostInBrackets() throws Exception {
    try (var receiver = Receiver.at("::1", Receiver.status(200));
        var client = client(LIMITS, NameResolver.SYSTEM, null, "::1")) {
      client.post(url("http", "[::1]", receiver, ""), Map.of(), BODY);

      var taken = receiver.taken().getFirst();
      assertEquals("/", taken.uri());
      assertEquals("[::1]:" + receiver.port(), taken.headers().get("host"));
    }
  }

  @Test
  void aNameThatIsAnsweredDifferentlyTheSecondTimeLeadsNowhereElse() throws Exception {
    var asked = new AtomicInteger();
    NameResolver rebinding =
        host -> addresses(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2");
    try (var receiver = Receiver.at("127.0.0.1", Receiver.status(200));
        var client = client(LIMITS, rebinding, null, "127.0.0.1")) {
      URI url = url("http", "rebinding.test", receiver, "/");

      client.post(url, Map.of(), BODY);

      assertEquals(1, asked.get(), "one look-up a message");
      assertEquals(1, receiver.taken().size());
      // the next message's look-up gives the inside address, and is refused
      assertRefused(client, url);
      assertEquals(2, asked.get());
      assertEquals(1, receiver.taken().size());
    }
  }

  @Test
  void aNameWithOneInsideAddressAmongOthersIsRefused() throws Exception {
    try (var receiver = Receiver.at("127.0.0.1", Receiver.status(200));
        var client =
            client(LIMITS, host -> addresses("127.0.0.1", "10.0.0.1"), null, "127.0.0.1")) {
      assertRefused(client, url("http", "mixed.test", receiver, "/"));
      assertEquals(0, receiver.taken().size());
    }
  }

  @Test
  void anInsideAddressIsRefusedHoweverItIsNamed() throws Exception {
    try (var receiver = Receiver.at("127.0.0.1", Receiver.status(200));
        var client = client(LIMITS, NameResolver.SYSTEM, null)) {
      for (String host :
          List.of(
              "127.0.0.1",
              "localhost",
              "[::1]",
              "[::ffff:127.0.0.1]",
              "[::ffff:7f00:1]",
              "2130706433",
              "0x7f000001",
              "017700000001",
              "0177.0.0.1",
              "127.1",
              "0.0.0.0",
              "169.254.169.254")) {
        assertRefused(client, url("http", host, receiver, "/"));
      }
      assertEquals(0, receiver.taken().size());
    }
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
    try (var inside = Receiver.at("127.0.0.2", Receiver.status(200));
        var receiver =
            Receiver.at(
                "127.0.0.1",
                exchange -> {
                  exchange
                      .getResponseHeaders()
                      .add("Location", "http://127.0.0.2:" + inside.port() + "/secrets");
                  Receiver.status(307).answer(exchange);
                });
        var client = client(LIMITS, NameResolver.SYSTEM, null, "127.0.0.1", "127.0.0.2")) {
      var answer = client.post(url("http", "127.0.0.1", receiver, "/"), Map.of(), BODY);

      assertEquals(307, answer.status());
      assertEquals(0, inside.taken().size());
    }
  }

  @Test
  void whereOneAddressTakesNoConnectionTheNextIsTried() throws Exception {
    try (var receiver = Receiver.at("127.0.0.1", Receiver.status(200));
        var client =
            client(LIMITS, host -> addresses("127.0.0.3", "127.0.0.1"), null, "127.0.0.0/8")) {
      assertEquals(
          200, client.post(url("http", "two.test", receiver, "/"), Map.of(), BODY).status());
    }
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() throws Exception {
    try (var receiver =
            Receiver.at(
                "127.0.0.1",
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  try (OutputStream out = exchange.getResponseBody()) {
                    byte[] chunk = new byte[8_192];
                    while (true) {
                      out.write(chunk);
                    }
                  } catch (IOException e) {
                    // hung up on, as it should be
                  }
                });
        var client = client(LIMITS, NameResolver.SYSTEM, null, "127.0.0.1")) {
      assertEquals(
          200, client.post(url("http", "127.0.0.1", receiver, "/"), Map.of(), BODY).status());
    }
  }

  @Test
  void whoDoesNotAnswerInTimeIsTriedAgain() throws Exception {
    var done = new CountDownLatch(1);
    var hasty = new ReceiverClient.Limits(Duration.ofSeconds(5), Duration.ofMillis(300), 4);
    try (var receiver =
            Receiver.at(
                "127.0.0.1",
                exchange -> {
                  try {
                    done.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        var client = client(hasty, NameResolver.SYSTEM, null, "127.0.0.1")) {
      assertLater(client, url("http", "127.0.0.1", receiver, "/"), "in time");
      done.countDown();
    }
  }

  @Test
  void aNameServerThatDoesNotAnswerHoldsNobodyUp() throws Exception {
    var done = new CountDownLatch(1);
    var hasty = new ReceiverClient.Limits(Duration.ofSeconds(5), Duration.ofMillis(200), 4);
    NameResolver slow =
        host -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(host);
          }
          return addresses("127.0.0.1");
        };
    try (var client = client(hasty, slow, null, "127.0.0.1")) {
      assertLater(client, URI.create("http://slow.test/"), "in time");
      done.countDown();
    }
  }

  @Test
  void whoIsNotThereIsTriedAgain() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    try (var client = client(LIMITS, NameResolver.SYSTEM, null, "127.0.0.1")) {
      assertLater(client, URI.create("http://127.0.0.1:" + closed + "/"), "no connection");
    }
    NameResolver nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    try (var client = client(LIMITS, nobody, null)) {
      assertLater(client, URI.create("http://nobody.test/"), "no address");
    }
  }

  @Test
  void theCertificateIsCheckedAgainstTheNameAlthoughTheConnectionGoesToTheAddress()
      throws Exception {
    var tls = TestCertificate.create(folder, "hooks.test");
    try (var receiver = Receiver.encrypted("127.0.0.1", tls.context(), Receiver.status(200));
        var client = client(LIMITS, host -> addresses("127.0.0.1"), tls.trust(), "127.0.0.1");
        var distrustful = client(LIMITS, host -> addresses("127.0.0.1"), null, "127.0.0.1")) {
      URI url = url("https", "hooks.test", receiver, "/");

      assertEquals(200, client.post(url, Map.of(), BODY).status());
      assertLater(client, url("https", "other.test", receiver, "/"), "certificate");
      assertLater(client, url("https", "127.0.0.1", receiver, "/"), "certificate");
      assertLater(distrustful, url, "certificate");
      assertEquals(1, receiver.taken().size());
    }
  }

  @Test
  void noMoreThanSoManyAreUnderWayAtOnce() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var gate = new CountDownLatch(1);
    var two = new ReceiverClient.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 2);
    try (var receiver =
            Receiver.at(
                "127.0.0.1",
                exchange -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  try {
                    gate.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  inside.decrementAndGet();
                  Receiver.status(200).answer(exchange);
                });
        var client = client(two, NameResolver.SYSTEM, null, "127.0.0.1")) {
      URI url = url("http", "127.0.0.1", receiver, "/");
      List<Thread> senders =
          Stream.generate(
                  () -> Thread.ofVirtual().start(() -> assertEquals(200, status(client, url))))
              .limit(6)
              .toList();
      while (receiver.taken().size() < 2) {
        Thread.onSpinWait();
      }
      gate.countDown();
      for (Thread sender : senders) {
        sender.join();
      }
      assertEquals(6, receiver.taken().size());
      assertTrue(most.get() <= 2, "at once: " + most.get());
    }
  }

  private static int status(ReceiverClient client, URI url) {
    try {
      return client.post(url, Map.of(), BODY).status();
    } catch (NoAnswerException e) {
      throw new AssertionError(e.outcome().toString(), e);
    }
  }

  private static void assertRefused(ReceiverClient client, URI url) {
    var e = assertThrows(NoAnswerException.class, () -> client.post(url, Map.of(), BODY));
    assertInstanceOf(Refused.class, e.outcome(), url.toString());
  }

  private static void assertLater(ReceiverClient client, URI url, String reason) {
    var e = assertThrows(NoAnswerException.class, () -> client.post(url, Map.of(), BODY));
    var retry = assertInstanceOf(Retry.class, e.outcome(), url.toString());
    assertTrue(retry.reason().contains(reason), retry.reason());
  }

  private ReceiverClient client(
      ReceiverClient.Limits limits, NameResolver resolver, TrustOptions trust, String... allowed) {
    return new ReceiverClient(
        vertx,
        new ReceiverRules(true, List.of(new PortRange(1, 65_535))),
        new AddressPolicy(Stream.of(allowed).map(NetworkRange::parse).toList()),
        resolver,
        limits,
        trust);
  }

  private static List<InetAddress> addresses(String... literals) {
    return Stream.of(literals).map(InetAddress::ofLiteral).toList();
  }

  private static URI url(String scheme, String host, Receiver receiver, String rest) {
    return URI.create(scheme + "://" + host + ":" + receiver.port() + rest);
  }
}
