package dev.bellwether.local.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A small HTTP server where the gateway would be. It answers as told, then takes everything; a row
 * whose text is "twice" is a duplicate, one whose text is "bad" is rejected.
 */
final class Door implements AutoCloseable {

  static final int TAKEN_BUT_CUT_OFF = -1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Deque<Integer> told = new ArrayDeque<>();
  final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  final List<JsonNode> bodies = Collections.synchronizedList(new ArrayList<>());
  final List<String> paths = Collections.synchronizedList(new ArrayList<>());

  Door(Integer... firstAnswers) {
    told.addAll(List.of(firstAnswers));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    paths.add(exchange.getRequestURI().getPath());
    var rows = JSON.readTree(exchange.getRequestBody());
    bodies.add(rows);
    Integer status = told.poll();
    if (status != null && status == TAKEN_BUT_CUT_OFF) {
      exchange.close();
      return;
    }
    boolean taken = status == null;
    byte[] body =
        (taken ? taken(rows) : "{\"title\":\"No\",\"detail\":\"the key is unknown\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(taken ? 200 : status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String taken(JsonNode rows) {
    var answer = JSON.createObjectNode();
    var answers = answer.putArray("rows");
    int[] counts = new int[3];
    for (int i = 0; i < rows.size(); i++) {
      int fate =
          switch (rows.get(i).path("text").asText()) {
            case "twice" -> 1;
            case "bad" -> 2;
            default -> 0;
          };
      counts[fate]++;
      var row = answers.addObject();
      row.put("row", i)
          .put("status", List.of("accepted", "duplicate", "rejected").get(fate))
          .put("id", "x:" + rows.get(i).path("id").asText());
      if (fate == 2) {
        row.put("field", "text").put("reason", "is bad");
      }
    }
    answer.put("accepted", counts[0]).put("duplicate", counts[1]).put("rejected", counts[2]);
    return answer.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
