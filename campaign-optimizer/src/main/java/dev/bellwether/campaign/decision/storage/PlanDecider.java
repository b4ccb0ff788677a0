package dev.bellwether.campaign.decision.storage;

import dev.bellwether.campaign.decision.Decisions;
import dev.bellwether.campaign.decision.Decisions.Change;
import dev.bellwether.campaign.decision.Step;
import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.plan.messaging.PlanPublisher;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.BudgetPlan.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Decides on a plan: in the database, on the topic, or nowhere. */
@ApplicationScoped
public class PlanDecider {

  private static final Logger LOG = Logger.getLogger(PlanDecider.class);

  /**
   * Where a day ends last: an account whose zone is not known is given the benefit of the doubt.
   */
  private static final ZoneId LATEST_ZONE = ZoneOffset.ofHours(-12);

  private final DecisionStore store;
  private final PlanStore plans;
  private final FigureReader figures;
  private final PlanPublisher publisher;

  public PlanDecider(
      DecisionStore store, PlanStore plans, FigureReader figures, PlanPublisher publisher) {
    this.store = store;
    this.plans = plans;
    this.figures = figures;
    this.publisher = publisher;
  }

  /**
   * What came of it.
   *
   * @param plan as it now is
   * @param changes all plans that changed; empty where it stood there already
   */
  public record Outcome(BudgetPlan plan, List<Change> changes) {

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
    LocalDate today =
        LocalDate.ofInstant(
            decision.at(), figures.zone(workspace, asked.get().account()).orElse(LATEST_ZONE));
    var announced = new ArrayList<Change>();
    try {
      List<Change> changes =
          store
              .decide(
                  workspace,
                  id,
                  situation -> Decisions.of(step, situation, decision, today),
                  decided -> announce(decided, announced))
              .orElseThrow();
      BudgetPlan now = plans.find(workspace, id).orElseThrow();
      if (changes.isEmpty()) {
        // A decision that was stored, and died before its caller heard of it, is told here again
        publisher.announce(now);
      }
      return Optional.of(new Outcome(now, changes));
    } catch (RuntimeException e) {
      takeBack(announced);
      throw e;
    }
  }

  private void announce(List<Change> changes, List<Change> announced) {
    for (Change change : changes) {
      // Noted first: what Kafka did not acknowledge it may have all the same
      announced.add(change);
      publisher.announce(change.after());
    }
  }

  /** The database did not keep what was announced: the topic is told what still holds. */
  private void takeBack(List<Change> announced) {
    for (Change change : announced.reversed()) {
      try {
        publisher.announce(change.before());
      } catch (RuntimeException e) {
        LOG.warnf(
            e,
            "the topic may say of plan %s what was not decided; deciding on it again mends that",
            change.before().id());
      }
    }
  }
}
