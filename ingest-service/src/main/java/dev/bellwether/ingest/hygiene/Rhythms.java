package dev.bellwether.ingest.hygiene;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When things last happened, by name; the names least recently used are forgotten. Safe for use by
 * several threads.
 */
final class Rhythms {

  private final Map<String, Rhythm> byName;

  Rhythms(int most) {
    byName =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Rhythm> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Notes that it happened again, and gives what is known with it. What is still known by its
   * event's name is noted once: a batch that failed is sent, and judged, again.
   *
   * @param event hash of what happened
   * @param label which kind, for counting kinds
   */
  synchronized Rhythm note(String name, long event, Instant at, int label) {
    Rhythm now = byName.getOrDefault(name, Rhythm.NONE).with(event, at.getEpochSecond(), label);
    byName.put(name, now);
    return now;
  }

  /** What is known. */
  synchronized Rhythm of(String name) {
    return byName.getOrDefault(name, Rhythm.NONE);
  }
}
