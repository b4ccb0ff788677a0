package dev.bellwether.campaign.suggestion.api;

import dev.bellwether.campaign.figures.storage.FigureReader;
import dev.bellwether.campaign.plan.AccountHistory;
import dev.bellwether.campaign.plan.PricedAccount;
import dev.bellwether.campaign.plan.messaging.PlanPublisher;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.campaign.suggestion.AdLine;
import dev.bellwether.campaign.suggestion.Advice;
import dev.bellwether.campaign.suggestion.EditedSplit;
import dev.bellwether.campaign.suggestion.NotPlannableException;
import dev.bellwether.campaign.suggestion.SuggestedPlan;
import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.campaign.suggestion.SuggestionKind;
import dev.bellwether.campaign.suggestion.SuggestionState;
import dev.bellwether.campaign.suggestion.storage.SuggestionStore;
import dev.bellwether.campaign.suggestion.watch.AccountLines;
import dev.bellwether.campaign.suggestion.watch.SuggestionSettings;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Carries out what somebody decides on a suggestion. No money moves: an acceptance makes a plan.
 */
@ApplicationScoped
class Decisions {

  private final SuggestionStore suggestions;
  private final WorkspaceTransaction transactions;
  private final FigureReader figures;
  private final PlanStore plans;
  private final PlanPublisher publisher;
  private final SuggestionSettings settings;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();

  Decisions(
      SuggestionStore suggestions,
      WorkspaceTransaction transactions,
      FigureReader figures,
      PlanStore plans,
      PlanPublisher publisher,
      SuggestionSettings settings,
      MeterRegistry metrics) {
    this.suggestions = suggestions;
    this.transactions = transactions;
    this.figures = figures;
    this.plans = plans;
    this.publisher = publisher;
    this.settings = settings;
    this.metrics = metrics;
  }

  /**
   * Makes a proposed plan of it.
   *
   * @param by subject of the key that decides
   * @throws ProblemException 409 where it is not open, 422 where no plan can be made of it
   */
  BudgetPlan accept(Suggestion suggestion, AcceptanceRequest request, String by) {
    requireOpen(suggestion);
    request.check(suggestion.advice().kind());
    var now = now();
    var history = history(suggestion);
    var lines = AccountLines.of(history);
    var plan = plan(suggestion, request, history, lines, now);
    var advice = suggestion.advice().on(asTheyRun(suggestion.advice(), lines));
    var change =
        new Suggestion.Change(SuggestionState.ACCEPTED, now, by, request.note(), plan.id());
    end(suggestion, advice, change, () -> keep(plan, by));
    return plan;
  }

  /**
   * @param note why; null where nothing was said
   * @throws ProblemException 409 where it is not open
   */
  void dismiss(Suggestion suggestion, String note, String by) {
    requireOpen(suggestion);
    AcceptanceRequest.checkNote(note);
    var change = new Suggestion.Change(SuggestionState.DISMISSED, now(), by, note, null);
    end(suggestion, suggestion.advice(), change, () -> {});
  }

  /** The suggestion's row is held while the plan goes out: of two who accept, one makes a plan. */
  private void end(
      Suggestion suggestion, Advice advice, Suggestion.Change change, Runnable effect) {
    transactions.inWorkspace(
        suggestion.workspace(),
        connection -> {
          if (!suggestions.end(
              connection, suggestion.workspace(), suggestion.id(), advice, change)) {
            throw decided("it was decided on, or has lapsed, a moment ago");
          }
          if (advice.kind() == SuggestionKind.RESUME) {
            suggestions.settle(connection, suggestion.workspace(), advice.pauses());
          }
          effect.run();
          return null;
        });
    metrics
        .counter(
            "bellwether.suggestions",
            "kind",
            advice.kind().wireName(),
            "state",
            change.state().wireName())
        .increment();
  }

  private AccountHistory history(Suggestion suggestion) {
    var rows = figures.recent(suggestion.workspace(), suggestion.account());
    if (rows.isEmpty()) {
      throw notPlannable("There are no ad figures of the account any more.");
    }
    return AccountHistory.of(suggestion.account(), rows);
  }

  private BudgetPlan plan(
      Suggestion suggestion,
      AcceptanceRequest request,
      AccountHistory history,
      List<AdLine> lines,
      Instant now) {
    var rules = settings.rules();
    SuggestedPlan editing = new EditedSplit(rules.mostTaken(), rules.mostGrowth());
    var priced = PricedAccount.of(history, request.goalOrDefault(), request.day());
    try {
      var split =
          editing.split(
              suggestion, lines, priced.marginalToday(), request.asFreed(), request.keep());
      return priced.plan(
          suggestion.workspace(),
          planId(suggestion),
          now,
          split.stream()
              .map(line -> new PricedAccount.Spend(line.plannedMicros(), line.reason()))
              .toList(),
          scenario(suggestion));
    } catch (NotPlannableException e) {
      throw notPlannable(e.getMessage());
    }
  }

  /**
   * The same for the same suggestion: should the plan be kept and the acceptance not, the next
   * attempt leaves no second one behind.
   */
  private static String planId(Suggestion suggestion) {
    String name = suggestion.workspace() + '\n' + suggestion.id();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String scenario(Suggestion suggestion) {
    return "suggestion " + suggestion.id() + ": " + suggestion.advice().kind().wireName();
  }

  private void keep(BudgetPlan plan, String by) {
    if (plans.find(plan.workspace(), plan.id()).isPresent()) {
      return;
    }
    var announced = new AtomicBoolean();
    try {
      plans.keep(
          plan,
          by,
          () -> {
            publisher.publish(plan);
            announced.set(true);
          });
    } catch (RuntimeException e) {
      // The database failed at the very commit: nobody may act on a plan that nobody can look up
      if (announced.get()) {
        publisher.withdraw(plan);
      }
      throw e;
    }
  }

  /** What a pause is taken back to is what was spent when it was accepted. */
  private static List<AdLine> asTheyRun(Advice advice, List<AdLine> lines) {
    if (!advice.kind().isProtection()) {
      return advice.lines();
    }
    var current = new HashMap<List<String>, AdLine>();
    lines.forEach(line -> current.put(List.of(line.campaign(), line.adSet()), line));
    return advice.lines().stream()
        .map(
            line -> {
              var now = current.get(List.of(line.campaign(), line.adSet()));
              return now == null || now.todayMicros() == 0 ? line : now;
            })
        .toList();
  }

  private static void requireOpen(Suggestion suggestion) {
    if (suggestion.state() != SuggestionState.OPEN) {
      throw decided("it is " + suggestion.state().wireName());
    }
  }

  private static ProblemException decided(String why) {
    return new ProblemException(
        409, "Not open", "The suggestion cannot be decided on any more: " + why + ".", null);
  }

  private static ProblemException notPlannable(String why) {
    return new ProblemException(422, "Cannot be planned", why, null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
