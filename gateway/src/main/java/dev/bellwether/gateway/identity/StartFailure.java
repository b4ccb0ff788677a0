package dev.bellwether.gateway.identity;

/**
 * The environment lacks something without which the gateway must not run; the message is one line
 * for its operator.
 */
final class StartFailure extends RuntimeException {

  StartFailure(String message) {
    super("gateway: " + message);
  }
}
