package dev.bellwether.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service behind the gateway, over real HTTP: it answers with what it was sent. The query
 * parameter {@code act} makes it misbehave.
 */
public final class EchoService {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** In a status' place: no answer before the service stops. */
  public static final int NEVER = 0;

  public static final int CHUNK = 65_536;
  public static final int LARGE_CHUNKS = 1_024;

  private final String name;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final BlockingQueue<String> chunks = new LinkedBlockingQueue<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<String, Planned> planned = new ConcurrentHashMap<>();
  private volatile String health = "{\"status\":\"UP\",\"checks\":[]}";
  private volatile String openApi;

  /**
   * An answer laid down for a path.
   *
   * @param header {@code name: value} beside the type, or null
   */
  private record Planned(int status, String header, String body) {}

  private EchoService(String name, HttpServer server) {
    this.name = name;
    this.server = server;
    this.openApi =
        """
        {"openapi":"3.1.0","info":{"title":"%s","version":"1"},"paths":{}}
        """
            .formatted(name);
  }

  public static EchoService start(String name) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var service = new EchoService(name, server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", service::handle);
    server.start();
    return service;
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Requests that reached it, its health and its OpenAPI document not counted. */
  public int requests() {
    return requests.get();
  }

  /** What arrives of bodies sent with {@code act=listen}, piece by piece. */
  public BlockingQueue<String> chunks() {
    return chunks;
  }

  public void says(String health) {
    this.health = health;
  }

  public void describes(String openApi) {
    this.openApi = openApi;
  }

  /** Answers so, from now on, whatever comes to the raw path. */
  public void answers(String path, int status, String header, String body) {
    planned.put(path, new Planned(status, header, body));
  }

  public void stop() {
    stopped.countDown();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getRawPath()) {
        case "/q/health" ->
            send(exchange, health.contains("\"status\":\"UP\",") ? 200 : 503, health);
        case "/q/openapi" -> send(exchange, 200, openApi);
        case String path when planned.containsKey(path) -> give(exchange, planned.get(path));
        default -> act(exchange);
      }
    }
  }

  private void act(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String query = exchange.getRequestURI().getRawQuery();
    String act = query == null ? "" : query.replaceFirst(".*act=([a-z]+).*", "$1");
    switch (act) {
      case "slow" -> await();
      case "break" -> exchange.getRequestBody().readAllBytes();
      case "wordless" -> send(exchange, 404, "");
      case "refuse" -> send(exchange, 401, "no");
      case "nothing" -> exchange.sendResponseHeaders(204, -1);
      case "created" -> created(exchange);
      case "unchanged" -> exchange.sendResponseHeaders(304, -1);
      case "half" -> half(exchange);
      case "cut" -> cut(exchange);
      case "large" -> large(exchange);
      case "listen" -> listen(exchange);
      default -> echo(exchange);
    }
  }

  private void give(HttpExchange exchange, Planned answer) throws IOException {
    requests.incrementAndGet();
    chunks.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (answer.status() == NEVER) {
      await();
      return;
    }
    if (answer.header() != null) {
      String[] header = answer.header().split(": ");
      exchange.getResponseHeaders().add(header[0], header[1]);
    }
    send(exchange, answer.status(), answer.body());
  }

  private void await() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void created(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", url() + "/v1/monitors/m%201?x=1");
    exchange.getResponseHeaders().add("X-Request-Id", "the-service's-own");
    exchange.getResponseHeaders().add("Connection", "X-Hop");
    exchange.getResponseHeaders().add("X-Hop", "1");
    send(exchange, 201, "{}");
  }

  private static void half(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write(new byte[10]);
    exchange.getResponseBody().flush();
  }

  /** Chunks without the one that says they are all. */
  private static void cut(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream chunks = exchange.getResponseBody();
    chunks.write(new byte[10]);
    chunks.flush();
    exchange.setStreams(
        null,
        new FilterOutputStream(chunks) {
          @Override
          public void close() throws IOException {
            throw new IOException("cut");
          }
        });
  }

  /** 64 MB in chunks. */
  private static void large(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (int i = 0; i < LARGE_CHUNKS; i++) {
      exchange.getResponseBody().write(new byte[CHUNK]);
    }
  }

  private void listen(HttpExchange exchange) throws IOException {
    byte[] buffer = new byte[8192];
    try (InputStream body = exchange.getRequestBody()) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        chunks.add(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    }
    send(exchange, 200, "{}");
  }

  private void echo(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), values));
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("service", name);
    seen.put("method", exchange.getRequestMethod());
    seen.put("uri", exchange.getRequestURI().toString());
    seen.put("headers", headers);
    seen.put("length", body.length);
    seen.put("body", body.length < 10_000 ? new String(body, StandardCharsets.UTF_8) : "");
    send(exchange, 200, JSON.writeValueAsString(seen));
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().add("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
