package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.ingest.query.Query;
import java.time.Instant;
import java.util.List;

/**
 * What to look for in the archive; every part may be null (a list empty) and then asks for nothing.
 *
 * @param text what the mention must say, in the language of monitors
 * @param author a pseudonym, hexadecimal
 * @param leastFollowers inclusive; a mention whose author's followers are unknown does not match
 * @param tags all of which it must have
 * @param notTags none of which it may have
 * @param from inclusive
 * @param to exclusive
 */
public record ArchiveFilter(
    Query text,
    String monitor,
    String platform,
    String language,
    SentimentLabel label,
    String kind,
    String cluster,
    String author,
    Long leastFollowers,
    List<String> tags,
    List<String> notTags,
    Instant from,
    Instant to) {

  public ArchiveFilter {
    tags = List.copyOf(tags);
    notTags = List.copyOf(notTags);
  }

  /** Only by text and time; each may be null. */
  public static ArchiveFilter of(Query text, Instant from, Instant to) {
    return new ArchiveFilter(
        text, null, null, null, null, null, null, null, null, List.of(), List.of(), from, to);
  }
}
