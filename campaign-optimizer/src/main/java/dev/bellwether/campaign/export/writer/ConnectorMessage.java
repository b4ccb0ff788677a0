package dev.bellwether.campaign.export.writer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.campaign.export.DayBudgets;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an operator's connector reads.
 *
 * @param type {@code plan.write}
 * @param timestamp when the plan was approved, not when it was sent
 */
public record ConnectorMessage(String type, Instant timestamp, Data data) {

  /**
   * @param delivery the header {@code webhook-id} again, for those who keep bodies only
   * @param platform {@code meta} or {@code google}; left out where nobody said
   * @param approvedBy subject of the key that approved
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Data(
      String delivery,
      String workspace,
      String account,
      String plan,
      String platform,
      LocalDate day,
      String currency,
      String approvedBy,
      List<DayBudgets.Line> lines) {}

  /**
   * What it may answer.
   *
   * @param lines those it has something to say of
   */
  public record Answer(List<AnsweredLine> lines) {}

  /**
   * @param result null stands for written
   */
  public record AnsweredLine(
      String campaign, String adSet, Delivery.Result result, String reason) {}

  static ConnectorMessage of(WriteOrder order) {
    BudgetPlan plan = order.plan();
    return new ConnectorMessage(
        "plan.write",
        plan.decision().at(),
        new Data(
            order.key(),
            plan.workspace(),
            plan.account(),
            plan.id(),
            order.platform() == null ? null : order.platform().label(),
            order.day(),
            plan.currency(),
            plan.decision().by(),
            order.budgets().lines()));
  }
}
