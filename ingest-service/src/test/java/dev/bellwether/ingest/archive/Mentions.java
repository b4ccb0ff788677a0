package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.messaging.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Mentions as the topic brings them. */
final class Mentions {

  static final Instant NOVEMBER = Instant.parse("2026-11-01T10:00:00Z");

  private Mentions() {}

  static Mention mention(String workspace, String id, int revision, Instant at, String text) {
    return mention(workspace, id, revision, at, text, Engagement.NONE, Flags.NONE);
  }

  static Mention mention(
      String workspace,
      String id,
      int revision,
      Instant at,
      String text,
      Engagement engagement,
      Flags flags) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        workspace,
        id,
        revision,
        revision == 1 ? Cause.CAPTURED : Cause.EDITED,
        id.substring(0, id.indexOf(':')),
        null,
        "post",
        text,
        "en",
        at,
        at,
        Author.UNKNOWN,
        engagement,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        flags);
  }

  static Event<Mention> event(Mention mention, Instant writtenAt) {
    return event(mention.workspace(), mention.id(), mention, writtenAt);
  }

  static Event<Mention> tombstone(String workspace, String id) {
    return event(workspace, id, null, NOVEMBER);
  }

  private static Event<Mention> event(
      String workspace, String id, Mention mention, Instant writtenAt) {
    var key = RecordKey.of(workspace, id);
    return new Event<>(
        key,
        mention,
        new ConsumerRecord<>(
            "mentions",
            Math.floorMod(id.hashCode(), 12),
            0,
            writtenAt.toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            key.encode(),
            null,
            new RecordHeaders(),
            Optional.empty()));
  }
}
