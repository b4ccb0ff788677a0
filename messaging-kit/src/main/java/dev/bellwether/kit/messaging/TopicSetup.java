package dev.bellwether.kit.messaging;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the suite's topics on a given broker, before the services start: a broker that makes topics
 * up gives them settings of its own. Run by the Helm chart from any service's image.
 */
public final class TopicSetup {

  private static final String CLEANUP = TopicConfig.CLEANUP_POLICY_CONFIG;
  private static final String LARGEST = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
  private static final int CANNOT_REACH = 1;
  private static final int OTHERWISE = 2;

  private final Admin admin;

  TopicSetup(Admin admin) {
    this.admin = admin;
  }

  /**
   * Reads the broker's address and login from the environment's {@code KAFKA_…}, as the services
   * do, and the number of replicas from {@code BELLWETHER_TOPIC_REPLICAS} (-1: the broker's own).
   */
  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), System.out, System.err));
  }

  static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
    short replicas = Short.parseShort(environment.getOrDefault("BELLWETHER_TOPIC_REPLICAS", "-1"));
    try (var admin = Admin.create(clientSettings(environment))) {
      var setup = new TopicSetup(admin);
      var made = setup.makeMissing(Topics.ALL, replicas);
      out.println("made: " + made);
      var changed = setup.bringUpToDate(Topics.ALL, err);
      if (!changed.isEmpty()) {
        out.println("brought up to date: " + changed.keySet());
      }
      var otherwise =
          setup.differences(
              Topics.ALL.stream().filter(t -> !made.contains(t.name())).toList(), changed, err);
      otherwise.forEach(err::println);
      return otherwise.isEmpty() ? 0 : OTHERWISE;
    } catch (ExecutionException e) {
      err.println("cannot make the topics: " + remedied(e.getCause()));
      return CANNOT_REACH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CANNOT_REACH;
    }
  }

  private static String remedied(Throwable cause) {
    return cause instanceof AuthorizationException
        ? cause.getMessage()
            + " Grant the login Create and Describe on the topics, or make them by hand: docs/running.md lists them."
        : cause.getMessage();
  }

  /** {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}: as Quarkus reads it. */
  static Map<String, Object> clientSettings(Map<String, String> environment) {
    var settings = new TreeMap<String, Object>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("KAFKA_")) {
            settings.put(
                name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                value);
          }
        });
    settings.keySet().retainAll(AdminClientConfig.configNames());
    settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 60_000);
    return settings;
  }

  /**
   * Creates the topics that are absent. Those that the login sees are not asked for: it need not be
   * allowed to create what is there.
   *
   * @param replicas -1 for the broker's default
   * @return the names of those created
   */
  List<String> makeMissing(List<TopicSpec> topics, short replicas)
      throws ExecutionException, InterruptedException {
    var there = admin.listTopics().names().get();
    var wanted =
        topics.stream()
            .filter(t -> !there.contains(t.name()))
            .map(t -> new NewTopic(t.name(), t.partitions(), replicas).configs(t.config()))
            .toList();
    var made = new ArrayList<String>();
    for (var creation : admin.createTopics(wanted).values().entrySet()) {
      try {
        creation.getValue().get();
        made.add(creation.getKey());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    made.sort(null);
    return made;
  }

  /**
   * Changes what {@link TopicSpec#outdated} says of topics that are there, as far as the broker
   * lets the login.
   *
   * @param warnings hears, with the remedy, of topics that had to stay as they are
   * @return what was changed, by topic
   */
  Map<String, Map<String, String>> bringUpToDate(List<TopicSpec> topics, PrintStream warnings)
      throws ExecutionException, InterruptedException {
    var settings = settings(topics.stream().map(TopicSpec::name).toList());
    var changed = new TreeMap<String, Map<String, String>>();
    for (TopicSpec topic : topics) {
      var found = settings.get(topic.name());
      var changes =
          found == null
              ? Map.<String, String>of()
              : topic.outdated(name -> found.get(name) == null ? null : found.get(name).value());
      if (!changes.isEmpty()) {
        var refused = change(topic.name(), changes);
        refused.ifPresentOrElse(
            why -> warnings.println(toChangeByHand(topic.name(), changes, why)),
            () -> changed.put(topic.name(), changes));
      }
    }
    return changed;
  }

  /** Why the broker did not let us; empty where it did. */
  private Optional<String> change(String topic, Map<String, String> changes)
      throws ExecutionException, InterruptedException {
    var operations =
        changes.entrySet().stream()
            .map(c -> new ConfigEntry(c.getKey(), c.getValue()))
            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
            .toList();
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      admin.incrementalAlterConfigs(Map.of(resource, operations)).all().get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case AuthorizationException _ ->
            Optional.of("the login may not: grant it AlterConfigs on the topic and run this again");
        case PolicyViolationException policy ->
            Optional.of("a policy of the broker forbids it (" + policy.getMessage() + ")");
        default -> throw e;
      };
    }
  }

  private static String toChangeByHand(String topic, Map<String, String> changes, String why) {
    return "topic %s stays as it was, and may keep longer what is erased: %s; or kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config %s"
        .formatted(
            topic,
            why,
            topic,
            changes.entrySet().stream()
                .map(change -> change.getKey() + "=" + TopicSpec.onCommandLine(change.getValue()))
                .collect(Collectors.joining(",")));
  }

  /**
   * One line, with the remedy, for each of these topics on which the services would go wrong. How
   * long dead letters are kept is the operator's to say, so that is not looked at.
   *
   * @param changed what was changed just now, by topic: a broker tells of it a moment later
   * @param warnings hears of topics whose settings the login may not see
   */
  List<String> differences(
      List<TopicSpec> topics, Map<String, Map<String, String>> changed, PrintStream warnings)
      throws ExecutionException, InterruptedException {
    var names = topics.stream().map(TopicSpec::name).toList();
    Map<String, TopicDescription> there = admin.describeTopics(names).allTopicNames().get();
    Map<String, Config> settings = settings(names);
    var unseen = names.stream().filter(name -> !settings.containsKey(name)).toList();
    if (!unseen.isEmpty()) {
      warnings.println(
          "not looked at: the settings of %s; grant the login DescribeConfigs on them to have them checked"
              .formatted(unseen));
    }
    var lines = new ArrayList<String>();
    for (TopicSpec topic : topics) {
      int partitions = there.get(topic.name()).partitions().size();
      if (partitions != topic.partitions()) {
        lines.add(
            "topic %s has %d partitions and must have %d: delete it while it is empty, and run this again"
                .formatted(topic.name(), partitions, topic.partitions()));
      }
      if (settings.containsKey(topic.name())) {
        var now = changed.getOrDefault(topic.name(), Map.of());
        addOtherSettings(topic, settings.get(topic.name()), now, lines);
      }
    }
    return lines;
  }

  private static void addOtherSettings(
      TopicSpec topic, Config settings, Map<String, String> changed, List<String> lines) {
    var wanted = topic.config().get(CLEANUP);
    var found = changed.getOrDefault(CLEANUP, settings.get(CLEANUP).value());
    if (!topic.hasCleanup(found)) {
      lines.add(
          "topic %s has %s=%s and must have %s: kafka-configs --alter --entity-type topics changes it"
              .formatted(topic.name(), CLEANUP, found, wanted));
    }
    var largest = topic.config().get(LARGEST);
    var taken = settings.get(LARGEST).value();
    if (largest != null && Long.parseLong(taken) < Long.parseLong(largest)) {
      lines.add(
          "topic %s has %s=%s and must have %s or more, or large dead letters lose their value: kafka-configs --alter --entity-type topics changes it"
              .formatted(topic.name(), LARGEST, taken, largest));
    }
  }

  /** By topic, those left out that the login may not see. */
  private Map<String, Config> settings(List<String> names)
      throws ExecutionException, InterruptedException {
    var resources =
        names.stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
    var settings = new TreeMap<String, Config>();
    for (var topic : admin.describeConfigs(resources).values().entrySet()) {
      try {
        settings.put(topic.getKey().name(), topic.getValue().get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof AuthorizationException)) {
          throw e;
        }
      }
    }
    return settings;
  }
}
