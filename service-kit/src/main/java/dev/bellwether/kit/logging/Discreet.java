package dev.bellwether.kit.logging;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** An exception as it may be logged: its kind, its place and its causes, not what it quotes. */
final class Discreet extends Throwable {

  private static final long serialVersionUID = 1L;

  // SQLSTATE classes whose messages quote values: bad data, broken constraints, syntax
  private static final Set<String> QUOTING = Set.of("22", "23", "42");

  private static final int DEEPEST = 10;

  private final String said;

  private Discreet(String said, Throwable cause, StackTraceElement[] where) {
    super(null, cause, false, true);
    this.said = said;
    setStackTrace(where);
  }

  static Discreet of(Throwable thrown) {
    return of(thrown, DEEPEST);
  }

  private static Discreet of(Throwable thrown, int depth) {
    Throwable cause = thrown.getCause();
    return new Discreet(
        describe(thrown),
        cause == null || cause == thrown || depth == 0 ? null : of(cause, depth - 1),
        thrown.getStackTrace());
  }

  /** The kind of an exception, and its message where that tells of machines only. */
  static String describe(Throwable thrown) {
    String kind = thrown.getClass().getName();
    String state =
        thrown instanceof SQLException sql ? " (SQLSTATE " + sql.getSQLState() + ")" : "";
    return tellsOfMachines(thrown) ? kind + state + ": " + thrown.getMessage() : kind + state;
  }

  private static boolean tellsOfMachines(Throwable thrown) {
    return switch (thrown) {
      case SQLException sql ->
          sql.getSQLState() != null
              && sql.getSQLState().length() == 5
              && !QUOTING.contains(sql.getSQLState().substring(0, 2));
      case TimeoutException _ -> true;
      case IOException _ -> thrown.getClass().getName().startsWith("java.");
      case Error _ -> true;
      default -> isOfKafkasNetwork(thrown.getClass());
    };
  }

  // by name: not every service has Kafka's classes
  private static boolean isOfKafkasNetwork(Class<?> kind) {
    String name = kind.getName();
    return name.startsWith("org.apache.kafka.common.errors.")
        && !name.endsWith(".SerializationException")
        && !name.endsWith(".RecordDeserializationException")
        && !name.endsWith(".InvalidTopicException");
  }

  // a stack trace prints this, and our own class' name in it would say nothing
  @SuppressWarnings("OverrideThrowableToString")
  @Override
  public String toString() {
    return said;
  }
}
