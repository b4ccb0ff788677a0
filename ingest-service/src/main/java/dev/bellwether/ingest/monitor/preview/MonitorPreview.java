package dev.bellwether.ingest.monitor.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.mention.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What the archive holds for a monitor that nobody has saved.
 *
 * @param query as it was understood
 * @param count of the mentions found, which is all there are where {@code exact}, else the least
 * @param exact whether the archive was looked through to the end
 * @param scanned mentions looked at; an index had left out others
 * @param scannedTo where it was not to the end: mentions before this time were not looked at
 * @param days mentions a day (UTC), oldest first, without days that have none
 * @param samples the newest, at most 20
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonitorPreview(
    String query,
    long count,
    boolean exact,
    long scanned,
    Instant scannedTo,
    List<Day> days,
    SortedMap<String, Long> languages,
    SortedMap<String, Long> platforms,
    List<Mention> samples) {

  /** How many mentions of one day, by the posts' own time in UTC. */
  public record Day(LocalDate day, long count) {}
}
