package dev.bellwether.kit.messaging;

import dev.bellwether.kit.problem.ProblemException;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/**
 * Sends the records of a request together and waits until Kafka has them all. It speaks to the
 * channel's own producer: a message's way through the reactive chain costs more than all the rest
 * of taking a post (docs/benchmarks.md).
 */
@ApplicationScoped
public class BatchSend {

  private static final Logger LOG = Logger.getLogger(BatchSend.class);

  private static final TextMapSetter<Headers> HEADERS =
      (headers, name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8));

  private final KafkaClientService clients;
  private final WritingFlow flow;

  public BatchSend(KafkaClientService clients, WritingFlow flow) {
    this.clients = clients;
    this.flow = flow;
  }

  /**
   * Returns once Kafka has all of them, however long that takes within the producer's {@code
   * delivery.timeout.ms}.
   *
   * @param channel an outgoing channel of the service
   * @return where they stand, in the order of {@code records}
   * @throws ProblemException 503 when Kafka did not take one of them
   */
  public <T> List<RecordMetadata> all(String channel, List<ProducerRecord<String, T>> records) {
    Producer<String, T> producer = clients.<String, T>getProducer(channel).unwrap();
    Tracer tracer = GlobalOpenTelemetry.getTracer("dev.bellwether.messaging");
    var outcome = new Outcome(records.size());
    for (int i = 0; i < records.size(); i++) {
      var record = records.get(i);
      Span span = published(tracer, record.topic());
      W3CTraceContextPropagator.getInstance()
          .inject(Context.current().with(span), record.headers(), HEADERS);
      int place = i;
      try {
        producer.send(
            record,
            (metadata, failure) -> {
              span.end();
              outcome.settled(place, metadata, failure);
            });
      } catch (RuntimeException e) {
        span.end();
        outcome.settled(place, null, e);
      }
    }
    return outcome.await(flow);
  }

  /** Named as the channels' own; where traces are off it is the current one's context only. */
  private static Span published(Tracer tracer, String topic) {
    return tracer
        .spanBuilder(topic + " publish")
        .setSpanKind(SpanKind.PRODUCER)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.destination.name", topic)
        .startSpan();
  }

  /** What has become of a batch so far. */
  private static final class Outcome {

    private final RecordMetadata[] places;
    private final CountDownLatch open;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private Outcome(int records) {
      places = new RecordMetadata[records];
      open = new CountDownLatch(records);
    }

    private void settled(int record, RecordMetadata place, Exception why) {
      if (why == null) {
        places[record] = place;
      } else {
        failure.compareAndSet(null, why);
      }
      open.countDown();
    }

    private List<RecordMetadata> await(WritingFlow flow) {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw refused(e);
      }
      var why = failure.get();
      if (why != null) {
        flow.refused(why);
        throw refused(why);
      }
      if (places.length > 0) {
        flow.acknowledged();
      }
      return List.of(places);
    }

    private static ProblemException refused(Exception why) {
      LOG.debug("Kafka did not acknowledge a batch", why);
      return AcknowledgedSend.unavailable(why);
    }
  }
}
