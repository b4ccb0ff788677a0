package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.mention.Flags;
import java.util.ArrayList;
import java.util.List;

/** What hygiene says of a mention, as the words that the archive is filtered by. */
enum MentionTags {
  SPAM("spam"),
  BOT("bot"),
  COPY("copy"),
  REDACTED("redacted"),
  CLOCK_AHEAD("clock-ahead"),
  CLOCK_BEHIND("clock-behind");

  /** As for spam: more likely than not. */
  private static final double BOT_THRESHOLD = 0.5;

  private final String wireName;

  MentionTags(String wireName) {
    this.wireName = wireName;
  }

  /** The name used in SQL and in query parameters. */
  String wireName() {
    return wireName;
  }

  static List<String> of(Flags flags) {
    var tags = new ArrayList<String>(2);
    for (MentionTags tag : values()) {
      if (tag.isOn(flags)) {
        tags.add(tag.wireName);
      }
    }
    return tags;
  }

  private boolean isOn(Flags flags) {
    return switch (this) {
      case SPAM -> flags.looksLikeSpam();
      case BOT -> flags.bot() != null && flags.bot() >= BOT_THRESHOLD;
      case COPY -> Boolean.TRUE.equals(flags.copy());
      case REDACTED -> !flags.redacted().isEmpty();
      case CLOCK_AHEAD -> "ahead".equals(flags.clock());
      case CLOCK_BEHIND -> "behind".equals(flags.clock());
    };
  }
}
