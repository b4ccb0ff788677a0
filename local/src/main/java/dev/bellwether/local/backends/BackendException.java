package dev.bellwether.local.backends;

/**
 * A given broker or database will not do. The message is the one line a person is shown; it names
 * the remedy and holds no password.
 */
public final class BackendException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BackendException(String message) {
    super(message);
  }

  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
