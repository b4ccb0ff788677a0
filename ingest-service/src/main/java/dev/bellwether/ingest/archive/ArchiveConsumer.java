package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.kit.messaging.EventReader;
import dev.bellwether.kit.messaging.IdempotentEffect;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Brings the archive to what the topics say. Offsets are committed after the rows are; a batch that
 * comes twice changes nothing, because a row only ever gives way to a later revision.
 */
@ApplicationScoped
public class ArchiveConsumer {

  private final EventReader reader;
  private final ArchiveWriter writer;
  private final IdempotentEffect effect;

  public ArchiveConsumer(EventReader reader, ArchiveWriter writer, IdempotentEffect effect) {
    this.reader = reader;
    this.writer = writer;
    this.effect = effect;
  }

  @Incoming("mentions_in")
  @Blocking
  public void mentions(ConsumerRecords<String, byte[]> batch) {
    effect.apply("archiving mentions", reader.read(batch, Mention.class), writer::writeMentions);
  }

  @Incoming("scored_mentions_in")
  @Blocking
  public void scores(ConsumerRecords<String, byte[]> batch) {
    effect.apply("archiving scores", reader.read(batch, ScoredMention.class), writer::writeScores);
  }
}
