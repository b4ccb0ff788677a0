package dev.bellwether.ingest.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * An erasure as its requester sees it: what was asked, who has done it, and what remains.
 *
 * @param state "requested", "announced" (every post has its erased revision), "acknowledged" (every
 *     service has removed it) or "completed" (the nulls are written)
 * @param scope "mention" or "author"
 * @param mentions how many posts
 * @param mentionsRedacted how many posts by others named the account or answered one of the posts,
 *     and were revised without that
 * @param future whether the author's later posts are kept out
 * @param monitors ids of monitors whose definition names the account: a person should look at them
 * @param acknowledgements oldest first
 * @param awaited services that have not yet acknowledged
 * @param awaitedSince when they were asked; null before that, and when none is awaited. One that is
 *     not deployed is awaited for ever
 * @param completedAt null while it is under way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    String id,
    String state,
    String scope,
    Instant requestedAt,
    String reason,
    long mentions,
    long mentionsRedacted,
    boolean future,
    List<String> monitors,
    List<Acknowledgement> acknowledgements,
    List<String> awaited,
    Instant awaitedSince,
    Instant completedAt) {

  /** What one service says. */
  public record Acknowledgement(String service, Instant erasedAt, List<String> remains) {}

  /**
   * Newest first.
   *
   * @param next where the following page begins; null after the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Receipts(List<Receipt> erasures, String next) {}
}
