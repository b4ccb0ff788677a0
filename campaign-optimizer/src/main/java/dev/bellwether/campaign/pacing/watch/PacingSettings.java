package dev.bellwether.campaign.pacing.watch;

import dev.bellwether.campaign.pacing.PacingRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How spend is compared with plans. The defaults are those of {@link PacingRules#STANDARD}. */
@ConfigMapping(prefix = "bellwether.pacing")
public interface PacingSettings {

  @WithDefault("true")
  boolean enabled();

  /** How often plans are looked at. */
  @WithDefault("15m")
  String every();

  /** Share of what should be spent by now that spend may be off by. */
  @WithDefault("0.2")
  double tolerance();

  /** How long platforms take to report an hour. */
  @WithDefault("3H")
  Duration reportingDelay();

  /** Share of the day's budget that should be spent before anything is said. */
  @WithDefault("0.25")
  double leastShare();

  default PacingRules rules() {
    return new PacingRules(tolerance(), reportingDelay(), leastShare());
  }
}
