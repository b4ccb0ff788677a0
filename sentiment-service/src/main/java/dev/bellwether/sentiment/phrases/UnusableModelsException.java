package dev.bellwether.sentiment.phrases;

/** The model files are missing, or not the ones that are known; says which and what to do. */
public final class UnusableModelsException extends RuntimeException {

  public UnusableModelsException(String message) {
    super(message);
  }

  UnusableModelsException(String message, Throwable cause) {
    super(message, cause);
  }
}
