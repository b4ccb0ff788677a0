package dev.bellwether.campaign.export.writer;

import dev.bellwether.campaign.export.DayBudgets;
import dev.bellwether.campaign.export.Platform;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What is to be written.
 *
 * @param key the same for the same approval, day, platform and writer, however often it is sent: 32
 *     hexadecimal digits behind {@code plan_}
 * @param platform null where the writer knows by itself
 * @param day the account's local day
 */
public record WriteOrder(
    String key, Platform platform, LocalDate day, BudgetPlan plan, DayBudgets budgets) {

  private static final int KEY_BYTES = 16;

  /**
   * @param plan approved
   */
  static WriteOrder of(String writer, Platform platform, LocalDate day, BudgetPlan plan) {
    String said =
        String.join(
            "\n",
            plan.workspace(),
            plan.id(),
            plan.decision().at().toString(),
            day.toString(),
            platform == null ? "" : platform.label(),
            writer);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return new WriteOrder(
          "plan_" + HexFormat.of().formatHex(hash, 0, KEY_BYTES),
          platform,
          day,
          plan,
          DayBudgets.planned(plan, day));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
