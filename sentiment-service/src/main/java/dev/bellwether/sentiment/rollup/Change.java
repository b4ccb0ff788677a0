package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.Correction;

/** What a record says of a mention, as far as rollups care. */
public sealed interface Change {

  String mention();

  /**
   * A revision with its score.
   *
   * @param contribution as the model has it
   */
  record Scored(String mention, Contribution contribution) implements Change {

    int revision() {
      return contribution.revision();
    }
  }

  /**
   * A revision that says the mention is erased: it no longer counts, and older revisions must not
   * bring it back.
   */
  record Erased(String mention, int revision) implements Change {}

  /**
   * The mention's tombstone: nothing of it is kept, its revision included. What it counted stays
   * counted unless it was {@link Erased} before: a post that expires was there, one that is erased
   * was not.
   */
  record Gone(String mention) implements Change {}

  /** A person's word, which holds whatever the mention's revision. */
  record Corrected(String mention, Correction correction) implements Change {}

  /** There is no person's word, or none any more. */
  record Uncorrected(String mention) implements Change {}
}
