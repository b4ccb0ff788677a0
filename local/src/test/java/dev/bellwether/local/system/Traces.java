package dev.bellwether.local.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Takes what services send as traces (OTLP, protobuf over HTTP), as a collector would. */
final class Traces implements AutoCloseable {

  /**
   * @param traceId 32 hexadecimal digits
   */
  record Span(String service, String name, String traceId) {}

  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private Traces(HttpServer server) {
    this.server = server;
  }

  static Traces collect() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var traces = new Traces(server);
      server.createContext("/v1/traces", traces::take);
      server.start();
      return traces;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What came of one trace, as "service: span". */
  List<String> of(String traceId) {
    return spans.stream()
        .filter(span -> span.traceId().equals(traceId))
        .map(span -> span.service() + ": " + span.name())
        .toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      var body = exchange.getRequestBody();
      ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(body) : body)
          .getResourceSpansList()
          .forEach(resource -> read(resource).forEach(spans::add));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static Stream<Span> read(ResourceSpans resource) {
    String service =
        resource.getResource().getAttributesList().stream()
            .filter(attribute -> attribute.getKey().equals("service.name"))
            .map(KeyValue::getValue)
            .map(value -> value.getStringValue())
            .findFirst()
            .orElse("?");
    return resource.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .map(
            span ->
                new Span(
                    service,
                    span.getName(),
                    HexFormat.of().formatHex(span.getTraceId().toByteArray())));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
