package dev.bellwether.local.bench;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.local.suite.SuiteException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Writes mentions to Kafka and waits until trend's Kafka Streams has read them, sent on what it
 * counted, and judged that.
 */
final class TrendRound implements AutoCloseable {

  /** The version at its end goes up with the form of the state. */
  private static final String GROUP_BEGIN = "bellwether-trend-v";

  /** What one half of the topology writes for another to read. */
  private static final String BETWEEN_HALVES = "-repartition";

  private final BenchMentions mentions;
  private final Admin broker;
  private final MentionWriter writer;
  private int sent;

  TrendRound(String bootstrapServers, BenchMentions mentions) {
    this.mentions = mentions;
    broker = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    writer = new MentionWriter(bootstrapServers);
  }

  /** Returns once the service has committed that it is done with all of them. */
  RoundCost run(MeasuredService service, int posts) throws InterruptedException {
    var before = service.cpu();
    var began = Instant.now();
    for (int i = 0; i < posts; i++) {
      writer.write(mentions.mention(sent++));
    }
    writer.flush();
    var group = group();
    new GroupLag(broker, group, "trend", topic -> isReadBy(group, topic)).awaitNone();
    return new RoundCost(
        posts, service.cpu().minus(before), Duration.between(began, Instant.now()));
  }

  private static boolean isReadBy(String group, String topic) {
    return topic.equals(Topics.MENTIONS)
        || topic.startsWith(group) && topic.endsWith(BETWEEN_HALVES);
  }

  private String group() throws InterruptedException {
    try {
      return broker.listGroups().all().get().stream()
          .map(group -> group.groupId())
          .filter(id -> id.startsWith(GROUP_BEGIN))
          .findFirst()
          .orElseThrow(() -> new SuiteException("trend's group has not joined the broker"));
    } catch (ExecutionException e) {
      throw new SuiteException("the broker does not answer: " + e.getCause().getMessage(), e);
    }
  }

  @Override
  public void close() {
    writer.close();
    broker.close();
  }
}
