package dev.bellwether.kit.event;

/**
 * An event reads, but breaks a rule of its topic. The message names the rule and quotes nothing of
 * the event: it ends up in headers and on screens, and the event may hold personal data.
 */
public final class UnusableEventException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public UnusableEventException(String rule) {
    super(rule);
  }

  public UnusableEventException(String rule, Throwable cause) {
    super(rule, cause);
  }
}
