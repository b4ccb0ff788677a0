package dev.bellwether.campaign.plan.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.decision.history.Happening;
import dev.bellwether.campaign.decision.history.HistoryEntry;
import dev.bellwether.campaign.decision.history.PlanHistory;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspace's plans. */
@ApplicationScoped
public class PlanStore implements PanacheRepositoryBase<StoredPlan, StoredPlan.Key> {

  private final WorkspaceTransaction transactions;
  private final PlanHistory history;
  private final ObjectMapper json;

  public PlanStore(WorkspaceTransaction transactions, PlanHistory history, ObjectMapper json) {
    this.transactions = transactions;
    this.history = history;
    this.json = json;
  }

  /**
   * Keeps the plan if {@code announce} returns: when it throws, there never was a plan.
   *
   * @param by subject of the key that had it made; null where nobody did
   * @param announce runs after the database took the plan and before it is visible
   */
  public void keep(BudgetPlan plan, String by, Runnable announce) {
    transactions.inWorkspace(
        plan.workspace(),
        connection -> {
          persistAndFlush(
              new StoredPlan(
                  new StoredPlan.Key(plan.workspace(), plan.id()),
                  plan.account(),
                  plan.createdAt(),
                  written(plan)));
          history.add(
              connection,
              plan.workspace(),
              plan.id(),
              new HistoryEntry(plan.createdAt(), by, Happening.MADE, Map.of()));
          announce.run();
          return null;
        });
  }

  public Optional<BudgetPlan> find(String workspace, String id) {
    return transactions.inWorkspace(
        workspace, _ -> findByIdOptional(new StoredPlan.Key(workspace, id)).map(this::read));
  }

  /** The newest plans first; of all accounts where {@code account} is null. */
  public List<BudgetPlan> newest(String workspace, String account, int limit) {
    return transactions.inWorkspace(
        workspace,
        _ ->
            find(
                    "key.workspace = ?1 and (cast(?2 as string) is null or account = ?2)"
                        + " order by createdAt desc, key.id",
                    workspace,
                    account)
                .page(Page.ofSize(limit))
                .stream()
                .map(this::read)
                .toList());
  }

  private String written(BudgetPlan plan) {
    try {
      return json.writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan cannot be written as JSON", e);
    }
  }

  private BudgetPlan read(StoredPlan stored) {
    try {
      return json.readValue(stored.plan, BudgetPlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored plan " + stored.key.id() + " does not read", e);
    }
  }
}
