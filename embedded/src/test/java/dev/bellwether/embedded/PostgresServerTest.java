package dev.bellwether.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  private static final Path INSTALLED = Path.of("target", "postgres");

  @TempDir Path dataDir;

  @Test
  void committedRowsSurviveAKillOfTheServer() throws Exception {
    var first = PostgresServer.start(settings());
    try (var connection = connect(first, "ingest")) {
      run(connection, "create table kept (id int primary key)");
      run(connection, "insert into kept values (1), (2)");
    }
    first.process().destroyForcibly().waitFor();
    assertTrue(
        Files.exists(dataDir.resolve("cluster/postmaster.pid")),
        "the kill leaves PostgreSQL's own note behind");

    try (var second = PostgresServer.start(settings().onPort(first.port()))) {
      assertEquals(first.port(), second.port());
      assertEquals(2, count(second, "ingest", "select count(*) from kept"));
    }
  }

  @Test
  void aServerLeftRunningIsReplacedByTheNextStart() throws Exception {
    var left = PostgresServer.start(settings());
    try (var next = PostgresServer.start(settings())) {
      assertTrue(left.process().waitFor(10, TimeUnit.SECONDS), "two servers never share a cluster");
      assertEquals(1, count(next, "gateway", "select 1"));
    }
  }

  @Test
  void aNoteOfAProcessThatIsNotOursNeitherBlocksNorKillsIt() throws Exception {
    PostgresServer.start(settings()).close();
    Files.writeString(
        dataDir.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (var server = PostgresServer.start(settings())) {
      assertEquals(1, count(server, "ingest", "select 1"));
    }
  }

  @Test
  void aQueryThatOutlivesItsKilledServerIsEndedBeforeTheNextStart() throws Exception {
    var first = PostgresServer.start(settings());
    var busy = connect(first, "ingest");
    int backend;
    try (var statement = busy.createStatement();
        var rows = statement.executeQuery("select pg_backend_pid()")) {
      rows.next();
      backend = rows.getInt(1);
    }
    // no look at the clock in it: a server process notices its parent's end only when it waits
    var query =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThrows(
                        SQLException.class,
                        () ->
                            run(
                                busy,
                                "select count(*) from generate_series(1, 30000) a, generate_series(1, 100000) b")));
    awaitActive(first, backend);
    first.process().destroyForcibly().waitFor();

    try (var second = PostgresServer.start(settings())) {
      assertEquals(1, count(second, "ingest", "select 1"));
      assertTrue(
          ProcessHandle.of(backend)
              .filter(p -> p.isAlive() && p.info().command().orElse("").endsWith("postgres"))
              .isEmpty(),
          "two servers never write to one cluster");
    }
    query.join();
  }

  @Test
  void aClusterThatWasOnlyHalfMadeIsMadeAgain() throws Exception {
    var making = Files.createDirectories(dataDir.resolve("cluster.making/base"));
    Files.writeString(making.resolve("half"), "");
    Files.writeString(dataDir.resolve("superuser1.password"), "secret");
    try (var server = PostgresServer.start(settings())) {
      assertEquals(1, count(server, "ingest", "select 1"));
    }
    try (var left = Files.list(dataDir)) {
      assertTrue(
          left.noneMatch(f -> f.toString().matches(".*(making|superuser.*password)")),
          "nothing of it is left");
    }
  }

  @Test
  void aClusterOfAnotherVersionAndOneThatIsDamagedAreLeftAsTheyAre() throws Exception {
    var version = Files.createDirectories(dataDir.resolve("cluster")).resolve("PG_VERSION");
    var damaged = assertThrows(UncheckedIOException.class, () -> PostgresServer.start(settings()));
    assertTrue(damaged.getMessage().contains("holds no PostgreSQL data"), damaged.getMessage());

    Files.writeString(version, "99\n");
    var other = assertThrows(UncheckedIOException.class, () -> PostgresServer.start(settings()));
    assertTrue(other.getMessage().contains("is of PostgreSQL 99"), other.getMessage());
    assertEquals("99\n", Files.readString(version));
  }

  @Test
  void aServiceOwnsItsSchemaAndSeesNoOther() throws Exception {
    try (var server = PostgresServer.start(settings())) {
      try (var ingest = connect(server, "ingest")) {
        run(ingest, "create table secrets (id int)");
      }
      try (var gateway = connect(server, "gateway")) {
        var refused =
            assertThrows(SQLException.class, () -> run(gateway, "select * from ingest.secrets"));
        assertEquals("42501", refused.getSQLState(), refused.getMessage());
        assertThrows(SQLException.class, () -> run(gateway, "create role intruder superuser"));
      }
      assertEquals(
          0,
          count(
              server,
              "ingest",
              "select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"));
    }
  }

  @Test
  void nobodyEntersWithoutTheRightPassword() {
    try (var server = PostgresServer.start(settings())) {
      var url = server.jdbcUrl("ingest");
      assertThrows(
          SQLException.class,
          () -> DriverManager.getConnection(url, server.user("ingest"), "guess").close());
      assertThrows(
          SQLException.class, () -> DriverManager.getConnection(url, "postgres", "").close());
    }
  }

  @Test
  void passwordsStayTheSameAndAreReadableByTheirOwnerAlone() throws Exception {
    String password;
    try (var first = PostgresServer.start(settings())) {
      password = first.password("optimizer");
    }
    try (var second = PostgresServer.start(settings())) {
      assertEquals(password, second.password("optimizer"));
      assertThrows(IllegalArgumentException.class, () -> second.password("nobody"));
    }
    var mode = Files.getPosixFilePermissions(dataDir.resolve("passwords.properties"));
    assertEquals("rw-------", PosixFilePermissions.toString(mode));
  }

  @Test
  void aStoppedServerIsGone() {
    var server = PostgresServer.start(settings());
    server.close();
    assertFalse(server.process().isAlive());
    assertFalse(Files.exists(dataDir.resolve("cluster/postmaster.pid")), "it stopped in order");
  }

  private static void awaitActive(PostgresServer server, int backend) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (count(
            server,
            "ingest",
            "select count(*) from pg_stat_activity where state = 'active' and query like '%generate_series%' and pid = "
                + backend)
        == 0) {
      assertTrue(System.nanoTime() < deadline, "the query does not begin");
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private PostgresSettings settings() {
    return PostgresSettings.in(dataDir).installedIn(INSTALLED).notDurable();
  }

  private static Connection connect(PostgresServer server, String service) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(service), server.user(service), server.password(service));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(PostgresServer server, String service, String query)
      throws SQLException {
    try (var connection = connect(server, service);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
