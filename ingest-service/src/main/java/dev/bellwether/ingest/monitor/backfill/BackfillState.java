package dev.bellwether.ingest.monitor.backfill;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a back-fill is. */
public enum BackfillState {
  QUEUED,
  RUNNING,
  DONE,
  /** Given up after many failures; saving the monitor again starts another. */
  FAILED,
  /** A later version of the monitor has a job of its own. */
  SUPERSEDED,
  /** Not wanted by whoever saved the monitor. */
  SKIPPED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BackfillState of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
