package dev.bellwether.kit.messaging;

import dev.bellwether.kit.flow.EventFlow;
import dev.bellwether.kit.flow.FailureKind;
import io.smallrye.reactive.messaging.OutgoingInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Notes whether Kafka takes what is written, and says so once an outage. */
@ApplicationScoped
public class WritingFlow implements OutgoingInterceptor {

  private static final Logger LOG = Logger.getLogger(WritingFlow.class);

  /** These are of the record, and say nothing of the next one. */
  private static final Set<Class<?>> OF_THE_RECORD =
      Set.of(
          RecordTooLargeException.class,
          RecordBatchTooLargeException.class,
          SerializationException.class);

  private static final int DEEPEST = 10;

  private final EventFlow flow;

  public WritingFlow(EventFlow flow) {
    this.flow = flow;
  }

  @Override
  public void onMessageAck(Message<?> message) {
    acknowledged();
  }

  @Override
  public void onMessageNack(Message<?> message, Throwable failure) {
    refused(failure);
  }

  /** Kafka has taken a record. */
  void acknowledged() {
    if (flow.writes().acknowledged()) {
      LOG.info("Kafka takes writes again");
    }
  }

  /** Kafka has not. */
  void refused(Throwable failure) {
    boolean ofTheRecord =
        Stream.iterate(failure, why -> why != null, Throwable::getCause)
            .limit(DEEPEST)
            .anyMatch(why -> OF_THE_RECORD.contains(why.getClass()));
    if (!ofTheRecord && flow.writes().refused(failure)) {
      LOG.warnf(
          "Kafka does not take writes (%s): said once, until it does again",
          FailureKind.of(failure));
    }
  }
}
