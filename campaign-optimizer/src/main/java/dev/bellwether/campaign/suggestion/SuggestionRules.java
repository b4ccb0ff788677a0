package dev.bellwether.campaign.suggestion;

import java.time.Duration;

/**
 * When something is suggested, and how much.
 *
 * @param leastMentions scored mentions a share must rest on; 1 or more
 * @param leastRise how far the lower end of the share's interval must lie above its habit, in the
 *     share's own units; above 0, below 1
 * @param severe share from which on, by its lower end, ads are to be paused and not only lowered; 0
 *     to 1
 * @param lowered share of its spend that a lowered line keeps, 0 to 1
 * @param confirmFor how long the share must stand out before anything is suggested
 * @param calmFor how long it must be back before the storm is over
 * @param silentFor after so long without news a suggestion lapses
 * @param longest after so long a high share is the habit
 * @param coolDown for how long after a dismissal the same is not suggested again
 * @param mostNegative share of negative mentions up to which a trend's mood is good enough to spend
 *     on, 0 to 1
 * @param mostShifted share of an account's day that a suggestion may shift, 0 to 1
 * @param mostGrowth share of its spend by which the lines that receive may grow; above 0
 * @param mostTaken share of its spend that a line may give, 0 to 1
 */
public record SuggestionRules(
    long leastMentions,
    double leastRise,
    double severe,
    double lowered,
    Duration confirmFor,
    Duration calmFor,
    Duration silentFor,
    Duration longest,
    Duration coolDown,
    double mostNegative,
    double mostShifted,
    double mostGrowth,
    double mostTaken) {

  /** What ships. */
  public static final SuggestionRules STANDARD =
      new SuggestionRules(
          20,
          0.15,
          0.5,
          0.5,
          Duration.ofMinutes(15),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofDays(7),
          Duration.ofHours(24),
          0.4,
          0.2,
          0.5,
          0.5);

  /**
   * @throws IllegalArgumentException where everything, or nothing, would be suggested
   */
  public SuggestionRules {
    if (leastMentions < 1) {
      throw new IllegalArgumentException("the least mentions must be 1 or more");
    }
    if (!(leastRise > 0 && leastRise < 1)) {
      throw new IllegalArgumentException("the least rise must lie between 0 and 1");
    }
    share("severe", severe);
    share("lowered", lowered);
    share("most negative", mostNegative);
    share("most shifted", mostShifted);
    share("most taken", mostTaken);
    if (!(mostGrowth > 0 && mostGrowth <= 10)) {
      throw new IllegalArgumentException("the most growth must be above 0 and at most 10");
    }
    span("confirm for", confirmFor);
    span("calm for", calmFor);
    span("silent for", silentFor);
    span("longest", longest);
    span("cool-down", coolDown);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1");
    }
  }

  private static void span(String name, Duration value) {
    if (value.isNegative() || value.compareTo(Duration.ofDays(90)) > 0) {
      throw new IllegalArgumentException(name + " must be from 0 to 90 days");
    }
  }
}
