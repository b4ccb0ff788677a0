package dev.bellwether.campaign.decision.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What has happened to each plan; entries are added and never changed. */
@ApplicationScoped
public class PlanHistory {

  private static final String ADD =
      """
      insert into plan_history (workspace, plan_id, at, who, what, note, other_plan, detail)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private static final String READ =
      """
      select at, who, what, note, other_plan, detail from plan_history
      where workspace = ? and plan_id = ? order by entry
      """;

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;

  public PlanHistory(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** Adds it in the transaction that makes it true. */
  public void add(Connection connection, String workspace, String plan, HistoryEntry entry)
      throws SQLException {
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setString(1, workspace);
      insert.setString(2, plan);
      insert.setObject(3, entry.at().atOffset(ZoneOffset.UTC));
      insert.setString(4, entry.by());
      insert.setString(5, entry.what().name());
      insert.setString(6, entry.note());
      insert.setString(7, entry.otherPlan());
      insert.setString(8, written(entry.detail()));
      insert.executeUpdate();
    }
  }

  /** Adds what changed nothing in the database. */
  public void add(String workspace, String plan, HistoryEntry entry) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          add(connection, workspace, plan, entry);
          return null;
        });
  }

  /** The oldest first; empty where the workspace has no such plan. */
  public List<HistoryEntry> of(String workspace, String plan) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select = connection.prepareStatement(READ)) {
            select.setString(1, workspace);
            select.setString(2, plan);
            var entries = new ArrayList<HistoryEntry>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                entries.add(entry(row));
              }
            }
            return entries;
          }
        });
  }

  private HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        Happening.valueOf(row.getString("what")),
        row.getString("note"),
        row.getString("other_plan"),
        detail(row.getString("detail")));
  }

  private String written(Map<String, String> detail) {
    try {
      return json.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and values are always JSON", e);
    }
  }

  private Map<String, String> detail(String text) {
    try {
      return json.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan's history does not read", e);
    }
  }
}
