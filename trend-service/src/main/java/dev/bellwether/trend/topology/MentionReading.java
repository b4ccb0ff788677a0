package dev.bellwether.trend.topology;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import java.time.Instant;

/** What a record of {@code mentions} turned out to be. */
public sealed interface MentionReading extends Reading {

  /** A post that is seen for the first time and counts. */
  record Counts(Mention mention) implements MentionReading {}

  /** A revision that says the post is erased: whatever is known of it must go. */
  record Erased(Mention mention) implements MentionReading {}

  /** A null, a later revision, spam, or a post no monitor is after. */
  record Passes() implements MentionReading {}

  /**
   * @param reason what is wrong with it
   */
  record Unreadable(byte[] value, String reason) implements MentionReading {

    @Override
    public Refused refused() {
      return new Refused(value, reason);
    }
  }

  String NO_TIME = "createdAt is null, or too far away to be counted";

  static MentionReading of(byte[] value, EventBinding<Mention> mentions) {
    if (value == null) {
      return new Passes();
    }
    try {
      var mention = mentions.read(value);
      if (mention.workspace() == null || mention.id() == null || mention.text() == null) {
        return new Unreadable(value, "workspace, id or text is null");
      }
      if (mention.cause() == Cause.ERASED) {
        return new Erased(mention);
      }
      return canBeCounted(mention.createdAt()) ? of(mention) : new Unreadable(value, NO_TIME);
    } catch (UnreadableEventException e) {
      return new Unreadable(value, e.getMessage());
    }
  }

  /** Buckets and stores reckon in milliseconds since 1970, which an instant may overflow. */
  static boolean canBeCounted(Instant time) {
    return time != null
        && !time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE / 2))
        && !time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE / 2));
  }

  private static MentionReading of(Mention mention) {
    boolean first = mention.revision() == 1;
    boolean spam = mention.flags() != null && mention.flags().looksLikeSpam();
    return first && !spam && !mention.monitors().isEmpty() ? new Counts(mention) : new Passes();
  }
}
