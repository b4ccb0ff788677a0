package dev.bellwether.trend.alerting.storage;

/** Alerting's database has not answered yet, or its schema is not up to date. */
public class DatabaseAwayException extends RuntimeException {

  DatabaseAwayException() {
    super("alerting's database has not been reached yet");
  }
}
