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
   * Notes that it happened again, and gives what is known with it.
   *
   * @param label which kind, for counting kinds
   */
  synchronized Rhythm note(String name, Instant at, int label) {
    Rhythm now = byName.getOrDefault(name, Rhythm.NONE).with(at.getEpochSecond(), label);
    byName.put(name, now);
    return now;
  }

  /** What is known. */
  synchronized Rhythm of(String name) {
    return byName.getOrDefault(name, Rhythm.NONE);
  }
}
