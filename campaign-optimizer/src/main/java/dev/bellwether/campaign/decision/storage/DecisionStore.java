package dev.bellwether.campaign.decision.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.decision.Decisions.Change;
import dev.bellwether.campaign.decision.Decisions.Other;
import dev.bellwether.campaign.decision.Decisions.Situation;
import dev.bellwether.campaign.decision.Step;
import dev.bellwether.campaign.decision.history.Happening;
import dev.bellwether.campaign.decision.history.HistoryEntry;
import dev.bellwether.campaign.decision.history.PlanHistory;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes plans that were decided on, one decision of an account at a time. */
@ApplicationScoped
public class DecisionStore {

  /** For this transaction; whoever decides on another plan of the account waits for its end. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended(jsonb_build_array('budget-plans', ?::text, ?::text)::text, 0))";

  private static final String FIND =
      "select plan, replaced_by from budget_plan where workspace = ? and id = ?";

  private static final String OTHERS =
      """
      select plan, replaced_by from budget_plan
      where workspace = ? and account = ? and id <> ? and (status = 'approved' or replaced_by = ?)
      order by created_at, id
      """;

  private static final String UPDATE =
      "update budget_plan set plan = ?::jsonb, replaced_by = ? where workspace = ? and id = ?";

  private final WorkspaceTransaction transactions;
  private final PlanHistory history;
  private final ObjectMapper json;

  public DecisionStore(WorkspaceTransaction transactions, PlanHistory history, ObjectMapper json) {
    this.transactions = transactions;
    this.history = history;
    this.json = json;
  }

  /**
   * @param plan as it now is
   * @param changes all plans that changed; empty where it stood there already
   * @param isCovered whether another plan was approved for some of its days before the changes
   */
  record Decided(BudgetPlan plan, List<Change> changes, boolean isCovered) {}

  /**
   * The changes that {@code judge} makes of how things stand, stored if {@code announce} returns
   * each time; empty where there is no such plan. Meanwhile nothing else is decided on the account.
   *
   * @param announce takes each plan that changed, or the one that was asked about where none did;
   *     runs after the database took the changes and before they are visible
   */
  Optional<Decided> decide(
      String workspace,
      String id,
      Function<Situation, List<Change>> judge,
      Consumer<BudgetPlan> announce) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          Optional<Other> found = find(connection, workspace, id);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          lock(connection, workspace, found.get().plan().account());
          // Read again: somebody may have decided while we waited
          BudgetPlan plan = find(connection, workspace, id).orElseThrow().plan();
          var situation = new Situation(plan, others(connection, plan));
          List<Change> changes = judge.apply(situation);
          BudgetPlan now = plan;
          for (Change change : changes) {
            store(connection, change);
            now = change.after().id().equals(id) ? change.after() : now;
          }
          if (changes.isEmpty()) {
            announce.accept(plan);
          }
          changes.forEach(change -> announce.accept(change.after()));
          return Optional.of(new Decided(now, changes, situation.isCovered()));
        });
  }

  /** Announces plans of an account as they are stored, while nobody decides on them. */
  void tellAgain(
      String workspace, String account, List<String> ids, Consumer<BudgetPlan> announce) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          lock(connection, workspace, account);
          for (String id : ids) {
            find(connection, workspace, id).map(Other::plan).ifPresent(announce);
          }
          return null;
        });
  }

  private static void lock(Connection connection, String workspace, String account)
      throws SQLException {
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, workspace);
      lock.setString(2, account);
      lock.execute();
    }
  }

  private Optional<Other> find(Connection connection, String workspace, String id)
      throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setString(1, workspace);
      select.setString(2, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private List<Other> others(Connection connection, BudgetPlan plan) throws SQLException {
    try (var select = connection.prepareStatement(OTHERS)) {
      select.setString(1, plan.workspace());
      select.setString(2, plan.account());
      select.setString(3, plan.id());
      select.setString(4, plan.id());
      var others = new ArrayList<Other>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          others.add(read(row));
        }
      }
      return others;
    }
  }

  private void store(Connection connection, Change change) throws SQLException {
    BudgetPlan plan = change.after();
    try (var update = connection.prepareStatement(UPDATE)) {
      update.setString(1, written(plan));
      update.setString(2, change.step() == Step.REPLACE ? change.by() : null);
      update.setString(3, plan.workspace());
      update.setString(4, plan.id());
      update.executeUpdate();
    }
    history.add(
        connection,
        plan.workspace(),
        plan.id(),
        new HistoryEntry(
            plan.decision().at(),
            plan.decision().by(),
            Happening.of(change.step()),
            plan.decision().note(),
            change.by(),
            Map.of()));
  }

  private Other read(ResultSet row) throws SQLException {
    try {
      return new Other(
          json.readValue(row.getString("plan"), BudgetPlan.class), row.getString("replaced_by"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored plan does not read", e);
    }
  }

  private String written(BudgetPlan plan) {
    try {
      return json.writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan cannot be written as JSON", e);
    }
  }
}
