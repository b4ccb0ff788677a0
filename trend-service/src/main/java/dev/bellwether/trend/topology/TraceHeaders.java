package dev.bellwether.trend.topology;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The W3C trace of a record, to go on with what comes of it: a trend carries the trace of the
 * mention whose coming closed the bucket. What the clock closes belongs to no trace.
 */
public final class TraceHeaders {

  private static final List<String> NAMES = List.of("traceparent", "tracestate");

  private TraceHeaders() {}

  public static Headers of(Headers all) {
    var trace = new RecordHeaders();
    for (String name : NAMES) {
      Header header = all.lastHeader(name);
      if (header != null) {
        trace.add(header);
      }
    }
    return trace;
  }
}
