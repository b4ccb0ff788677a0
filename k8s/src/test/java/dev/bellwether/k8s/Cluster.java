package dev.bellwether.k8s;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * As much of an API server as Helm's {@code lookup} asks: it holds the Secrets of one namespace.
 * Helm finds it by the file that the environment's KUBECONFIG names, so that no test ever asks a
 * cluster of whoever runs it.
 */
final class Cluster implements AutoCloseable {

  static final String NAMESPACE = "marketing";

  private static final String SECRETS = "/api/v1/namespaces/" + NAMESPACE + "/secrets/";

  private static final String RESOURCES =
      """
      {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "v1", "resources": [
        {"name": "secrets", "singularName": "secret", "namespaced": true, "kind": "Secret", "verbs": ["get", "list"]}]}
      """;

  private final HttpServer server;
  private final Map<String, Manifest> secrets;

  private Cluster(HttpServer server, Map<String, Manifest> secrets) {
    this.server = server;
    this.secrets = secrets;
  }

  /** One that holds these manifests' Secrets, and nothing else. */
  static Cluster holding(List<Manifest> manifests) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var secrets =
        manifests.stream()
            .filter(manifest -> manifest.kind().equals("Secret"))
            .collect(Collectors.toMap(Manifest::name, Function.identity()));
    var cluster = new Cluster(server, secrets);
    server.createContext("/", cluster::answer);
    server.start();
    Files.writeString(kubeConfig(), cluster.kubeConfigText());
    return cluster;
  }

  private static Path kubeConfig() {
    var path = System.getenv("KUBECONFIG");
    if (path == null || !path.contains("bellwether-test")) {
      throw new IllegalStateException(
          "KUBECONFIG is "
              + path
              + ": set it to a file named bellwether-test-…, as k8s/pom.xml does, so that Helm does"
              + " not ask a cluster of yours");
    }
    return Path.of(path);
  }

  private String kubeConfigText() {
    return """
        apiVersion: v1
        kind: Config
        clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: test, user: {}}]
        contexts: [{name: test, context: {cluster: test, user: test}}]
        current-context: test
        """
        .formatted(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/api/v1")) {
      send(exchange, 200, RESOURCES);
    } else if (path.startsWith(SECRETS) && secrets.containsKey(path.substring(SECRETS.length()))) {
      send(exchange, 200, secrets.get(path.substring(SECRETS.length())).json().toString());
    } else {
      send(
          exchange,
          404,
          JsonNodeFactory.instance
              .objectNode()
              .put("kind", "Status")
              .put("apiVersion", "v1")
              .put("status", "Failure")
              .put("reason", "NotFound")
              .put("code", 404)
              .toString());
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    var body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
