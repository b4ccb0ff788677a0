package dev.bellwether.embedded;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the suite's topics on a broker. */
public final class TopicCreation {

  private static final int REPLICAS = 3;

  private TopicCreation() {}

  /**
   * Creates every topic of {@link Topics#ALL}; one that exists stays as it is.
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
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot create the topics at " + bootstrapServers, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
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
