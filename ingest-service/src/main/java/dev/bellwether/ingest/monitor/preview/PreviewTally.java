package dev.bellwether.ingest.monitor.preview;

import dev.bellwether.contracts.mention.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers a preview, of mentions that come newest first. */
final class PreviewTally {

  private static final int SAMPLES = 20;

  private final SortedMap<LocalDate, Long> days = new TreeMap<>();
  private final SortedMap<String, Long> languages = new TreeMap<>();
  private final SortedMap<String, Long> platforms = new TreeMap<>();
  private final List<Mention> samples = new ArrayList<>();
  private long count;

  void add(Mention mention) {
    count++;
    days.merge(mention.createdAt().atOffset(ZoneOffset.UTC).toLocalDate(), 1L, Long::sum);
    languages.merge(mention.language(), 1L, Long::sum);
    platforms.merge(mention.platform(), 1L, Long::sum);
    if (samples.size() < SAMPLES) {
      samples.add(mention);
    }
  }

  /**
   * @param scannedTo null when it was to the end
   */
  MonitorPreview preview(String query, long scanned, Instant scannedTo) {
    return new MonitorPreview(
        query,
        count,
        scannedTo == null,
        scanned,
        scannedTo,
        days.entrySet().stream()
            .map(day -> new MonitorPreview.Day(day.getKey(), day.getValue()))
            .toList(),
        Collections.unmodifiableSortedMap(languages),
        Collections.unmodifiableSortedMap(platforms),
        List.copyOf(samples));
  }
}
