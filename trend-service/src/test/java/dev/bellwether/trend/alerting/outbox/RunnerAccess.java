package dev.bellwether.trend.alerting.outbox;

/** Stops and begins the outbox's work as the service's stop and start do. */
public final class RunnerAccess {

  private RunnerAccess() {}

  public static void stop(OutboxRunner runner) throws InterruptedException {
    runner.stop(null);
  }

  public static void begin(OutboxRunner runner) {
    runner.begin(null);
  }
}
