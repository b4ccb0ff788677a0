package dev.bellwether.campaign.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Ad sets as Ads Manager imports them: its column names, amounts in units of the currency, ids
 * behind the letters its own exports give them. What is to stand still is paused, and its budget
 * left as it is.
 */
final class MetaSheet {

  private static final List<String> COLUMNS =
      List.of(
          "Campaign ID",
          "Campaign Name",
          "Ad Set ID",
          "Ad Set Name",
          "Ad Set Run Status",
          "Ad Set Daily Budget",
          "Ad Set Lifetime Budget");

  private static final String CAMPAIGN_PREFIX = "cg:";
  private static final String AD_SET_PREFIX = "c:";

  private MetaSheet() {}

  static Sheet of(DayBudgets budgets, Sheet.Options options) {
    List<DayBudgets.Line> lines =
        budgets.lines().stream().filter(line -> !line.standsStill()).toList();
    boolean campaignIds =
        !options.byName() && Names.areIds(lines.stream().map(DayBudgets.Line::campaign).toList());
    boolean adSetIds =
        !options.byName() && Names.areIds(lines.stream().map(DayBudgets.Line::adSet).toList());
    Predicate<String> allowed = Names.allowed(options.exactNames());
    var refused = new ArrayList<Sheet.Refused>();
    var taken = new ArrayList<DayBudgets.Line>();
    for (DayBudgets.Line line : lines) {
      if (allowed.test(line.campaign()) && allowed.test(line.adSet())) {
        taken.add(line);
      } else {
        refused.add(formula(line));
      }
    }
    List<BigDecimal> amounts =
        MoneyUnits.rounded(
            taken.stream().map(DayBudgets.Line::dayMicros).toList(),
            budgets.currency(),
            Platform.META);
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < taken.size(); i++) {
      DayBudgets.Line line = taken.get(i);
      boolean runs = amounts.get(i).signum() > 0;
      rows.add(
          List.of(
              campaignIds ? CAMPAIGN_PREFIX + Names.id(line.campaign()) : "",
              campaignIds ? "" : line.campaign(),
              adSetIds ? AD_SET_PREFIX + Names.id(line.adSet()) : "",
              adSetIds ? "" : line.adSet(),
              runs ? "ACTIVE" : "PAUSED",
              runs ? amounts.get(i).toPlainString() : "",
              ""));
    }
    return new Sheet(COLUMNS, rows, refused);
  }

  private static Sheet.Refused formula(DayBudgets.Line line) {
    return new Sheet.Refused(
        line.campaign(),
        line.adSet(),
        "A spreadsheet could run its name as a formula, and another name would not be found.");
  }
}
