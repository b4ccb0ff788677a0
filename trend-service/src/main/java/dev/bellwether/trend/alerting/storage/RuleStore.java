package dev.bellwether.trend.alerting.storage;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.alerting.definition.RuleDefinition;
import dev.bellwether.trend.alerting.rule.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The table {@code alert_rule}. */
@ApplicationScoped
public class RuleStore {

  private static final Logger LOG = Logger.getLogger(RuleStore.class);

  private static final String SELECT =
      "select id, version, definition from alert_rule where workspace = ?";

  private final StoredJson json;

  public RuleStore(StoredJson json) {
    this.json = json;
  }

  /** Oldest first. */
  public List<Rule> all(Connection connection, String workspace) throws SQLException {
    try (var select = connection.prepareStatement(SELECT + " order by created_at, id")) {
      select.setString(1, workspace);
      return read(select);
    }
  }

  public Optional<Rule> find(Connection connection, String workspace, String id)
      throws SQLException {
    return one(connection, " and id = ?", workspace, id);
  }

  /** So that whoever else wants to change it waits for this transaction. */
  public Optional<Rule> lock(Connection connection, String workspace, String id)
      throws SQLException {
    return one(connection, " and id = ? for update", workspace, id);
  }

  public Optional<Rule> named(Connection connection, String workspace, String name)
      throws SQLException {
    return one(connection, " and name = ?", workspace, name);
  }

  private Optional<Rule> one(Connection connection, String which, String workspace, String value)
      throws SQLException {
    try (var select = connection.prepareStatement(SELECT + which)) {
      select.setString(1, workspace);
      select.setString(2, value);
      return read(select).stream().findFirst();
    }
  }

  private List<Rule> read(PreparedStatement select) throws SQLException {
    var rules = new ArrayList<Rule>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        String id = rows.getString("id");
        try {
          var definition = json.read(rows.getString("definition"), RuleDefinition.class);
          rules.add(definition.toRule(id, rows.getInt("version")));
        } catch (ProblemException | IllegalStateException e) {
          // One that an older version took must not stop all the others
          LOG.errorf(e, "rule %s does not read and is left out; write it anew", id);
        }
      }
    }
    return rules;
  }

  public void save(Connection connection, String workspace, Rule rule) throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into alert_rule (workspace, id, version, name, definition)
            values (?, ?, ?, ?, ?::jsonb)
            on conflict (workspace, id) do update
            set version = excluded.version, name = excluded.name, definition = excluded.definition
            """)) {
      upsert.setString(1, workspace);
      upsert.setString(2, rule.id());
      upsert.setInt(3, rule.version());
      upsert.setString(4, rule.name());
      upsert.setString(5, json.write(RuleDefinition.of(rule)));
      upsert.executeUpdate();
    }
  }

  /** What it has found stays; what it has not yet delivered is not any more. */
  public void delete(Connection connection, String workspace, String id) throws SQLException {
    for (String sql :
        List.of(
            "delete from alert_rule where workspace = ? and id = ?",
            "delete from alert_cooldown where workspace = ? and rule = ?",
            "update alert set open = false where workspace = ? and rule = ? and open",
            """
            update delivery set state = 'cancelled', settled_at = now()
            where workspace = ? and state in ('pending', 'held') and alert in
              (select id from alert where alert.workspace = delivery.workspace and rule = ?)
            """)) {
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, workspace);
        statement.setString(2, id);
        statement.executeUpdate();
      }
    }
  }
}
