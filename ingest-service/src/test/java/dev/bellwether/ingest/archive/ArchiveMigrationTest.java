package dev.bellwether.ingest.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.embedded.PostgresServer;
import dev.bellwether.embedded.PostgresSettings;
import dev.bellwether.ingest.query.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of before the months is one of months, and all that was in it is found. */
class ArchiveMigrationTest {

  private static final String MENTION =
      """
      {"schemaVersion":1,"workspace":"%s","id":"%s","revision":3,"cause":"edited","platform":"x","kind":"reply",
       "text":"the red kettle","language":"en","createdAt":"%s","observedAt":"2026-11-02T10:00:00Z",
       "author":{"pseudonym":"ab","keyId":"k","followers":7},
       "engagement":{"likes":1,"reposts":2,"replies":3,"views":4},"monitors":["m1"],"flags":{"spam":0.7}}
      """;

  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  @Test
  void rowsOfTheFirstVersionAreMovedToTheirMonthsAndFound(@TempDir Path folder) throws Exception {
    Path programs = Path.of(System.getProperty("java.io.tmpdir"), "bellwether-test-postgres");
    var settings = PostgresSettings.in(folder.resolve("pg")).installedIn(programs).notDurable();
    try (var postgres = PostgresServer.start(settings)) {
      migrate(postgres, "1");
      try (Connection connection = connect(postgres)) {
        for (String workspace : List.of("mine", "theirs")) {
          in(connection, workspace);
          add(connection, workspace, "x:1", "2026-10-31T23:59:59.999Z");
          add(connection, workspace, "x:2", "2026-11-01T00:00:00Z");
          add(connection, workspace, "x:3", "1999-01-01T00:00:00Z");
        }
      }
      migrate(postgres, "2");
      try (Connection connection = connect(postgres)) {
        assertEquals(
            List.of("archived_mention_2026_10", "archived_mention_2026_11"), months(connection));
        in(connection, "mine");
        assertEquals(List.of("x:2", "x:1", "x:3"), find(connection, "kettle AND followers:>5"));
        assertEquals(List.of(), find(connection, "teapot"));
        assertEquals("1", value(connection, "select count(*) from archived_mention_2026_10"));
        assertEquals("1", value(connection, "select count(*) from mention_score_2026_11"));
        assertEquals(
            "{spam}", value(connection, "select distinct flags::text from archived_mention"));
        assertEquals("reply", value(connection, "select distinct kind from archived_mention"));
        assertEquals("x", value(connection, "select platform from archived_platform"));
        in(connection, "nobody");
        for (String table :
            List.of("archived_mention", "archived_mention_2026_10", "mention_score_default")) {
          assertEquals("0", value(connection, "select count(*) from " + table), table);
        }
      }
    }
  }

  private static void migrate(PostgresServer postgres, String target) {
    Flyway.configure()
        .dataSource(
            postgres.jdbcUrl("ingest"), postgres.user("ingest"), postgres.password("ingest"))
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static Connection connect(PostgresServer postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("ingest"), postgres.user("ingest"), postgres.password("ingest"));
  }

  private static void in(Connection connection, String workspace) throws SQLException {
    try (var set =
        connection.prepareStatement("select set_config('bellwether.workspace', ?, false)")) {
      set.setString(1, workspace);
      set.execute();
    }
  }

  private static void add(Connection connection, String workspace, String id, String at)
      throws SQLException {
    try (var mention =
            connection.prepareStatement(
                "insert into archived_mention (workspace, mention_id, revision, created_at, platform, language, monitors,"
                    + " mention) values (?, ?, 3, ?::timestamptz, 'x', 'en', '{m1}', ?::jsonb)");
        var score =
            connection.prepareStatement(
                "insert into mention_score values (?, ?, 3, 'positive', ?::jsonb)")) {
      mention.setString(1, workspace);
      mention.setString(2, id);
      mention.setString(3, at);
      mention.setString(4, MENTION.formatted(workspace, id, at));
      mention.execute();
      score.setString(1, workspace);
      score.setString(2, id);
      score.setString(3, "{\"createdAt\":\"" + at + "\"}");
      score.execute();
    }
  }

  private List<String> find(Connection connection, String query) throws Exception {
    var selection =
        new Selection(
            "mine",
            ArchiveFilter.of(Query.parse(query), null, null),
            (workspace, platform, account) -> Set.of(),
            List.of());
    return new ArchiveRows(connection, json)
        .page(selection, ArchiveRows.Order.NEWEST_FIRST, null, 10).stream()
            .filter(row -> selection.matches(row.mention()))
            .map(row -> row.mention().id())
            .toList();
  }

  private static List<String> months(Connection connection) throws SQLException {
    var months = new ArrayList<String>();
    try (var select =
            connection.prepareStatement(
                "select inhrelid::regclass::text from pg_inherits where inhparent = 'archived_mention'::regclass"
                    + " and inhrelid::regclass::text !~ 'default' order by 1");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        months.add(rows.getString(1));
      }
    }
    return months;
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (var select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
