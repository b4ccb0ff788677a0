package dev.bellwether.campaign.suggestion.watch;

import dev.bellwether.campaign.suggestion.SuggestionRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When something is suggested. The defaults are those of {@link SuggestionRules#STANDARD}. */
@ConfigMapping(prefix = "bellwether.suggestions")
public interface SuggestionSettings {

  /** Whether anything is suggested; what is known of brands and moods is kept all the same. */
  @WithDefault("true")
  boolean enabled();

  /** How often what nobody hears of any more is looked for. */
  @WithDefault("5m")
  String every();

  /** Scored mentions a negative share must rest on. */
  @WithDefault("20")
  long leastMentions();

  /** How far the lower end of the share's interval must lie above its habit. */
  @WithDefault("0.15")
  double leastRise();

  /** Share, by its lower end, from which on a pause is suggested and not only to lower. */
  @WithDefault("0.5")
  double severe();

  /** Share of its spend that a lowered line keeps. */
  @WithDefault("0.5")
  double lowered();

  /** How long the share must stand out before anything is suggested. */
  @WithDefault("15M")
  Duration confirmFor();

  /** How long it must be back before the storm is over. */
  @WithDefault("2H")
  Duration calmFor();

  /** After so long without news a suggestion lapses. */
  @WithDefault("6H")
  Duration silentFor();

  /** After so long a high share is the habit; so long a resumption stays open. */
  @WithDefault("7D")
  Duration longest();

  /** For how long after a dismissal the same is not suggested again. */
  @WithDefault("24H")
  Duration coolDown();

  /** Negative share up to which a trend is good enough to spend on. */
  @WithDefault("0.4")
  double mostNegative();

  /** Share of an account's day that a suggestion may shift. */
  @WithDefault("0.2")
  double mostShifted();

  /** Share of their spend by which lines that receive may grow. */
  @WithDefault("0.5")
  double mostGrowth();

  /** Share of its spend that a line may give. */
  @WithDefault("0.5")
  double mostTaken();

  /** How long those that lapsed or were dismissed are kept. */
  @WithDefault("90D")
  Duration kept();

  default SuggestionRules rules() {
    return new SuggestionRules(
        leastMentions(),
        leastRise(),
        severe(),
        lowered(),
        confirmFor(),
        calmFor(),
        silentFor(),
        longest(),
        coolDown(),
        mostNegative(),
        mostShifted(),
        mostGrowth(),
        mostTaken());
  }
}
