package dev.bellwether.trend.topology;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import java.io.IOException;

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

  static MentionReading of(byte[] value, ObjectReader mentions) {
    if (value == null) {
      return new Passes();
    }
    try {
      Mention mention = mentions.readValue(value);
      return mention == null ? new Unreadable(value, "no mention") : of(mention, value);
    } catch (IOException e) {
      return new Unreadable(value, e.getClass().getSimpleName());
    }
  }

  private static MentionReading of(Mention mention, byte[] value) {
    if (mention.workspace() == null || mention.id() == null || mention.createdAt() == null) {
      return new Unreadable(value, "no workspace, id or createdAt");
    }
    boolean first = mention.revision() == 1 && mention.cause() != Cause.ERASED;
    boolean spam = mention.flags() != null && mention.flags().looksLikeSpam();
    return first && !spam && !mention.monitors().isEmpty() ? new Counts(mention) : new Passes();
  }
}
