package dev.bellwether.ingest.capture;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.ingest.mention.Figures;
import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.mention.Version;
import dev.bellwether.ingest.rows.RequestRow;
import java.time.Instant;

/** What to do with a post whose identity may be known already. */
sealed interface Decision {

  /** New, a newer edit, or newer figures of the same text. */
  record Publish(Version version) implements Decision {}

  /** This very row was taken before and its answer got lost: answer as then. */
  record AlreadyTaken() implements Decision {}

  /** Known, and nothing of it is newer. */
  record Duplicate() implements Decision {}

  /**
   * @param known null when nothing is known of the mention
   * @param now when the request came
   */
  static Decision on(Post post, RequestRow from, KnownRevision known, Instant now) {
    if (known == null) {
      return new Publish(new Version(1, Cause.CAPTURED, post.createdAt(), now, post.figures()));
    }
    if (from.isAgain(known.requestKey(), known.requestRow())) {
      return new AlreadyTaken();
    }
    if (isNewerEdit(post, known)) {
      return publish(post, known, Cause.EDITED, now);
    }
    if (hasNewerFigures(post, known) && !cameBefore(from, known)) {
      return publish(post, known, Cause.ENGAGEMENT, now);
    }
    return new Duplicate();
  }

  private static Publish publish(Post post, KnownRevision known, Cause cause, Instant now) {
    Figures figures =
        isOlder(post, known)
            ? known.figures().over(post.figures())
            : post.figures().over(known.figures());
    return new Publish(
        new Version(
            known.revision() + 1,
            cause,
            known.createdAt() == null ? post.createdAt() : known.createdAt(),
            known.observedAt() == null ? now : known.observedAt(),
            figures));
  }

  private static boolean isNewerEdit(Post post, KnownRevision known) {
    return post.editedAt() != null
        && (known.editedAt() == null || post.editedAt().isAfter(known.editedAt()));
  }

  /** Other words without a later time of editing do not take the place of those that are known. */
  private static boolean hasNewerFigures(Post post, KnownRevision known) {
    return known.textHash() != null
        && known.textHash() == post.textHash()
        && !isOlder(post, known)
        && !post.figures().over(known.figures()).equals(known.figures());
  }

  /** Figures that do not say of when they are, are of now. */
  private static boolean isOlder(Post post, KnownRevision known) {
    return post.engagementAt() != null
        && known.engagementAt() != null
        && !post.engagementAt().isAfter(known.engagementAt());
  }

  /** An earlier row of the request that brought what is known, sent again. */
  private static boolean cameBefore(RequestRow from, KnownRevision known) {
    return from.key() != null
        && from.key().equals(known.requestKey())
        && from.row() < known.requestRow();
  }
}
