package dev.bellwether.campaign.pacing.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which plans are looked at, and of which it was told that they are off. */
@ApplicationScoped
class PacingStore {

  /** So that a round ends. */
  private static final int MOST_A_ROUND = 1_000;

  /** Nobody says yet which plan is followed: the newest of an account and day is taken to be. */
  private static final String OPEN =
      """
      select p.plan from (
        select distinct on (workspace, account, plan ->> 'day') workspace, id, plan
        from budget_plan where plan ->> 'day' between ? and ?
        order by workspace, account, plan ->> 'day', created_at desc, id) p
      where not exists (select from pacing_told t where t.workspace = p.workspace and t.plan_id = p.id)
      order by p.plan ->> 'day' desc limit %d
      """
          .formatted(MOST_A_ROUND);

  private static final String TOLD =
      "insert into pacing_told (workspace, plan_id) values (?, ?) on conflict do nothing";

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;

  PacingStore(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * The newest plan of each account for each of these days, unless it was told of; all workspaces'.
   */
  List<BudgetPlan> open(LocalDate from, LocalDate to) {
    return transactions.asWorker(
        connection -> {
          try (var select = connection.prepareStatement(OPEN)) {
            select.setString(1, from.toString());
            select.setString(2, to.toString());
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
   * Tells of a plan, once: another instance that is at it is waited for, and what was not told,
   * since {@code announce} threw or its process died, is told in the next round.
   *
   * @param announce runs before anybody can see that it was told
   */
  void tell(BudgetPlan plan, Runnable announce) {
    transactions.inWorkspace(
        plan.workspace(),
        connection -> {
          try (var insert = connection.prepareStatement(TOLD)) {
            insert.setString(1, plan.workspace());
            insert.setString(2, plan.id());
            if (insert.executeUpdate() == 1) {
              announce.run();
            }
            return null;
          }
        });
  }
}
