package dev.bellwether.ingest.capture;

import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.rows.RequestRow;

/** What to do with a post whose identity may be known already. */
sealed interface Decision {

  /** New, or a newer edit: publish it as {@code revision}. */
  record Publish(int revision) implements Decision {}

  /** This very row was taken before and its answer got lost: answer as then. */
  record AlreadyTaken() implements Decision {}

  /** Known, and not a newer edit. */
  record Duplicate() implements Decision {}

  /**
   * @param known null when nothing is known of the mention
   */
  static Decision on(Post post, RequestRow from, KnownRevision known) {
    if (known == null) {
      return new Publish(1);
    }
    if (from.isAgain(known.requestKey(), known.requestRow())) {
      return new AlreadyTaken();
    }
    if (isNewer(post, known)) {
      return new Publish(known.revision() + 1);
    }
    return new Duplicate();
  }

  private static boolean isNewer(Post post, KnownRevision known) {
    return post.editedAt() != null
        && (known.editedAt() == null || post.editedAt().isAfter(known.editedAt()));
  }
}
