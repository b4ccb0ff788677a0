package dev.bellwether.ingest.monitor.backfill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of an instance back-fills may take. */
@ConfigMapping(prefix = "bellwether.backfill")
public interface BackfillSettings {

  /** Candidates a page. */
  @WithDefault("500")
  int page();

  /** Of the time, above 0 to 1: at 0.5 as long as a page took, nothing is done. */
  @WithDefault("0.5")
  double share();
}
