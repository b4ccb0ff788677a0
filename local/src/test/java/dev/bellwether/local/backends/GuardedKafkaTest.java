package dev.bellwether.local.backends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.embedded.KafkaBroker;
import dev.bellwether.embedded.KafkaLogins;
import dev.bellwether.embedded.TopicCreation;
import dev.bellwether.local.Bellwether;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What up and replay say of a broker that asks who comes; each test has a user of its own. */
class GuardedKafkaTest {

  private static final Map<String, String> USERS =
      Map.of(KafkaLogins.ADMIN, "a", "guest", "g", "user", "u", "reader", "r", "replayer", "p");

  @TempDir private static Path folder;

  private static KafkaBroker broker;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    broker = KafkaBroker.startGuarded(folder.resolve("kafka"), 0, new KafkaLogins(USERS));
    var settings = new HashMap<String, Object>(KafkaLogins.client(KafkaLogins.ADMIN, "a"));
    settings.put("bootstrap.servers", broker.bootstrapServers());
    admin = Admin.create(settings);
    TopicCreation.create(admin, Topics.ALL);
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void aWrongPasswordIsToldAsSuch() throws Exception {
    var file = file("wrong", KafkaLogins.client("user", "guessed"));
    var up = assertThrows(BackendException.class, () -> kafka(file).prepare());
    assertTrue(up.getMessage().contains("does not let us in: Authentication failed"), up::toString);
    for (var replay : List.of(List.of("--list"), List.of("mentions"))) {
      var said = replay(file, replay);
      assertTrue(said.contains("does not let us in: Authentication failed"), said);
      assertTrue(said.contains("--kafka-config"), said);
    }
  }

  @Test
  void whoMayDoNothingIsToldWhichRequestIsRefused() throws Exception {
    var up = assertThrows(BackendException.class, () -> kafka(login("guest")).prepare());
    assertTrue(up.getMessage().contains("grant Create on the cluster"), up::toString);
    assertTrue(up.getMessage().contains("trends-dlq"), up::toString);
  }

  @Test
  void aReplayWithoutItsTransactionsIsToldOfTheRightAndTheOneWithThemRuns() throws Exception {
    allow("replayer", ResourceType.TOPIC, "*", AclOperation.READ, AclOperation.WRITE);
    var refused = replay(login("replayer"), List.of("mentions"));
    assertTrue(refused.contains("lets us in but refuses a request: Transactional"), refused);
    assertTrue(refused.contains("docs/running.md lists the rights"), refused);

    allow(
        "replayer",
        ResourceType.TRANSACTIONAL_ID,
        "bellwether-replay-mentions",
        AclOperation.WRITE,
        AclOperation.DESCRIBE);
    assertEquals(
        "replayed 0, superseded 0, stay 0", replay(login("replayer"), List.of("mentions")));
  }

  @Test
  void aTruststoreThatCannotBeReadIsNamed() throws Exception {
    var settings = new HashMap<>(KafkaLogins.client("user", "u"));
    settings.put("security.protocol", "SASL_SSL");
    settings.put("ssl.truststore.location", folder.resolve("nowhere.p12").toString());
    var file = file("nowhere", settings);
    var up = assertThrows(BackendException.class, () -> kafka(file).prepare());
    for (var said : List.of(up.getMessage(), replay(file, List.of("--list")))) {
      assertTrue(said.contains("cannot be asked: "), said);
      assertTrue(said.contains("nowhere.p12"), said);
      assertTrue(said.contains("see --kafka and --kafka-config"), said);
    }
  }

  @Test
  void aTopicThatThrowsAwayIsRefusedWhereItsSettingsMayBeRead() throws Exception {
    allow("reader", ResourceType.TOPIC, "*", AclOperation.DESCRIBE);
    var seen = kafka(login("reader"));
    assertEquals(admin.describeCluster().clusterId().get(), seen.prepare());
    setCleanup("delete");
    try {
      assertEquals(seen.clusterId(), seen.prepare(), "it may not look");

      allow("reader", ResourceType.TOPIC, "*", AclOperation.DESCRIBE_CONFIGS);
      var refused = assertThrows(BackendException.class, seen::prepare).getMessage();
      assertTrue(refused.contains("topic trends at"), refused);
      assertTrue(refused.contains("cleanup.policy=delete and must have compact"), refused);
      assertTrue(refused.contains("--add-config cleanup.policy=compact"), refused);
    } finally {
      setCleanup("compact");
    }
    assertEquals(seen.clusterId(), seen.prepare());
  }

  private static void setCleanup(String policy) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, Topics.TRENDS),
                List.of(
                    new AlterConfigOp(
                        new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private static void allow(String user, ResourceType type, String name, AclOperation... operations)
      throws Exception {
    Set<AclBinding> acls =
        Stream.of(operations)
            .map(
                operation ->
                    new AclBinding(
                        new ResourcePattern(type, name, PatternType.LITERAL),
                        new AccessControlEntry(
                            "User:" + user, "*", operation, AclPermissionType.ALLOW)))
            .collect(Collectors.toSet());
    admin.createAcls(acls).all().get();
  }

  private static ExternalKafka kafka(Path config) {
    return new ExternalKafka(KafkaAddress.of(broker.bootstrapServers(), Optional.of(config)));
  }

  private static Path login(String user) throws IOException {
    return file(user, KafkaLogins.client(user, USERS.get(user)));
  }

  private static Path file(String name, Map<String, String> settings) throws IOException {
    var lines =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .toList();
    return Files.write(folder.resolve(name + ".properties"), lines);
  }

  /** The one line that it says. */
  private static String replay(Path config, List<String> arguments) {
    var said = new StringWriter();
    var line =
        Stream.concat(
            Stream.of(
                "replay",
                "--kafka",
                broker.bootstrapServers(),
                "--kafka-config",
                config.toString()),
            arguments.stream());
    var writer = new PrintWriter(said, true);
    var _ =
        Bellwether.commandLine().setOut(writer).setErr(writer).execute(line.toArray(String[]::new));
    assertEquals(1, said.toString().lines().count(), said::toString);
    return said.toString().strip();
  }
}
