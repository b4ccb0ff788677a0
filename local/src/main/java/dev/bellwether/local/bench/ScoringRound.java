package dev.bellwether.local.bench;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Writes mentions to Kafka and waits until sentiment has read, scored, counted and answered them.
 */
final class ScoringRound implements AutoCloseable {

  private static final String WORKSPACE = "bench";
  private static final String GROUP = "sentiment-scoring";
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
  private static final int AUTHORS = 5_000;
  private static final int MONITORS = 10;

  private final List<String> texts;
  private final String language;
  private final Admin broker;
  private final MentionWriter writer;
  private int sent;

  ScoringRound(String bootstrapServers, List<String> texts, String language) {
    this.texts = List.copyOf(texts);
    this.language = language;
    broker = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    writer = new MentionWriter(bootstrapServers);
  }

  /** Returns once the service has committed that it is done with all of them. */
  RoundCost run(MeasuredService service, int posts) throws InterruptedException {
    var before = service.cpu();
    var began = Instant.now();
    for (int i = 0; i < posts; i++) {
      writer.write(mention(sent++));
    }
    writer.flush();
    new GroupLag(broker, GROUP, "sentiment", Topics.MENTIONS::equals).awaitNone();
    return new RoundCost(
        posts, service.cpu().minus(before), Duration.between(began, Instant.now()));
  }

  private Mention mention(int number) {
    return new Mention(
        Mention.SCHEMA_VERSION,
        WORKSPACE,
        "bench:" + number,
        1,
        Cause.CAPTURED,
        "bench",
        null,
        "post",
        texts.get(number % texts.size()),
        language,
        BEGIN.plusSeconds(number),
        BEGIN.plusSeconds(number),
        new Author(Integer.toHexString(number % AUTHORS), "bench", 100L),
        new Engagement(number % 7, number % 3, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of("monitor-" + number % MONITORS),
        Flags.NONE);
  }

  @Override
  public void close() {
    writer.close();
    broker.close();
  }
}
