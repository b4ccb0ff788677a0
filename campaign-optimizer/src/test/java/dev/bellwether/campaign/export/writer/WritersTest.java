package dev.bellwether.campaign.export.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.campaign.decision.SomePlans;
import dev.bellwether.campaign.export.Golden;
import dev.bellwether.campaign.export.Platform;
import dev.bellwether.campaign.export.writer.Delivery.Result;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import dev.bellwether.kit.webhook.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritersTest {

  private static final String SECRET = "whsec_dGhpcnR5LXR3byBieXRlcyB0aGF0IG5vYm9keSBoYXM=";
  private static final Instant NOW = Instant.parse("2026-03-11T20:00:00Z");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final BudgetPlan PLAN =
      SomePlans.plan(
              "p1",
              SomePlans.DAY,
              null,
              List.of(
                  SomePlans.line("Spring", "Women", 40_000_000, 61_230_000, null),
                  SomePlans.line("Spring", "Men", 20_000_000, 20_000_000, null),
                  SomePlans.line("Spring", "=1+1", 5_000_000, 5_000_000, null)))
          .decided(
              PlanStatus.APPROVED, new BudgetPlan.Decision("boss", NOW.minusSeconds(60), "go"));

  @Test
  void theFolderGetsAFileOnceAndTheSameOrderAgainLeavesItAlone(@TempDir Path folder)
      throws IOException {
    var writer = new FolderWriter(folder);
    WriteOrder order = WriteOrder.of("folder", Platform.META, SomePlans.DAY, PLAN);
    assertEquals(
        List.of(Result.WRITTEN, Result.WRITTEN, Result.REFUSED), results(writer.write(order)));
    Path file = folder.resolve("default/acme/2026-03-12-meta-p1.csv");
    String text = Files.readString(file);
    assertTrue(text.contains("Spring,,Women,ACTIVE,61.23,"), text);
    assertEquals(
        List.of(Result.UNCHANGED, Result.UNCHANGED, Result.REFUSED), results(writer.write(order)));
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void anAccountCannotLeadOutOfTheFolder(@TempDir Path folder) throws IOException {
    var plan =
        new BudgetPlan(
            1,
            "../w",
            "../../etc",
            "..",
            PLAN.day(),
            "EUR",
            0,
            PLAN.goal(),
            PLAN.expected(),
            PLAN.expectedToday(),
            0,
            NOW,
            PLAN.lines(),
            null,
            null,
            null,
            null,
            PLAN.status(),
            PLAN.decision());
    Path inner = folder.resolve("inner");
    new FolderWriter(inner).write(WriteOrder.of("folder", Platform.META, SomePlans.DAY, plan));
    assertTrue(
        Files.exists(inner.resolve("%2E%2E%2Fw/%2E%2E%2F%2E%2E%2Fetc/2026-03-12-meta-%2E%2E.csv")));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(inner), files.toList());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    var e =
        assertThrows(
            WriteFailedException.class,
            () ->
                new FolderWriter(file)
                    .write(WriteOrder.of("folder", Platform.META, SomePlans.DAY, PLAN)));
    assertTrue(e.getMessage().startsWith("The folder for plans cannot be written"));
  }

  @Test
  void theConnectorGetsASignedOrderAndSaysWhatBecameOfEachLine() throws Exception {
    String answer =
        "{\"lines\": [{\"campaign\": \"Spring\", \"adSet\": \"Men\", \"result\": \"unchanged\"},"
            + " {\"campaign\": \"Spring\", \"adSet\": \"=1+1\", \"result\": \"refused\", \"reason\": \"archived\"}]}";
    try (var connector = new Connector(200, answer)) {
      WriteOrder order = WriteOrder.of("connector", Platform.META, SomePlans.DAY, PLAN);
      Delivery delivery = connector.writer().write(order);
      assertEquals(List.of(Result.WRITTEN, Result.UNCHANGED, Result.REFUSED), results(delivery));
      assertEquals("archived", delivery.lines().getLast().reason());

      Received received = connector.received.take();
      assertEquals(order.key(), received.headers().get("webhook-id"));
      assertEquals(
          WebhookSignature.header(
              order.key(), NOW.getEpochSecond(), received.body(), List.of(SECRET)),
          received.headers().get("webhook-signature"));
      JsonNode body = JSON.readTree(received.body());
      Golden.assertBytes(
          "connector-message.json",
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n");
    }
  }

  @Test
  void aConnectorThatTakesItWithoutAWordHasWrittenItAll() throws Exception {
    for (String answer : List.of("", "ok", "{}", "[]", "{\"lines\": [null, {}]}")) {
      try (var connector = new Connector(202, answer)) {
        Delivery delivery =
            connector.writer().write(WriteOrder.of("connector", null, SomePlans.DAY, PLAN));
        assertEquals(3, delivery.count(Result.WRITTEN), answer);
      }
    }
  }

  @Test
  void aConnectorThatFailsOrRedirectsHasWrittenNothing() throws Exception {
    for (int status : new int[] {302, 400, 500, 503}) {
      try (var connector = new Connector(status, "")) {
        var e =
            assertThrows(
                WriteFailedException.class,
                () ->
                    connector
                        .writer()
                        .write(WriteOrder.of("connector", null, SomePlans.DAY, PLAN)));
        assertEquals("The connector answered " + status + ".", e.getMessage());
      }
    }
  }

  @Test
  void anotherApprovalDayPlatformOrWriterIsAnotherOrder() {
    String key = WriteOrder.of("folder", Platform.META, SomePlans.DAY, PLAN).key();
    assertEquals(key, WriteOrder.of("folder", Platform.META, SomePlans.DAY, PLAN).key());
    assertTrue(key.matches("plan_[0-9a-f]{32}"), key);
    var again = PLAN.decided(PlanStatus.APPROVED, new BudgetPlan.Decision("boss", NOW, null));
    for (WriteOrder other :
        List.of(
            WriteOrder.of("connector", Platform.META, SomePlans.DAY, PLAN),
            WriteOrder.of("folder", Platform.GOOGLE, SomePlans.DAY, PLAN),
            WriteOrder.of("folder", Platform.META, SomePlans.DAY.plusDays(1), PLAN),
            WriteOrder.of("folder", Platform.META, SomePlans.DAY, again))) {
      assertNotEquals(key, other.key());
    }
  }

  @Test
  void anAddressWithoutASecretOrAScheme() {
    var url = Optional.of(URI.create("https://connector.example/plans"));
    Optional<String> none = Optional.empty();
    assertThrows(IllegalArgumentException.class, () -> new WriterSettings(none, url, none));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WriterSettings(none, url, Optional.of("whsec_short")));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new WriterSettings(
                none, Optional.of(URI.create("file:/etc/passwd")), Optional.of(SECRET)));
    assertEquals(url, new WriterSettings(none, url, Optional.of(SECRET)).connectorUrl());
  }

  private static List<Result> results(Delivery delivery) {
    return delivery.lines().stream().map(Delivery.Line::result).toList();
  }

  private record Received(Map<String, String> headers, byte[] body) {}

  /** An operator's connector. */
  private static final class Connector implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    Connector(int status, String answer) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/plans",
          exchange -> {
            received.add(
                new Received(
                    Map.of(
                        "webhook-id", exchange.getRequestHeaders().getFirst("webhook-id"),
                        "webhook-signature",
                            exchange.getRequestHeaders().getFirst("webhook-signature")),
                    exchange.getRequestBody().readAllBytes()));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
    }

    ConnectorWriter writer() {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/plans");
      return new ConnectorWriter(url, SECRET, JSON, InstantSource.fixed(NOW));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
