package dev.bellwether.trend.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.testkit.RealBackends;
import dev.bellwether.trend.topology.TopologyProducer;
import dev.bellwether.trend.topology.Watcher;
import dev.bellwether.trend.watch.SeriesKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Another instance of the service in this JVM: Streams of its own with its own folder, in the same
 * group at the same broker, and a door over HTTP with the queries of the service behind it.
 */
final class SecondInstance implements AutoCloseable {

  /** A request that came to its door. */
  record Asked(String path, String authorization, String passedOn) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final KafkaStreams streams;
  final SeriesQueries queries;

  private final ObjectMapper json;
  private final HttpServer door;

  SecondInstance(ObjectMapper json) throws IOException {
    this.json = json;
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    door.createContext("/v1/series", this::answer);
    var self = new HostInfo("127.0.0.1", door.getAddress().getPort());
    streams =
        new KafkaStreams(new TopologyProducer().topology(json, Watcher.NOBODY), settings(self));
    queries = new SeriesQueries(streams, self, json);
    door.start();
    streams.start();
  }

  private static Properties settings(HostInfo self) throws IOException {
    var config = ConfigProvider.getConfig();
    var settings = new Properties();
    settings.put(
        "application.id", config.getValue("quarkus.kafka-streams.application-id", String.class));
    settings.put("bootstrap.servers", RealBackends.bootstrapServers());
    settings.put("application.server", self.host() + ":" + self.port());
    settings.put("state.dir", Files.createTempDirectory(Path.of("target"), "second-").toString());
    settings.put("processing.guarantee", "exactly_once_v2");
    settings.put("commit.interval.ms", "250");
    settings.put("num.standby.replicas", "1");
    settings.put("consumer.auto.offset.reset", "earliest");
    settings.put("consumer.session.timeout.ms", "8000");
    settings.put("consumer.heartbeat.interval.ms", "2000");
    settings.put("consumer.internal.leave.group.on.close", "true");
    settings.put("producer.max.request.size", "16777216");
    return settings;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var path = exchange.getRequestURI().toString();
      var authorization = headers.getFirst("Authorization");
      var passedOn = headers.getFirst(Neighbour.PASSED_ON);
      asked.add(new Asked(path, authorization, passedOn));
      try {
        var question =
            new SeriesQueries.Question(
                workspace(authorization), path, authorization, passedOn != null);
        send(exchange, 200, ask(question, exchange.getRequestURI().getPath()));
      } catch (ProblemException e) {
        send(exchange, e.problem().status(), e.problem());
      } catch (NotReadyException e) {
        send(exchange, 503, new Problem("about:blank", "Not ready", 503, null, null));
      }
    }
  }

  private Object ask(SeriesQueries.Question question, String path) {
    var parts = path.split("/");
    if (parts.length == 3) {
      return queries.list(question, new SeriesFilter(null, null, null, null, 100));
    }
    var key = SeriesKey.ofId(question.workspace(), parts[3]).orElseThrow();
    return parts.length > 4
        ? queries.one(question, key, SeriesForecast.class, view -> view.forecast(key))
        : queries.one(
            question,
            key,
            SeriesPoints.class,
            view -> view.points(key, new LocalSeries.Span(null, null, null)));
  }

  private void send(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = json.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** As a service reads it, but for the signature. */
  private String workspace(String authorization) throws IOException {
    var claims = authorization.substring("Bearer ".length()).split("\\.")[1];
    var plain = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
    return json.readTree(plain).path("workspace").asText();
  }

  /** It goes on as a member of the group, and answers nobody. */
  void closeDoor() {
    door.stop(0);
  }

  @Override
  public void close() {
    door.stop(0);
    streams.close(Duration.ofSeconds(30));
  }
}
