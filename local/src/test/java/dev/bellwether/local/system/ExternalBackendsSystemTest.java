package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.embedded.KafkaBroker;
import dev.bellwether.embedded.Lifeline;
import dev.bellwether.embedded.PostgresServer;
import dev.bellwether.embedded.PostgresSettings;
import dev.bellwether.local.backends.BackendOptions;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.backends.HostPort;
import dev.bellwether.local.backends.KafkaAddress;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A broker and a database that somebody else has started, and that stay when the suite goes. */
class ExternalBackendsSystemTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PASSWORD = "p@ss: w/rd$1";
  private static final String POST =
      "{\"id\":\"1\",\"platform\":\"x\",\"text\":\"I love it, it is wonderful\",\"createdAt\":\"2026-01-01T00:00:00Z\"}";

  private static Process broker;
  private static int brokerPort;
  private static PostgresServer database;
  private static Path databaseFolder;

  @BeforeAll
  static void startOutside() throws Exception {
    var folder = TestSuite.newFolder("outside");
    brokerPort = FreePort.find();
    broker = startBroker(folder);
    databaseFolder = folder.resolve("postgres");
    database =
        PostgresServer.start(
            PostgresSettings.in(databaseFolder)
                .installedIn(SharedData.root().resolve("embedded/target/postgres"))
                .notDurable());
    asSuperuser(
        "create role marketing login createrole password '" + PASSWORD + "'",
        "create database acme owner marketing");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> new HostPort("127.0.0.1", brokerPort).listens(Duration.ofSeconds(1)));
  }

  @AfterAll
  static void stopOutside() throws InterruptedException {
    if (database != null) {
      database.close();
    }
    if (broker != null) {
      broker.destroyForcibly().waitFor();
    }
  }

  @Test
  void postsGoInAndSentimentComesOutOfBackendsThatAreLeftAloneAfterwards() throws Exception {
    DataDir dataDir;
    try (var suite = TestSuite.start("external", given())) {
      dataDir = suite.dataDir();
      suite.gateway().post("/v1/mentions", "application/x-ndjson", POST);
      Awaitility.await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () ->
                  Counts.of(suite.gateway()).byMonitorAndLabel().get("(all)").get("positive") == 1);

      var status = suite.run("status", List.of());
      assertEquals(0, status.exit(), status.out() + status.err());
      assertTrue(status.out().contains("broker     at 127.0.0.1:" + brokerPort), status.out());
      assertTrue(status.out().contains("/acme, not ours to stop"), status.out());
      assertTrue(suite.suite().process(Component.BROKER).isEmpty());
      assertFalse(Files.exists(dataDir.kafka().resolve("meta.properties")), "no second broker");
      assertEquals(
          Component.services().size(),
          superuserCount(
              "postgres",
              "select count(distinct usename) from pg_stat_activity where usename like 'acme%'"),
          "each service enters as a role of its own");
    }
    assertNoFileHolds(dataDir.path(), PASSWORD);
    refusesAnotherKafkaForTheSameDatabase();

    var erased = TestSuite.run(dataDir, "down", List.of("--erase"));

    assertTrue(erased.out().contains("not touched: what lies in the Kafka at"), erased.out());
    assertTrue(broker.isAlive() && database.process().isAlive());
    assertEquals(
        1,
        superuserCount("acme", "select count(*) from ingest.archived_mention"),
        "it is still there");
  }

  /** Its own broker knows nothing of the posts that the database holds for known. */
  private static void refusesAnotherKafkaForTheSameDatabase() {
    var refused =
        assertThrows(
            SuiteException.class,
            () ->
                TestSuite.start(
                    "external-mixed", new Backends(Optional.empty(), given().postgres())));
    assertTrue(
        refused.getMessage().contains("/acme belongs with the Kafka cluster"),
        refused.getMessage());
  }

  private static Backends given() {
    return new Backends(
        Optional.of(KafkaAddress.of("127.0.0.1:" + brokerPort, Optional.empty())),
        Optional.of(
            BackendOptions.postgres(
                "postgresql://marketing@127.0.0.1:" + database.port() + "/acme",
                Map.of(BackendOptions.PASSWORD_VARIABLE, PASSWORD))));
  }

  private static Process startBroker(Path folder) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaBroker.class.getName(),
                folder.resolve("kafka").toString(),
                Integer.toString(brokerPort))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    Lifeline.tie(process, "KILL");
    return process;
  }

  private static void assertNoFileHolds(Path folder, String secret) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret),
            file.toString());
      }
    }
  }

  private static void asSuperuser(String... statements) throws Exception {
    try (var connection = connectAsSuperuser("postgres");
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int superuserCount(String database, String query) throws Exception {
    try (var connection = connectAsSuperuser(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connectAsSuperuser(String name) throws IOException, SQLException {
    var passwords = new Properties();
    try (var reader = Files.newBufferedReader(databaseFolder.resolve("passwords.properties"))) {
      passwords.load(reader);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + name,
        "postgres",
        passwords.getProperty("postgres"));
  }
}
