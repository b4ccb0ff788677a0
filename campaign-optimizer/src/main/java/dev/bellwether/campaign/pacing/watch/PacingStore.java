package dev.bellwether.campaign.pacing.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.decision.history.HistoryEntry;
import dev.bellwether.campaign.decision.history.PlanHistory;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which plans are looked at, and what was told of their days. */
@ApplicationScoped
class PacingStore {

  /** So that a round ends. */
  private static final int MOST_A_ROUND = 1_000;

  private static final String OPEN =
      """
      select plan from budget_plan
      where status = 'approved' and first_day <= ? and last_day >= ?
      order by first_day desc, workspace, id limit %d
      """
          .formatted(MOST_A_ROUND);

  private static final String TELL =
      """
      insert into pacing_told (workspace, plan_id, day, what) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private final WorkspaceTransaction transactions;
  private final PlanHistory history;
  private final ObjectMapper json;

  PacingStore(WorkspaceTransaction transactions, PlanHistory history, ObjectMapper json) {
    this.transactions = transactions;
    this.history = history;
    this.json = json;
  }

  /** The approved plans that have one of these days; all workspaces'. */
  List<BudgetPlan> open(LocalDate from, LocalDate to) {
    return transactions.asWorker(
        connection -> {
          try (var select = connection.prepareStatement(OPEN)) {
            select.setString(1, to.toString());
            select.setString(2, from.toString());
            var plans = new ArrayList<BudgetPlan>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                plans.add(json.readValue(row.getString(1), BudgetPlan.class));
              }
            } catch (JsonProcessingException e) {
              throw new IllegalStateException("a stored plan does not read", e);
            }
            return plans;
          }
        });
  }

  /**
   * Tells something of a plan's day, once: another instance that is at it is waited for, and what
   * was not told, since {@code announce} threw or its process died, is told in the next round.
   *
   * @param what {@code pace} or {@code lines}
   * @param entry what the plan's history says of it
   * @param announce runs before anybody can see that it was told
   */
  void tell(BudgetPlan plan, LocalDate day, String what, HistoryEntry entry, Runnable announce) {
    transactions.inWorkspace(
        plan.workspace(),
        connection -> {
          try (var insert = connection.prepareStatement(TELL)) {
            insert.setString(1, plan.workspace());
            insert.setString(2, plan.id());
            insert.setString(3, day.toString());
            insert.setString(4, what);
            if (insert.executeUpdate() == 1) {
              history.add(connection, plan.workspace(), plan.id(), entry);
              announce.run();
            }
            return null;
          }
        });
  }
}
