package dev.bellwether.local.backends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.embedded.PostgresServer;
import dev.bellwether.embedded.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server on which an administrator has prepared one thing and another. */
class ExternalPostgresTest {

  private static final List<String> SERVICES = List.of("ingest", "gateway");
  private static final Map<String, String> PASSWORDS = Map.of("ingest", "one", "gateway", "two");

  private static PostgresServer server;
  private static String superuserPassword;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server =
        PostgresServer.start(
            PostgresSettings.in(folder)
                .installedIn(Path.of("../embedded/target/postgres"))
                .notDurable());
    var passwords = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
      passwords.load(reader);
    }
    superuserPassword = passwords.getProperty("postgres");
    try (var connection = superuser("postgres")) {
      for (var sql :
          List.of(
              "create role maker login createrole bypassrls password 'x'",
              "create database made owner maker",
              "create role plain login password 'x'",
              "create database shared owner plain",
              "create role above login bypassrls password 'x'",
              "create database open owner above",
              "create database latin encoding 'LATIN1' template template0 locale_provider libc locale 'C'",
              "create role guest login password 'x'")) {
        Queries.run(connection, sql);
      }
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void whoMayMakeRolesGetsOneForEachServiceThatRowLevelSecurityBinds() throws Exception {
    for (var password : List.of("one", "three")) {
      var logins =
          as("maker", "made").prepare(SERVICES, Map.of("ingest", password, "gateway", "two"));
      assertEquals("made_ingest", logins.get("ingest").user());
      assertEquals(password, logins.get("ingest").password().value());
    }
    try (var connection = superuser("made")) {
      assertEquals(
          Optional.of("made_gateway,made_ingest"),
          Queries.one(
              connection,
              "select string_agg(rolname, ',' order by rolname) from pg_roles where rolname like 'made%' and not rolsuper and not rolbypassrls"));
      assertEquals(
          Optional.of("made_ingest"),
          Queries.one(
              connection,
              "select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'ingest'"));
    }
  }

  @Test
  void whoMayNotMakeRolesOwnsEverySchema() {
    var logins = as("plain", "shared").prepare(SERVICES, PASSWORDS);
    for (var service : SERVICES) {
      assertEquals("plain", logins.get(service).user());
      assertEquals("x", logins.get(service).password().value());
      assertTrue(logins.get(service).jdbcUrl().endsWith("/shared?currentSchema=" + service));
    }
  }

  @Test
  void theDatabaseRemembersItsKafkaCluster() {
    var database = as("plain", "shared");
    database.prepare(SERVICES, PASSWORDS);
    assertEquals(Optional.empty(), database.cluster());
    database.noteCluster("abc-123");
    assertEquals(Optional.of("abc-123"), database.cluster());
  }

  @Test
  void aRoleAboveRowLevelSecurityIsRefused() {
    assertRefused("has BYPASSRLS", "above", "open");
  }

  @Test
  void aDatabaseWithoutPlaceForEveryLetterIsRefused() {
    assertRefused("is encoded in LATIN1", "maker", "latin");
  }

  @Test
  void missingRightsAndMistakesAreNamedWithTheirRemedy() {
    assertRefused("docs/running.md lists the rights", "guest", "shared");
    assertRefused("create it first", "plain", "nowhere");
    assertRefused("check user and password", "nobody", "shared");
  }

  private static void assertRefused(String expected, String user, String database) {
    var refused =
        assertThrows(BackendException.class, () -> as(user, database).prepare(SERVICES, PASSWORDS));
    assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }

  private static ExternalPostgres as(String user, String database) {
    return BackendOptions.postgres(
        "postgresql://%s:x@127.0.0.1:%d/%s".formatted(user, server.port(), database), Map.of());
  }

  private static Connection superuser(String database) throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database,
        "postgres",
        superuserPassword);
  }
}
