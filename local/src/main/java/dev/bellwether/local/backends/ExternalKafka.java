package dev.bellwether.local.backends;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.embedded.TopicCreation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** A Kafka that is there already: asks whether it will do, and makes the suite's topics. */
public record ExternalKafka(KafkaAddress address) {

  private static final String CLEANUP = TopicConfig.CLEANUP_POLICY_CONFIG;
  private static final int PATIENCE_MILLIS = 20_000;

  /**
   * Checks version, topics and rights, and creates the topics that are missing. Topics that are
   * there stay as they are.
   *
   * @return the id of the Kafka cluster
   * @throws BackendException when the broker cannot be reached or will not do
   */
  public String prepare() throws InterruptedException {
    try (var admin = admin()) {
      checkVersion(admin);
      var present = present(admin);
      var topics =
          Topics.ALL.stream()
              .collect(Collectors.partitioningBy(topic -> present.containsKey(topic.name())));
      topics.get(true).forEach(topic -> checkPartitions(topic, present.get(topic.name())));
      checkCleanup(admin, topics.get(true));
      create(admin, topics.get(false));
      return clusterId(admin);
    } catch (ExecutionException e) {
      throw failure().of(e.getCause());
    }
  }

  /**
   * The id of the cluster, which it keeps for its life.
   *
   * @throws BackendException when the broker cannot be reached
   */
  public String clusterId() throws InterruptedException {
    try (var admin = admin()) {
      return clusterId(admin);
    } catch (ExecutionException e) {
      throw failure().of(e.getCause());
    }
  }

  private static String clusterId(Admin admin) throws ExecutionException, InterruptedException {
    return admin.describeCluster().clusterId().get();
  }

  private Admin admin() {
    Map<String, Object> config = new HashMap<>(address.security());
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address.bootstrapServers());
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    try {
      return Admin.create(config);
    } catch (KafkaException e) {
      throw failure().ofSettings(e);
    }
  }

  private KafkaFailure failure() {
    return new KafkaFailure(address, Duration.ofMillis(PATIENCE_MILLIS));
  }

  /**
   * Kafka's clients refuse brokers before 2.1 at any request; exactly-once streams need 2.5, which
   * no client tells from 2.1.
   */
  private void checkVersion(Admin admin) throws ExecutionException, InterruptedException {
    try {
      admin.describeFeatures().featureMetadata().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnsupportedVersionException) {
        throw new BackendException(
            "the Kafka at %s is too old: Bellwether needs 2.5 or newer (tested with 4.1)"
                .formatted(address.bootstrapServers()),
            e);
      }
      throw e;
    }
  }

  private static Map<String, TopicDescription> present(Admin admin)
      throws ExecutionException, InterruptedException {
    var there = admin.listTopics().names().get();
    var ours = Topics.ALL.stream().map(TopicSpec::name).filter(there::contains).toList();
    return admin.describeTopics(ours).allTopicNames().get();
  }

  private void checkPartitions(TopicSpec wanted, TopicDescription found) {
    if (found.partitions().size() != wanted.partitions()) {
      throw new BackendException(
          "topic %s at %s has %d partitions and Bellwether's has %d: it is somebody else's, use another Kafka (or delete the topic, if nobody needs it)"
              .formatted(
                  wanted.name(),
                  address.bootstrapServers(),
                  found.partitions().size(),
                  wanted.partitions()));
    }
  }

  /**
   * A topic that a broker has made up deletes by age, and with it what is never said again.
   * Settings that the login may not see are taken to be right.
   */
  private void checkCleanup(Admin admin, List<TopicSpec> topics)
      throws ExecutionException, InterruptedException {
    var changed = bringUpToDate(admin, topics);
    var resources =
        topics.stream()
            .collect(
                Collectors.toMap(
                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    Function.identity()));
    for (var settings : admin.describeConfigs(resources.keySet()).values().entrySet()) {
      try {
        var topic = resources.get(settings.getKey());
        var found =
            changed
                .getOrDefault(topic.name(), Map.of())
                .getOrDefault(CLEANUP, settings.getValue().get().get(CLEANUP).value());
        var wanted = topic.config().get(CLEANUP);
        if (!topic.hasCleanup(found)) {
          throw new BackendException(
              "topic %s at %s has %s=%s and must have %s, or it would lose data: change it with kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config %s=%s"
                  .formatted(
                      topic.name(),
                      address.bootstrapServers(),
                      CLEANUP,
                      found,
                      wanted,
                      topic.name(),
                      CLEANUP,
                      TopicSpec.onCommandLine(wanted)));
        }
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof AuthorizationException)) {
          throw e;
        }
      }
    }
  }

  private static Map<String, Map<String, String>> bringUpToDate(Admin admin, List<TopicSpec> topics)
      throws ExecutionException, InterruptedException {
    try {
      return TopicCreation.bringUpToDate(admin, topics);
    } catch (ExecutionException e) {
      // A login that may not is told what matters when it is looked at
      if (e.getCause() instanceof AuthorizationException) {
        return Map.of();
      }
      throw e;
    }
  }

  private void create(Admin admin, List<TopicSpec> missing)
      throws ExecutionException, InterruptedException {
    try {
      TopicCreation.create(admin, missing);
    } catch (ExecutionException e) {
      throw refused(
          e.getCause(), missing.stream().map(TopicSpec::name).collect(Collectors.joining(", ")));
    }
  }

  private BackendException refused(Throwable cause, String missing) {
    var yourself = "create them yourself as docs/running.md says (missing: " + missing + ")";
    var where = address.bootstrapServers();
    return switch (cause) {
      case AuthorizationException _ ->
          new BackendException(
              "the Kafka at %s does not let us create topics: grant Create on the cluster, or %s"
                  .formatted(where, yourself),
              cause);
      case InvalidReplicationFactorException _ ->
          new BackendException(
              "the Kafka at %s has too few brokers up for the topics' replicas: %s; start the others and try again"
                  .formatted(where, cause.getMessage()),
              cause);
      case PolicyViolationException _ ->
          new BackendException(
              "a policy of the Kafka at %s forbids our topics: %s; %s"
                  .formatted(where, cause.getMessage(), yourself),
              cause);
      default -> failure().of(cause);
    };
  }
}
