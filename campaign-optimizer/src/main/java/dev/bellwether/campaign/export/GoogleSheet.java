package dev.bellwether.campaign.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Campaigns as Google Ads takes them in a bulk upload. A budget there is a campaign's, so its ad
 * groups add up: how they share it is Google's affair. An ad group that stops or starts while its
 * campaign runs is paused or enabled on a row of its own.
 */
final class GoogleSheet {

  private static final List<String> COLUMNS =
      List.of(
          "Row Type",
          "Action",
          "Campaign status",
          "Campaign ID",
          "Campaign",
          "Ad group status",
          "Ad group ID",
          "Ad group",
          "Budget",
          "Budget type");

  private static final String ENABLED = "Enabled";
  private static final String PAUSED = "Paused";

  private GoogleSheet() {}

  static Sheet of(DayBudgets budgets, Sheet.Options options) {
    List<DayBudgets.Line> lines =
        budgets.lines().stream().filter(line -> !line.standsStill()).toList();
    boolean campaignIds =
        !options.byName() && Names.areIds(lines.stream().map(DayBudgets.Line::campaign).toList());
    boolean adGroupIds =
        !options.byName() && Names.areIds(lines.stream().map(DayBudgets.Line::adSet).toList());
    Predicate<String> allowed = Names.allowed(options.exactNames());
    var refused = new ArrayList<Sheet.Refused>();
    Map<String, List<DayBudgets.Line>> campaigns = new LinkedHashMap<>();
    for (DayBudgets.Line line : lines) {
      if (allowed.test(line.campaign())) {
        campaigns.computeIfAbsent(line.campaign(), _ -> new ArrayList<>()).add(line);
      } else {
        refused.add(refused(line));
      }
    }
    List<BigDecimal> amounts =
        MoneyUnits.rounded(
            campaigns.values().stream().map(GoogleSheet::sum).toList(),
            budgets.currency(),
            Platform.GOOGLE);
    var rows = new ArrayList<List<String>>();
    for (var campaign : campaigns.entrySet()) {
      BigDecimal amount = amounts.removeFirst();
      boolean runs = amount.signum() > 0;
      String id = campaignIds ? campaign.getKey() : "";
      String name = campaignIds ? "" : campaign.getKey();
      rows.add(
          List.of(
              "Campaign",
              "Edit",
              runs ? ENABLED : PAUSED,
              id,
              name,
              "",
              "",
              "",
              runs ? amount.toPlainString() : "",
              runs ? "Daily" : ""));
      if (!runs) {
        continue;
      }
      for (DayBudgets.Line line : campaign.getValue()) {
        boolean starts = line.starts();
        if (line.dayMicros() > 0 && !starts) {
          continue;
        }
        if (!allowed.test(line.adSet())) {
          refused.add(refused(line));
          continue;
        }
        rows.add(
            List.of(
                "Ad group",
                "Edit",
                "",
                id,
                name,
                starts ? ENABLED : PAUSED,
                adGroupIds ? line.adSet() : "",
                adGroupIds ? "" : line.adSet(),
                "",
                ""));
      }
    }
    return new Sheet(COLUMNS, rows, refused);
  }

  private static long sum(List<DayBudgets.Line> lines) {
    return lines.stream().mapToLong(DayBudgets.Line::dayMicros).sum();
  }

  private static Sheet.Refused refused(DayBudgets.Line line) {
    return new Sheet.Refused(
        line.campaign(),
        line.adSet(),
        "A spreadsheet could run its name as a formula, and another name would not be found.");
  }
}
