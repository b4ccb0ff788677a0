package dev.bellwether.kit.storage;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers. It is asked in the background, one question at a time, and the
 * check waits a second at most: a database that hangs must not make health hang. Connections that
 * are all busy for some seconds are load, not an outage.
 */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class DatabaseAnswers implements HealthCheck {

  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration TRUSTED = Duration.ofSeconds(10);
  private static final int VALID_SECONDS = 5;

  private final DataSource database;
  private final InstantSource clock = InstantSource.system();
  private CompletableFuture<Void> question = CompletableFuture.completedFuture(null);
  private volatile Instant lastAnswer = Instant.EPOCH;

  public DatabaseAnswers(DataSource database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    if (answered(FRESH)) {
      return said(true);
    }
    try {
      ask().get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // the answer before may still count
    }
    return said(answered(TRUSTED));
  }

  private synchronized CompletableFuture<Void> ask() {
    if (question.isDone()) {
      var next = new CompletableFuture<Void>();
      question = next;
      Thread.ofVirtual().name("database-answers").start(() -> ask(next));
    }
    return question;
  }

  private void ask(CompletableFuture<Void> asked) {
    try (Connection connection = database.getConnection()) {
      if (!connection.isValid(VALID_SECONDS)) {
        throw new SQLException("the connection is not valid");
      }
      lastAnswer = clock.instant();
      asked.complete(null);
    } catch (SQLException | RuntimeException e) {
      asked.completeExceptionally(e);
    }
  }

  private boolean answered(Duration within) {
    return lastAnswer.plus(within).isAfter(clock.instant());
  }

  private static HealthCheckResponse said(boolean up) {
    return HealthCheckResponse.named("database").status(up).build();
  }
}
