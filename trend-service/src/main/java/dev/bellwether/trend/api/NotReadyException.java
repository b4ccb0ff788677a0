package dev.bellwether.trend.api;

/** The trends are still being read from the broker; asking again helps. */
class NotReadyException extends RuntimeException {

  NotReadyException(Throwable cause) {
    super("the trends are still being read from the broker", cause);
  }
}
