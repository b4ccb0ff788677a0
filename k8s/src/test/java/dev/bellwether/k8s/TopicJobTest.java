package dev.bellwether.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.TopicSpec;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.embedded.KafkaBroker;
import dev.bellwether.embedded.KafkaLogins;
import dev.bellwether.embedded.TopicCreation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the chart's Job, run in the packaged service against a real broker. */
class TopicJobTest {

  private record Ended(int code, String said) {}

  @Test
  void itMakesWhatIsAbsentAndSaysWhatIsThereOtherwise(@TempDir Path data) throws Exception {
    try (var broker = KafkaBroker.start(data, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(Topics.TRENDS, 3, (short) 1))).all().get();

      var first = run(broker.bootstrapServers());
      assertEquals(2, first.code(), first::said);
      assertTrue(
          first.said().contains("topic trends has 3 partitions and must have 1"), first::said);
      assertTrue(first.said().contains("cleanup.policy=delete and must have compact"), first::said);

      admin.deleteTopics(List.of(Topics.TRENDS)).all().get();
      var second = run(broker.bootstrapServers());
      assertEquals(0, second.code(), second::said);
      assertTrue(second.said().contains("made: [trends]"), second::said);
      assertEquals(
          Topics.ALL.stream().collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions)),
          admin
              .describeTopics(admin.listTopics().names().get())
              .allTopicNames()
              .get()
              .values()
              .stream()
              .collect(
                  Collectors.toMap(topic -> topic.name(), topic -> topic.partitions().size())));
    }
  }

  @Test
  void aLoginThatMayOnlyUseWhatIsThereIsEnoughWhereAllIsThere(@TempDir Path data) throws Exception {
    var logins = new KafkaLogins(Map.of(KafkaLogins.ADMIN, "a", "bellwether", "b"));
    try (var broker = KafkaBroker.startGuarded(data, 0, logins);
        var admin = Admin.create(asAdmin(broker))) {
      admin.createAcls(List.of(allowed(AclOperation.DESCRIBE))).all().get();
      var refused = run(broker.bootstrapServers(), guarded());
      assertEquals(1, refused.code(), refused::said);
      assertTrue(refused.said().contains("Grant the login Create"), refused::said);

      TopicCreation.create(admin, Topics.ALL);
      var unseen = run(broker.bootstrapServers(), guarded());
      assertEquals(0, unseen.code(), unseen::said);
      assertTrue(unseen.said().contains("made: []"), unseen::said);
      assertTrue(unseen.said().contains("grant the login DescribeConfigs"), unseen::said);

      admin.createAcls(List.of(allowed(AclOperation.DESCRIBE_CONFIGS))).all().get();
      var seen = run(broker.bootstrapServers(), guarded());
      assertEquals(0, seen.code(), seen::said);
      assertFalse(seen.said().contains("DescribeConfigs"), seen::said);
    }
  }

  @Test
  void topicsOfAnOlderVersionAreBroughtUpToDate(@TempDir Path data) throws Exception {
    try (var broker = KafkaBroker.start(data, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      makeAsBefore(admin);
      var updated = run(broker.bootstrapServers());
      assertEquals(0, updated.code(), updated::said);
      assertTrue(
          updated.said().contains("brought up to date: [mentions, mentions-dlq]"), updated::said);
      // a broker tells of a change a moment after it has taken it
      Awaitility.await()
          .untilAsserted(
              () -> {
                for (var topic : Topics.ALL) {
                  for (var wanted : topic.config().entrySet()) {
                    assertEquals(wanted.getValue(), setting(admin, topic.name(), wanted.getKey()));
                  }
                }
              });
      var again = run(broker.bootstrapServers());
      assertFalse(again.said().contains("brought up to date"), again::said);
    }
  }

  @Test
  void whereTheLoginMayNotChangeTopicsItSaysWhichSettingsToChange(@TempDir Path data)
      throws Exception {
    var logins = new KafkaLogins(Map.of(KafkaLogins.ADMIN, "a", "bellwether", "b"));
    try (var broker = KafkaBroker.startGuarded(data, 0, logins);
        var admin = Admin.create(asAdmin(broker))) {
      makeAsBefore(admin);
      TopicCreation.create(admin, Topics.ALL);
      admin
          .createAcls(
              List.of(allowed(AclOperation.DESCRIBE), allowed(AclOperation.DESCRIBE_CONFIGS)))
          .all()
          .get();
      var refused = run(broker.bootstrapServers(), guarded());
      assertEquals(2, refused.code(), refused::said);
      assertTrue(refused.said().contains("topic mentions stays as it was"), refused::said);
      assertTrue(refused.said().contains("grant it AlterConfigs"), refused::said);
      assertTrue(
          refused
              .said()
              .contains(
                  "--entity-name mentions-dlq --add-config cleanup.policy=[compact,delete],delete.retention.ms="),
          refused::said);
      assertTrue(
          refused.said().contains("topic mentions-dlq has cleanup.policy=delete"), refused::said);

      admin.createAcls(List.of(allowed(AclOperation.ALTER_CONFIGS))).all().get();
      var granted = run(broker.bootstrapServers(), guarded());
      assertEquals(0, granted.code(), granted::said);
      assertTrue(
          granted.said().contains("brought up to date: [mentions, mentions-dlq]"), granted::said);
    }
  }

  /** Two topics as they were made before anything could be erased. */
  private static void makeAsBefore(Admin admin) throws Exception {
    admin
        .createTopics(
            List.of(
                new NewTopic(Topics.MENTIONS, Topics.POST_PARTITIONS, (short) 1)
                    .configs(Map.of("cleanup.policy", "compact")),
                new NewTopic(Topics.deadLettersOf(Topics.MENTIONS), 1, (short) 1)
                    .configs(
                        Map.of(
                            "cleanup.policy",
                            "delete",
                            "retention.ms",
                            "604800000",
                            "max.message.bytes",
                            "2097152"))))
        .all()
        .get();
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
  }

  private static Map<String, Object> asAdmin(KafkaBroker broker) {
    var settings = new TreeMap<String, Object>(KafkaLogins.client(KafkaLogins.ADMIN, "a"));
    settings.put("bootstrap.servers", broker.bootstrapServers());
    return settings;
  }

  private static AclBinding allowed(AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
        new AccessControlEntry("User:bellwether", "*", operation, AclPermissionType.ALLOW));
  }

  private static Map<String, String> guarded() {
    var environment = new TreeMap<String, String>();
    KafkaLogins.client("bellwether", "b")
        .forEach(
            (name, value) ->
                environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    return environment;
  }

  @Test
  void itSaysThatItCannotReachTheBroker() throws Exception {
    var ended =
        run(
            "127.0.0.1:1",
            Map.of("KAFKA_DEFAULT_API_TIMEOUT_MS", "2000", "KAFKA_REQUEST_TIMEOUT_MS", "1000"));
    assertEquals(1, ended.code(), ended::said);
    assertTrue(ended.said().contains("cannot make the topics"), ended::said);
  }

  private static Ended run(String bootstrapServers) throws IOException, InterruptedException {
    return run(bootstrapServers, Map.of());
  }

  private static Ended run(String bootstrapServers, Map<String, String> more)
      throws IOException, InterruptedException {
    Manifest job =
        Chart.OURS
            .render(
                Manifest.merged(
                    Chart.MINIMAL, "kafka: {bootstrapServers: '" + bootstrapServers + "'}"))
            .stream()
            .filter(manifest -> manifest.kind().equals("Job"))
            .findFirst()
            .orElseThrow();
    var container = job.pod().path("containers").path(0);
    var image = container.path("image").asText();
    var service =
        Set.of(Chart.Service.values()).stream()
            .filter(it -> image.contains("/" + it.module + ":"))
            .findFirst()
            .orElseThrow();
    var command = new ArrayList<String>();
    Manifest.elements(container.path("command")).forEach(part -> command.add(part.asText()));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    var environment = new TreeMap<String, String>();
    job.environment()
        .forEach((name, variable) -> environment.put(name, variable.path("value").asText()));
    var builder =
        new ProcessBuilder(command)
            .directory(service.target().resolve("quarkus-app").toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().putAll(more);
    var process = builder.start();
    try {
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), said);
      return new Ended(process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }
}
