package dev.bellwether.campaign.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.decision.SomePlans;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files that go to platforms, as a person has looked at them. */
class SheetTest {

  private static final BudgetPlan NAMED =
      plan(
          "EUR",
          SomePlans.line("Spring, \"new\"", "Women 25-34", 40_000_000, 61_234_567, null),
          SomePlans.line("Spring, \"new\"", "Größer & 日本", 20_000_000, 20_000_433, null),
          SomePlans.line("Spring, \"new\"", "Stopped", 9_000_000, 0, null),
          SomePlans.line("-50 % Sale", "+ Brand", 5_000_000, 5_005_000, null),
          SomePlans.line("Sleeping", "Never ran", 0, 0, null),
          SomePlans.line("Closing", "All", 12_000_000, 0, null));

  private static final BudgetPlan WITH_IDS =
      plan(
          "JPY",
          SomePlans.line(
              "120210000000000001", "120210000000000011", 5_000_000_000L, 6_500_600_000L, null),
          SomePlans.line(
              "cg:120210000000000001",
              "c:120210000000000012",
              5_000_000_000L,
              3_499_400_000L,
              null));

  @Test
  void metaTakesAdSetsByNameOrById() {
    Golden.assertBytes("plan-meta-names.csv", csv(Platform.META, NAMED));
    Golden.assertBytes("plan-meta-ids.csv", csv(Platform.META, WITH_IDS));
  }

  @Test
  void googleTakesCampaignsWhoseAdGroupsAddUp() {
    Golden.assertBytes("plan-google-names.csv", csv(Platform.GOOGLE, NAMED));
  }

  @Test
  void whatWasSpentBeforeIsAFileToo() {
    Golden.assertBytes(
        "plan-meta-before.csv",
        Sheet.of(Platform.META, DayBudgets.before(NAMED), Sheet.Options.STANDARD).csv());
    // the ad group that the plan stopped runs again
    Golden.assertBytes(
        "plan-google-before.csv",
        Sheet.of(Platform.GOOGLE, DayBudgets.before(NAMED), Sheet.Options.STANDARD).csv());
  }

  @Test
  void aCampaignCalledByADateIsNoIdUnlessAllAreIdsAndCanBeKeptFromIt() {
    BudgetPlan mixed =
        plan(
            "EUR",
            SomePlans.line("20261122", "a1", 0, 10_000_000, null),
            SomePlans.line("Autumn", "a2", 0, 10_000_000, null));
    assertTrue(csv(Platform.META, mixed).contains("\r\n,20261122,,a1,"));
    BudgetPlan date = plan("EUR", SomePlans.line("20261122", "a1", 0, 10_000_000, null));
    assertTrue(csv(Platform.META, date).contains("\r\ncg:20261122,,,a1,"));
    assertTrue(
        Sheet.of(
                Platform.META,
                DayBudgets.planned(date, SomePlans.DAY),
                new Sheet.Options(true, false))
            .csv()
            .contains("\r\n,20261122,,a1,"));
  }

  @Test
  void aNameThatASpreadsheetWouldRunIsLeftOutAndSaidAndNeverAltered() {
    for (String name :
        List.of(
            "=HYPERLINK(\"x\")",
            "=1+1",
            "+cmd|' /C calc'!A0",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "Sale;=1",
            "＝1",
            "-1+cmd|'x'")) {
      BudgetPlan plan =
          plan(
              "EUR",
              SomePlans.line("c", name, 0, 10_000_000, null),
              SomePlans.line(name, "s", 0, 10_000_000, null));
      Sheet safe =
          Sheet.of(Platform.META, DayBudgets.planned(plan, SomePlans.DAY), Sheet.Options.STANDARD);
      assertEquals(2, safe.refused().size(), name);
      assertEquals(0, safe.rows().size(), name);
      Sheet google =
          Sheet.of(
              Platform.GOOGLE, DayBudgets.planned(plan, SomePlans.DAY), Sheet.Options.STANDARD);
      assertEquals(name, google.refused().getFirst().campaign(), name);
      Sheet exact =
          Sheet.of(
              Platform.META,
              DayBudgets.planned(plan, SomePlans.DAY),
              new Sheet.Options(false, true));
      assertEquals(name, exact.rows().getFirst().get(3));
    }
  }

  @Test
  void whatAnEarlierDayOfThePlanStoppedOrStartedIsSwitchedBack() {
    BudgetPlan plan =
        SomePlans.plan(
            "p",
            SomePlans.DAY,
            SomePlans.DAY.plusDays(2),
            List.of(
                SomePlans.line("c", "always", 30_000_000, 30_000_000, days(10, 10, 10)),
                SomePlans.line("c", "paused for a day", 30_000_000, 20_000_000, days(10, 0, 10)),
                SomePlans.line("c", "new for a day", 0, 10_000_000, days(10, 0, 0))));
    String google = "\r\nAd group,Edit,,,c,%s,,%s,,";
    String third = csv(Platform.GOOGLE, plan, SomePlans.DAY.plusDays(2));
    assertTrue(third.contains(google.formatted("Enabled", "paused for a day")), third);
    assertTrue(third.contains(google.formatted("Paused", "new for a day")), third);
    assertFalse(third.contains("always"), third);
    String second = csv(Platform.META, plan, SomePlans.DAY.plusDays(1));
    assertTrue(second.contains(",new for a day,PAUSED,,"), second);
    String first = csv(Platform.GOOGLE, plan, SomePlans.DAY);
    assertFalse(first.contains("paused for a day"), first);
    String before =
        Sheet.of(Platform.GOOGLE, DayBudgets.before(plan), Sheet.Options.STANDARD).csv();
    assertTrue(before.contains(google.formatted("Enabled", "paused for a day")), before);
    assertTrue(before.contains(google.formatted("Paused", "new for a day")), before);
  }

  private static List<BudgetPlan.Part> days(int... units) {
    var parts = new ArrayList<BudgetPlan.Part>();
    for (int i = 0; i < units.length; i++) {
      var start = SomePlans.DAY.plusDays(i).atStartOfDay();
      parts.add(new BudgetPlan.Part(start, start.plusDays(1), units[i] * 1_000_000L));
    }
    return parts;
  }

  private static String csv(Platform platform, BudgetPlan plan) {
    return csv(platform, plan, SomePlans.DAY);
  }

  private static String csv(Platform platform, BudgetPlan plan, LocalDate day) {
    Sheet sheet = Sheet.of(platform, DayBudgets.planned(plan, day), Sheet.Options.STANDARD);
    assertEquals(List.of(), sheet.refused());
    return sheet.csv();
  }

  private static BudgetPlan plan(String currency, BudgetPlan.Line... lines) {
    return SomePlans.plan("p", SomePlans.DAY, null, currency, List.of(lines));
  }
}
