package dev.bellwether.trend.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What becomes of Streams when a thread of it dies. Where the broker did not answer in time a new
 * thread goes on: a long outage must not end in a restart. Anything else ends Streams, and liveness
 * says so.
 */
@ApplicationScoped
public class PatientThreads implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = Logger.getLogger(PatientThreads.class);
  private static final int DEEPEST = 10;

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    boolean passes =
        Stream.iterate(failure, why -> why != null, Throwable::getCause)
            .limit(DEEPEST)
            .anyMatch(RetriableException.class::isInstance);
    if (passes) {
      LOG.warn("a thread of Streams waited too long for the broker: another one goes on", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("a thread of Streams died, and Streams with it", failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
