package dev.bellwether.ingest.capture;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.ingest.hygiene.duplicate.Placement;
import dev.bellwether.ingest.mention.Figures;
import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.mention.Version;
import dev.bellwether.ingest.rows.RequestRow;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a mention that was taken before.
 *
 * @param editedAt when the known version was written, or null for a first version
 * @param requestKey the request that brought it, or null
 * @param author pseudonym, or null
 * @param createdAt as first claimed; null where taken by a version that did not note it, as are
 *     observedAt and textHash
 * @param engagementAt of when the figures are, or null
 * @param placement empty where the text is too short to compare
 */
record KnownRevision(
    int revision,
    Instant editedAt,
    String requestKey,
    int requestRow,
    String author,
    Instant createdAt,
    Instant observedAt,
    Long textHash,
    Figures figures,
    Instant engagementAt,
    Optional<Placement> placement) {

  /**
   * What is known once a row has been published.
   *
   * @param before null for a new mention
   * @param now when the row came
   */
  static KnownRevision next(
      Post post,
      RequestRow from,
      Version version,
      String author,
      Optional<Placement> placement,
      KnownRevision before,
      Instant now) {
    Instant editedBefore = before == null ? null : before.editedAt();
    return new KnownRevision(
        version.revision(),
        version.cause() == Cause.ENGAGEMENT ? editedBefore : post.editedAt(),
        from.key(),
        from.row(),
        author,
        version.createdAt(),
        version.observedAt(),
        post.textHash(),
        version.figures(),
        latest(
            post.engagementAt() == null ? now : post.engagementAt(),
            before == null ? null : before.engagementAt()),
        placement);
  }

  private static Instant latest(Instant one, Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
