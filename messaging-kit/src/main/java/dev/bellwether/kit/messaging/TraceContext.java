package dev.bellwether.kit.messaging;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.reactive.messaging.TracingMetadata;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The trace that a record belongs to, for what is written because of it. A batch holds records of
 * many traces, so none of them is the current one while it is at work.
 */
public final class TraceContext {

  private static final TextMapGetter<Headers> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
          return StreamSupport.stream(headers.spliterator(), false).map(Header::key).toList();
        }

        @Override
        public String get(Headers headers, String name) {
          Header header = headers == null ? null : headers.lastHeader(name);
          return header == null || header.value() == null
              ? null
              : new String(header.value(), StandardCharsets.UTF_8);
        }
      };

  private TraceContext() {}

  /** To be sent along with a message: its span becomes a child of the record's. */
  public static TracingMetadata of(ConsumerRecord<?, ?> record) {
    return TracingMetadata.withCurrent(contextOf(record));
  }

  static Context contextOf(ConsumerRecord<?, ?> record) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), record.headers(), HEADERS);
  }
}
