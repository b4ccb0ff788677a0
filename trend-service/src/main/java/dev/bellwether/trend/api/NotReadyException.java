package dev.bellwether.trend.api;

/**
 * What was asked for is still being read from the broker, or is moving between instances; asking
 * again helps.
 */
class NotReadyException extends RuntimeException {

  /**
   * @param cause null where nothing failed
   */
  NotReadyException(Throwable cause) {
    super(
        "What was asked for is still being read from the broker, or moves to another instance. Try again.",
        cause);
  }
}
