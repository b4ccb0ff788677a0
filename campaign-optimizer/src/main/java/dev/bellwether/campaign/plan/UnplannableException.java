package dev.bellwether.campaign.plan;

/**
 * The request cannot be planned as it stands; the message says which constraint forbids it and what
 * would help.
 */
public class UnplannableException extends RuntimeException {

  private final String field;

  /**
   * @param field the field of the request that has to change
   */
  public UnplannableException(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
