package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.mention.Mention;

/** What a record of the topic {@code mentions} turned out to be. */
sealed interface MentionRecord {

  /** A mention as it now is. */
  record Present(Mention mention) implements MentionRecord {}

  /** A revision that says the mention is erased. */
  record Erased(String workspace, String mention, int revision) implements MentionRecord {}

  /** A null: nothing of the mention may be kept. */
  record Tombstone(String workspace, String mention) implements MentionRecord {}

  /**
   * Not what the contract says.
   *
   * @param reason without anything the record holds: it may be personal
   */
  record Poison(String reason) implements MentionRecord {}
}
