package dev.bellwether.campaign.suggestion;

/** No plan can be made of a suggestion as the account stands; the message says why. */
public class NotPlannableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NotPlannableException(String message) {
    super(message);
  }
}
