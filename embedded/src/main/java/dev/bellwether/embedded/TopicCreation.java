package dev.bellwether.embedded;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the suite's topics on a broker. */
public final class TopicCreation {

  private static final short REPLICAS = 1;

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
    }
  }

  private static void create(Admin admin, List<TopicSpec> topics) {
    var wanted =
        topics.stream()
            .map(t -> new NewTopic(t.name(), t.partitions(), REPLICAS).configs(t.config()))
            .toList();
    for (var created : admin.createTopics(wanted).values().entrySet()) {
      try {
        created.getValue().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new IllegalStateException("cannot create topic " + created.getKey(), e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while creating topics", e);
      }
    }
  }
}
