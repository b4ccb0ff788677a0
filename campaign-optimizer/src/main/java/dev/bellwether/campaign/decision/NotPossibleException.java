package dev.bellwether.campaign.decision;

/** The plan does not stand where this could be done; the message says where, and what can be. */
public class NotPossibleException extends RuntimeException {

  public NotPossibleException(String message) {
    super(message);
  }
}
