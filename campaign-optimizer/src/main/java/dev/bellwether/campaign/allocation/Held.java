package dev.bellwether.campaign.allocation;

/**
 * What keeps a line from spending more or less.
 *
 * @param group the innermost group whose bound holds it; null unless {@link By#GROUP}
 */
public record Held(By by, String group) {

  static final Held NONE = new Held(By.NONE, null);
  static final Held LOW = new Held(By.LOW, null);
  static final Held HIGH = new Held(By.HIGH, null);
  static final Held FIXED = new Held(By.FIXED, null);

  /** The kinds of holds. */
  public enum By {
    /** Nothing: its next unit of currency brings the price. */
    NONE,
    /** It spends its least. */
    LOW,
    /** It spends its most. */
    HIGH,
    /** Its least and most are the same. */
    FIXED,
    /** A minimum or maximum of its group. */
    GROUP
  }
}
