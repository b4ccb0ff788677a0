package dev.bellwether.embedded;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the suite's topics on a broker. */
public final class TopicCreation {

  private static final int REPLICAS = 3;
  private static final Duration HEARD_OF_WITHIN = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private TopicCreation() {}

  /**
   * Creates every topic of {@link Topics#ALL}, and brings one that exists up to date as {@link
   * TopicSpec#outdated} says.
   *
   * @throws IllegalStateException when the broker cannot be reached within 30 s, or refuses
   */
  public static void createAll(String bootstrapServers) {
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    try (var admin = Admin.create(config)) {
      create(admin, Topics.ALL);
      bringUpToDate(admin, Topics.ALL);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot create the topics at " + bootstrapServers, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }

  /**
   * @return what was changed, by topic: a broker tells of it a moment later
   * @throws ExecutionException with what the broker says
   */
  public static Map<String, Map<String, String>> bringUpToDate(
      Admin admin, Collection<TopicSpec> topics) throws ExecutionException, InterruptedException {
    var specs =
        topics.stream()
            .collect(
                Collectors.toMap(
                    t -> new ConfigResource(ConfigResource.Type.TOPIC, t.name()),
                    Function.identity()));
    var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
    var changed = new HashMap<String, Map<String, String>>();
    settings(admin, specs.keySet())
        .forEach(
            (topic, found) -> {
              var outdated =
                  specs
                      .get(topic)
                      .outdated(name -> found.get(name) == null ? null : found.get(name).value());
              if (!outdated.isEmpty()) {
                changed.put(topic.name(), outdated);
                changes.put(
                    topic,
                    outdated.entrySet().stream()
                        .map(c -> new ConfigEntry(c.getKey(), c.getValue()))
                        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                        .toList());
              }
            });
    if (!changes.isEmpty()) {
      admin.incrementalAlterConfigs(changes).all().get();
    }
    return changed;
  }

  /** A broker may not have heard yet of a topic that its controller has just made. */
  private static Map<ConfigResource, Config> settings(
      Admin admin, Collection<ConfigResource> topics)
      throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + HEARD_OF_WITHIN.toNanos();
    while (true) {
      try {
        return admin.describeConfigs(topics).all().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  /**
   * Creates the topics, on as many brokers as there are, three at most; one that exists stays as it
   * is.
   *
   * @throws ExecutionException with what the broker says
   */
  public static void create(Admin admin, Collection<TopicSpec> topics)
      throws ExecutionException, InterruptedException {
    int brokers = admin.describeCluster().nodes().get().size();
    short replicas = (short) Math.clamp(brokers, 1, REPLICAS);
    var wanted =
        topics.stream()
            .map(t -> new NewTopic(t.name(), t.partitions(), replicas).configs(t.config()))
            .toList();
    for (var created : admin.createTopics(wanted).values().values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }
}
