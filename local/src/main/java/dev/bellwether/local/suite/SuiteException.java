package dev.bellwether.local.suite;

/**
 * Something a person can put right. The message is the one line they are shown; it names the
 * remedy.
 */
public final class SuiteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SuiteException(String message) {
    super(message);
  }

  public SuiteException(String message, Throwable cause) {
    super(message, cause);
  }
}
