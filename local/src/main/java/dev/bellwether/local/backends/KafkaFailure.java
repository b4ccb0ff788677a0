package dev.bellwether.local.backends;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Tells why a Kafka will not do: nobody answers, it does not let us in, or it refuses a request.
 *
 * @param patience how long an answer was waited for
 */
public record KafkaFailure(KafkaAddress at, Duration patience) {

  /** The line for a person; what a client only wraps is looked into. */
  public BackendException of(Throwable failure) {
    var where = "the Kafka at " + at.bootstrapServers();
    return new BackendException(
        switch (telling(failure)) {
          case AuthenticationException refused ->
              "%s does not let us in: %s; see --kafka-config"
                  .formatted(where, refused.getMessage());
          case AuthorizationException refused ->
              "%s lets us in but refuses a request: %s; docs/running.md lists the rights"
                  .formatted(where, refused.getMessage());
          case TimeoutException _ ->
              "%s does not answer within %d s: is it running, does it advertise an address that this machine reaches, does it ask for TLS or a password (--kafka-config)?"
                  .formatted(where, patience.toSeconds());
          case Throwable other -> where + " fails: " + other.getMessage();
        },
        failure);
  }

  /** For a client that could not even be made: of its settings' doing. */
  public BackendException ofSettings(Throwable failure) {
    return new BackendException(
        "the Kafka at %s cannot be asked: %s; see --kafka and --kafka-config"
            .formatted(at.bootstrapServers(), said(failure)),
        failure);
  }

  /** The first cause that has a line of its own; without one, the failure itself. */
  private static Throwable telling(Throwable failure) {
    return causes(failure)
        .filter(
            cause ->
                cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException
                    || cause instanceof TimeoutException)
        .findFirst()
        .orElse(failure);
  }

  /** The outermost words that say something, and the innermost cause. */
  private static String said(Throwable failure) {
    var causes = causes(failure).filter(cause -> !isWrapper(cause)).toList();
    if (causes.isEmpty()) {
      return failure.getMessage();
    }
    var inner = causes.getLast();
    return causes.size() == 1
        ? inner.getMessage()
        : "%s (%s: %s)"
            .formatted(
                causes.getFirst().getMessage(),
                inner.getClass().getSimpleName(),
                inner.getMessage());
  }

  /** A client says first that it could not be made, and may say a cause's words once more. */
  private static boolean isWrapper(Throwable failure) {
    var message = failure.getMessage();
    var cause = failure.getCause();
    return cause != null
        && message != null
        && (message.startsWith("Failed to c") || message.equals(cause.toString()));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
