package dev.bellwether.campaign.suggestion.storage;

import static dev.bellwether.campaign.suggestion.storage.Columns.instant;
import static dev.bellwether.campaign.suggestion.storage.Columns.read;
import static dev.bellwether.campaign.suggestion.storage.Columns.set;
import static dev.bellwether.campaign.suggestion.storage.Columns.written;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.suggestion.AdLine;
import dev.bellwether.campaign.suggestion.Advice;
import dev.bellwether.campaign.suggestion.Evidence;
import dev.bellwether.campaign.suggestion.ShareInterval;
import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.campaign.suggestion.SuggestionState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The workspace's suggestions, with every change of their state. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      Advice.class,
      Evidence.class,
      Evidence.Outlook.class,
      ShareInterval.class,
      AdLine.class,
      SuggestionStore.Lines.class
    })
public class SuggestionStore {

  private static final String SELECT = "select * from spend_suggestion where workspace = ? ";

  private final ObjectMapper json;

  public SuggestionStore(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Apart from the advice, which is written anew every five minutes: an account may have 10,000.
   */
  record Lines(List<AdLine> lines) {}

  private String withoutLines(Advice advice) {
    return written(json, advice.on(List.of()));
  }

  private String lines(Advice advice) {
    return written(json, new Lines(advice.lines()));
  }

  /** Puts a new one, which is open. */
  public void open(Connection connection, Suggestion suggestion) throws SQLException {
    var advice = suggestion.advice();
    try (var insert =
        connection.prepareStatement(
            """
            insert into spend_suggestion
              (workspace, id, account, monitor, topic, kind, advice, lines, state, opened_at, heard_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, 'open', ?, ?, ?)
            """)) {
      set(
          insert,
          suggestion.workspace(),
          suggestion.id(),
          suggestion.account(),
          suggestion.monitor(),
          advice.topic(),
          advice.kind().wireName(),
          withoutLines(advice),
          lines(advice));
      set(insert, 9, suggestion.openedAt());
      set(insert, 10, suggestion.openedAt());
      set(insert, 11, advice.until());
      insert.executeUpdate();
    }
    note(connection, suggestion.workspace(), suggestion.id(), suggestion.changes().getFirst());
  }

  /**
   * Gives an open one newer figures; its lines stay.
   *
   * @param now wall clock
   */
  public void update(Connection connection, String workspace, String id, Advice advice, Instant now)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update spend_suggestion set kind = ?, advice = ?::jsonb, heard_at = ?, expires_at = ?
            where workspace = ? and id = ? and state = 'open'
            """)) {
      set(update, advice.kind().wireName(), withoutLines(advice));
      set(update, 3, now);
      set(update, 4, advice.until());
      update.setString(5, workspace);
      update.setString(6, id);
      update.executeUpdate();
    }
  }

  /**
   * Ends an open one. Its advice may be given anew, as the decision rests on it.
   *
   * @return false where it is not open any more: somebody else was first
   */
  public boolean end(
      Connection connection, String workspace, String id, Advice advice, Suggestion.Change change)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update spend_suggestion set state = ?, advice = ?::jsonb, lines = ?::jsonb
            where workspace = ? and id = ? and state = 'open'
            """)) {
      set(update, change.state().wireName(), withoutLines(advice), lines(advice), workspace, id);
      if (update.executeUpdate() == 0) {
        return false;
      }
    }
    note(connection, workspace, id, change);
    return true;
  }

  private static void note(
      Connection connection, String workspace, String id, Suggestion.Change change)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into spend_suggestion_change (workspace, suggestion, state, changed_by, note, plan, at, number)
            select ?, ?, ?, ?, ?, ?, ?, count(*) + 1 from spend_suggestion_change
            where workspace = ? and suggestion = ?
            """)) {
      set(
          insert,
          workspace,
          id,
          change.state().wireName(),
          change.by(),
          change.note(),
          change.plan());
      set(insert, 7, change.at());
      insert.setString(8, workspace);
      insert.setString(9, id);
      insert.executeUpdate();
    }
  }

  /** Says of accepted pauses that they were taken back, or are not to be. */
  public void settle(Connection connection, String workspace, List<String> pauses)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update spend_suggestion set resumed = true where workspace = ? and id = ?")) {
      for (String id : pauses) {
        set(update, workspace, id);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  public Optional<Suggestion> find(Connection connection, String workspace, String id)
      throws SQLException {
    return all(connection, SELECT + "and id = ?", workspace, id).stream().findFirst();
  }

  /** The newest of a place, open or not. */
  public Optional<Suggestion> last(
      Connection connection, String workspace, String monitor, String account, String topic)
      throws SQLException {
    return all(
            connection,
            SELECT
                + "and monitor = ? and account = ? and topic = ? order by (state = 'open') desc, opened_at desc, id desc limit 1",
            workspace,
            monitor,
            account,
            topic)
        .stream()
        .findFirst();
  }

  /** The open ones of a monitor. */
  public List<Suggestion> open(Connection connection, String workspace, String monitor)
      throws SQLException {
    return all(
        connection, SELECT + "and monitor = ? and state = 'open' order by id", workspace, monitor);
  }

  /** Accepted pauses and lowerings that nobody has taken back; the newest first. */
  public List<Suggestion> unresumed(
      Connection connection, String workspace, String monitor, String account) throws SQLException {
    return all(
        connection,
        SELECT
            + """
            and monitor = ? and account = ? and topic = 'storm' and state = 'accepted' and not resumed
            order by opened_at desc, id desc
            """,
        workspace,
        monitor,
        account);
  }

  /**
   * Monitors with an open suggestion whose reason is gone by event time.
   *
   * @param now the workspace's event time
   */
  public Set<String> expired(Connection connection, String workspace, Instant now)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select distinct monitor from spend_suggestion
            where workspace = ? and state = 'open' and expires_at < ?
            """)) {
      set(select, workspace);
      set(select, 2, now);
      return texts(select);
    }
  }

  private static Set<String> texts(PreparedStatement select) throws SQLException {
    var texts = new TreeSet<String>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  private List<Suggestion> all(Connection connection, String sql, String... texts)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      set(select, texts);
      return rows(connection, select);
    }
  }

  /** The rows of a query for whole suggestions. */
  List<Suggestion> rows(Connection connection, PreparedStatement select) throws SQLException {
    var found = new ArrayList<Suggestion>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        found.add(suggestion(connection, row));
      }
    }
    return found;
  }

  private Suggestion suggestion(Connection connection, ResultSet row) throws SQLException {
    String workspace = row.getString("workspace");
    String id = row.getString("id");
    return new Suggestion(
        workspace,
        id,
        row.getString("account"),
        row.getString("monitor"),
        SuggestionState.of(row.getString("state")).orElseThrow(),
        instant(row, "opened_at"),
        read(json, row.getString("advice"), Advice.class)
            .on(read(json, row.getString("lines"), Lines.class).lines()),
        changes(connection, workspace, id));
  }

  private static List<Suggestion.Change> changes(Connection connection, String workspace, String id)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select * from spend_suggestion_change where workspace = ? and suggestion = ? order by number")) {
      set(select, workspace, id);
      var changes = new ArrayList<Suggestion.Change>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          changes.add(
              new Suggestion.Change(
                  SuggestionState.of(row.getString("state")).orElseThrow(),
                  instant(row, "at"),
                  row.getString("changed_by"),
                  row.getString("note"),
                  row.getString("plan")));
        }
      }
      return changes;
    }
  }
}
