package dev.bellwether.trend.topology;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;

/** What a record of {@code mentions} turned out to be. */
sealed interface MentionReading {

  /** A post that is seen for the first time and counts. */
  record Counts(Mention mention) implements MentionReading {}

  /** A deletion, a later revision, spam, or a post no monitor is after. */
  record Passes() implements MentionReading {}

  /**
   * @param reason what is wrong with it
   */
  record Unreadable(byte[] value, String reason) implements MentionReading {}

  static MentionReading of(byte[] value, EventBinding<Mention> mentions) {
    if (value == null) {
      return new Passes();
    }
    try {
      return of(mentions.read(value));
    } catch (UnreadableEventException e) {
      return new Unreadable(value, e.getMessage());
    }
  }

  private static MentionReading of(Mention mention) {
    boolean first = mention.revision() == 1 && mention.cause() != Cause.ERASED;
    boolean spam = mention.flags() != null && mention.flags().looksLikeSpam();
    return first && !spam && !mention.monitors().isEmpty() ? new Counts(mention) : new Passes();
  }
}
