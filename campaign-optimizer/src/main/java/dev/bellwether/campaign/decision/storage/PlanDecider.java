package dev.bellwether.campaign.decision.storage;

import dev.bellwether.campaign.decision.Decisions;
import dev.bellwether.campaign.decision.Decisions.Change;
import dev.bellwether.campaign.decision.NotPossibleException;
import dev.bellwether.campaign.decision.Step;
import dev.bellwether.campaign.plan.messaging.PlanPublisher;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.BudgetPlan.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Decides on a plan: in the database, on the topic, or nowhere. */
@ApplicationScoped
public class PlanDecider {

  private static final Logger LOG = Logger.getLogger(PlanDecider.class);

  private final DecisionStore store;
  private final PlanStore plans;
  private final AccountDays days;
  private final PlanPublisher publisher;

  public PlanDecider(
      DecisionStore store, PlanStore plans, AccountDays days, PlanPublisher publisher) {
    this.store = store;
    this.plans = plans;
    this.days = days;
    this.publisher = publisher;
  }

  /**
   * What came of it.
   *
   * @param plan as it now is
   * @param changes all plans that changed; empty where it stood there already
   * @param isCovered whether another plan was approved for some of its days before
   */
  public record Outcome(BudgetPlan plan, List<Change> changes, boolean isCovered) {

    public Outcome {
      changes = List.copyOf(changes);
    }

    /** The plans that changed so because of this one. */
    public List<String> others(Step step) {
      return changes.stream()
          .filter(change -> change.step() == step)
          .map(change -> change.after().id())
          .toList();
    }
  }

  /**
   * Takes the step, if it is possible; taking it again changes nothing. Empty where the workspace
   * has no such plan.
   *
   * @throws dev.bellwether.campaign.decision.NotPossibleException where the plan stands elsewhere
   * @throws dev.bellwether.kit.problem.ProblemException 503 where Kafka did not take it; then
   *     nothing was decided
   */
  public Optional<Outcome> decide(String workspace, String id, Step step, Decision decision) {
    Optional<BudgetPlan> asked = plans.find(workspace, id);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = days.at(decision.at(), workspace, asked.get().account());
    var announced = new ArrayList<String>();
    try {
      return store
          .decide(
              workspace,
              id,
              situation -> Decisions.of(step, situation, decision, today),
              plan -> announce(plan, announced))
          .map(decided -> new Outcome(decided.plan(), decided.changes(), decided.isCovered()));
    } catch (NotPossibleException e) {
      throw e;
    } catch (RuntimeException e) {
      tellAgain(asked.get(), announced);
      throw e;
    }
  }

  private void announce(BudgetPlan plan, List<String> announced) {
    // Noted first: what Kafka did not acknowledge it may have all the same
    announced.add(plan.id());
    publisher.announce(plan);
  }

  /** The database may not have kept what was announced: the topic is told what holds. */
  private void tellAgain(BudgetPlan asked, List<String> announced) {
    if (announced.isEmpty()) {
      return;
    }
    try {
      store.tellAgain(asked.workspace(), asked.account(), announced, publisher::announce);
    } catch (RuntimeException e) {
      LOG.warnf(
          e,
          "the topic may say of plans %s what was not decided; deciding on them again mends that",
          announced);
    }
  }
}
