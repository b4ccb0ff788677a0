package dev.bellwether.trend.alerting.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A receiver on this machine that writes down what it gets. */
final class Receiver implements AutoCloseable {

  /**
   * @param headers by their names in lower case
   */
  record Taken(String method, String uri, Map<String, String> headers, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** How it answers what it has taken. */
  interface Manner {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  private Receiver(HttpServer server, Manner manner) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          var headers = new TreeMap<String, String>();
          exchange
              .getRequestHeaders()
              .forEach(
                  (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
          taken.add(
              new Taken(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  headers,
                  exchange.getRequestBody().readAllBytes()));
          manner.answer(exchange);
        });
    server.start();
  }

  static Receiver at(String address, Manner manner) {
    try {
      return new Receiver(HttpServer.create(on(address, 0), 0), manner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Receiver encrypted(String address, SSLContext tls, Manner manner) {
    try {
      var server = HttpsServer.create(on(address, 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return new Receiver(server, manner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a status, and no body. */
  static Manner status(int status) {
    return exchange -> {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Taken> taken() {
    return taken;
  }

  private static InetSocketAddress on(String address, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
