package dev.bellwether.ingest.rejection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long and how much of what was refused is kept. */
@ConfigMapping(prefix = "bellwether.rejections")
public interface RejectionSettings {

  @WithDefault("30D")
  Duration kept();

  /** Most a workspace; between two trims it may be a tenth more, an instance. */
  @WithDefault("100000")
  int most();
}
