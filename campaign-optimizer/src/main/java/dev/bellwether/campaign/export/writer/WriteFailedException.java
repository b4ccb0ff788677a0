package dev.bellwether.campaign.export.writer;

/** A writer could not be reached or does not take the order; the message is for people. */
public class WriteFailedException extends RuntimeException {

  public WriteFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
