package dev.bellwether.gateway.audit;

import dev.bellwether.gateway.identity.ApiKey;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request's way into the log: whatever ends it first is written, once. */
public final class AuditTrail {

  /** The caller had gone before there was an answer; nginx' number for it. */
  public static final int GONE = 499;

  private static final int FIRST_ERROR = 400;

  private final AuditLog log;
  private final InstantSource clock;
  private final ApiKey caller;
  private final String method;
  private final AuditRoute route;
  private final SubjectDigest subject;
  private final String query;
  private final String requestId;
  private final AtomicBoolean noted = new AtomicBoolean();

  AuditTrail(
      AuditLog log,
      InstantSource clock,
      ApiKey caller,
      String method,
      AuditRoute route,
      SubjectDigest subject,
      String query,
      String requestId) {
    this.log = log;
    this.clock = clock;
    this.caller = caller;
    this.method = method;
    this.route = route;
    this.subject = subject;
    this.query = query;
    this.requestId = requestId;
  }

  /**
   * Writes how the request ended; nothing when that was written already, or for OPTIONS, which
   * neither reads nor changes anything.
   *
   * @param bytesIn or null
   * @param bytesOut or null
   * @return done when the answer may be given: at once, or, where it may show people, when the
   *     entry is stored; failed when it must not be given
   */
  public CompletionStage<Void> ended(int status, Long bytesIn, Long bytesOut) {
    if (method.equals("OPTIONS") || !noted.compareAndSet(false, true)) {
      return CompletableFuture.completedFuture(null);
    }
    CompletionStage<Void> written =
        log.add(
            new AuditEntry(
                caller.workspace(),
                clock.instant(),
                caller.id(),
                method,
                route.template(),
                subject,
                AuditParameters.of(query),
                status,
                requestId,
                bytesIn,
                bytesOut));
    return mustBeWritten(status) ? written : CompletableFuture.completedFuture(null);
  }

  private boolean mustBeWritten(int status) {
    return status < FIRST_ERROR && route.showsPeople(method);
  }
}
