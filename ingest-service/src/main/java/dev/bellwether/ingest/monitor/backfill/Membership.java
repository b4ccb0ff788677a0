package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import java.util.ArrayList;
import java.util.List;

/** Whether a mention is in a monitor, and how it reads when that changes. */
final class Membership {

  private Membership() {}

  static boolean of(Mention mention, String monitor) {
    return mention.monitors().contains(monitor);
  }

  /** The next revision, in the monitor or out of it; all else is as it was. */
  static Mention changed(Mention mention, String monitor, boolean member) {
    List<String> monitors = new ArrayList<>(mention.monitors());
    monitors.remove(monitor);
    if (member) {
      monitors.add(monitor);
    }
    return new Mention(
        Mention.SCHEMA_VERSION,
        mention.workspace(),
        mention.id(),
        mention.revision() + 1,
        Cause.MONITORS,
        mention.platform(),
        mention.url(),
        mention.kind(),
        mention.text(),
        mention.language(),
        mention.createdAt(),
        mention.observedAt(),
        mention.author(),
        mention.engagement(),
        mention.hashtags(),
        mention.mentionedAccounts(),
        mention.links(),
        mention.inReplyTo(),
        monitors,
        mention.flags());
  }
}
