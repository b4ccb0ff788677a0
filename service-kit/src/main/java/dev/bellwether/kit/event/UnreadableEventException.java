package dev.bellwether.kit.event;

/**
 * A record's value is no event of its topic. The message says why and quotes nothing of the value:
 * it ends up in headers, logs and on screens, and the value may hold personal data.
 */
public final class UnreadableEventException extends Exception {

  private static final long serialVersionUID = 1;

  UnreadableEventException(String message) {
    super(message);
  }
}
