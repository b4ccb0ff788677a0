package dev.bellwether.ingest.silence;

import dev.bellwether.ingest.silence.habit.SilenceRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sources are watched. The defaults are those of {@link SilenceRules#STANDARD}. */
@ConfigMapping(prefix = "bellwether.ingest.silence")
public interface SilenceSettings {

  /** Off, arrivals are not kept and nothing is said. */
  @WithDefault("true")
  boolean enabled();

  /** How often sources are looked at; off: never. */
  @WithDefault("1m")
  String every();

  /** No shorter time without arrivals is a silence. */
  @WithDefault("15M")
  Duration least();

  /** How many times its usual age the last arrival has to be old. */
  @WithDefault("2")
  double factor();

  /** Days between a source's first and last arrival before anything is said of it. */
  @WithDefault("7")
  int days();

  /** Days on which it has sent before anything is said of it. */
  @WithDefault("5")
  int activeDays();

  /** How far back arrivals count. */
  @WithDefault("42D")
  Duration memory();

  /**
   * A pause of the watching itself, with ingest down, from which on nothing is held against a
   * source.
   */
  @WithDefault("3M")
  Duration blind();

  default SilenceRules rules() {
    return new SilenceRules(least(), factor(), days(), activeDays(), memory());
  }
}
