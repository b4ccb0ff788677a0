package dev.bellwether.campaign.export.writer;

import dev.bellwether.campaign.decision.NotPossibleException;
import dev.bellwether.campaign.decision.PlanPeriod;
import dev.bellwether.campaign.decision.history.Happening;
import dev.bellwether.campaign.decision.history.HistoryEntry;
import dev.bellwether.campaign.decision.history.PlanHistory;
import dev.bellwether.campaign.decision.storage.AccountDays;
import dev.bellwether.campaign.export.Platform;
import dev.bellwether.campaign.export.writer.Delivery.Result;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Hands an approved plan to a writer, and writes down what came of it. */
@ApplicationScoped
public class Deliverer {

  private final PlanHistory history;
  private final AccountDays days;
  private final Clock clock = Clock.systemUTC();

  public Deliverer(PlanHistory history, AccountDays days) {
    this.history = history;
    this.days = days;
  }

  /**
   * @param key the order's, the same however often it is sent
   */
  public record Delivered(String key, Delivery delivery) {}

  /**
   * @param platform null where the writer knows by itself
   * @param day one of the plan's
   * @param by subject of the key that asks for it
   * @throws NotPossibleException where the plan is not approved, or the day is over
   * @throws WriteFailedException where the writer cannot be reached; the history says so
   */
  public Delivered deliver(
      BudgetPlan plan, PlatformWriter writer, Platform platform, LocalDate day, String by) {
    if (PlanPeriod.statusOf(plan) != PlanStatus.APPROVED) {
      throw new NotPossibleException(
          "Only an approved plan is delivered, and this one is not: approve it first.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (day.isBefore(days.at(now, plan.workspace(), plan.account()))) {
      throw new NotPossibleException("The day " + day + " is over for this account.");
    }
    WriteOrder order = WriteOrder.of(writer.name(), platform, day, plan);
    var detail = new HashMap<String, String>();
    detail.put("writer", writer.name());
    detail.put("delivery", order.key());
    detail.put("day", day.toString());
    if (platform != null) {
      detail.put("platform", platform.label());
    }
    try {
      Delivery delivery = writer.write(order);
      for (Result result : Result.values()) {
        detail.put(label(result), Long.toString(delivery.count(result)));
      }
      add(plan, by, now, detail);
      return new Delivered(order.key(), delivery);
    } catch (WriteFailedException e) {
      detail.put("failed", e.getMessage());
      add(plan, by, now, detail);
      throw e;
    }
  }

  private void add(BudgetPlan plan, String by, Instant now, Map<String, String> detail) {
    history.add(
        plan.workspace(), plan.id(), new HistoryEntry(now, by, Happening.DELIVERED, detail));
  }

  private static String label(Result result) {
    return switch (result) {
      case WRITTEN -> "written";
      case UNCHANGED -> "unchanged";
      case REFUSED -> "refused";
    };
  }
}
