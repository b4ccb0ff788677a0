package dev.bellwether.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayClientTest {
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private GatewayClient client;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/wavering", exchange -> answer(exchange, keys.isEmpty() ? 503 : 200, "{\"accepted\":1}"));
    server.createContext(
        "/wrong", exchange -> answer(exchange, 400, "{\"detail\":\"name is missing\"}"));
    server.createContext("/v1", exchange -> answer(exchange, 200, "{\"count\":3}"));
    server.start();
    client = new GatewayClient("http://127.0.0.1:" + server.getAddress().getPort(), "bw_test");
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void aServiceThatIsAwayForAMomentIsAskedAgainWithTheSameKey() {
    assertEquals(1, client.postRows("/wavering", "{}\n").get("accepted").asInt());
    assertEquals(2, keys.size());
    assertEquals(1, new HashSet<>(keys).size());
  }

  @Test
  void aProblemsDetailIsInTheMessage() {
    var thrown = assertThrows(SuiteException.class, () -> client.post("/wrong", Map.of()));
    assertTrue(thrown.getMessage().contains("400: name is missing"), thrown.getMessage());
  }

  @Test
  void queriesAreEncodedAndTheKeyIsSent() {
    assertEquals(
        3,
        client.get("/v1/mentions/count", Map.of("q", "lid & leak", "a", "1")).get("count").asInt());
    assertEquals(List.of("bw_test /v1/mentions/count?a=1&q=lid+%26+leak"), seen);
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
    seen.add(exchange.getRequestHeaders().getFirst("X-API-Key") + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
