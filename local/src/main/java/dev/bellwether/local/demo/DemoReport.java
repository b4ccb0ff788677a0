package dev.bellwether.local.demo;

import dev.bellwether.local.demo.DemoResult.Moment;
import dev.bellwether.local.demo.DemoResult.Mood;
import dev.bellwether.local.simulator.Event;
import dev.bellwether.local.simulator.Scenario;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Writes the summary for people, at most 100 columns wide. */
final class DemoReport {
  private static final int MOVES_SHOWN = 8;
  private static final int TRENDS_SHOWN = 12;
  private static final double MICROS = 1e6;

  /** As many whole words as fit on an indented line. */
  private static final Pattern LINES = Pattern.compile("(\\S.{0,97})(?:\\s+|$)");

  private final PrintWriter out;
  private final Ansi ansi;

  DemoReport(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  void print(DemoResult result, Scenario scenario) {
    heading("Posts");
    posts(result, scenario);
    heading("Monitors  (net sentiment: 100 · (positive − negative) / (positive + negative))");
    monitors(result.monitors());
    heading("Trends found");
    trends(result.trends());
    moment("storm (leaking lids)", result.storm());
    moment("launch (Kittiwake)", result.launch());
    heading("Budget plan against today's split, EUR a day");
    plan(result.plan());
    if (result.suggested() != null) {
      heading("What the storm means for the ads");
      suggested(result.suggested());
    }
    out.printf(
        Locale.ENGLISH,
        "%nDone in %.0f s, of which %.0f s to start the suite; it holds %,d MB.%n",
        result.seconds(),
        result.startSeconds(),
        result.residentMegabytes());
    out.flush();
  }

  /** How to go on from here. */
  void invite(String url, String apiKey) {
    heading("Look around");
    out.println("gateway  " + url);
    out.println("key      " + apiKey);
    out.println();
    String curl = "curl -s -H 'X-API-Key: " + apiKey + "' \\\n  '" + url;
    out.println(curl + "/v1/trends?limit=5'");
    out.println(curl + "/v1/mentions?q=lid%20leak&limit=5'");
    out.println(curl + "/v1/sentiment/summary'");
    out.flush();
  }

  private void posts(DemoResult result, Scenario scenario) {
    Taken posts = result.posts();
    out.printf(
        Locale.ENGLISH,
        "%,d accepted, %,d duplicate, %,d rejected; %,d archived, %,d scored; %.1f %% are spam%n",
        posts.accepted(),
        posts.duplicate(),
        posts.rejected(),
        result.archived(),
        result.scored(),
        100 * result.spamShare());
    out.printf(
        Locale.ENGLISH,
        "simulated %s to %s UTC; ad figures: %,d rows accepted%n",
        DemoDisplay.CLOCK.format(scenario.timeline().start()),
        DemoDisplay.CLOCK.format(scenario.timeline().end()),
        result.figures().accepted());
    out.println("languages  " + languages(result.languages(), result.archived()));
  }

  private static String languages(Map<String, Long> counts, long all) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(
            entry ->
                String.format(
                    Locale.ENGLISH,
                    "%s %.1f %%",
                    entry.getKey(),
                    100.0 * entry.getValue() / Math.max(1, all)))
        .collect(Collectors.joining(" · "));
  }

  private void monitors(List<Mood> monitors) {
    out.printf(
        Locale.ENGLISH,
        "%-12s %9s %15s %15s %15s%n",
        "",
        "mentions",
        "net sentiment",
        "before storm",
        "its first day");
    for (Mood mood : monitors) {
      out.printf(
          Locale.ENGLISH,
          "%-12s %,9d %s %s %s%n",
          mood.name(),
          mood.mentions(),
          signed(mood.netSentiment()),
          signed(mood.before()),
          signed(mood.stormDay()));
    }
  }

  private String signed(double net) {
    String text = "%+15.0f".formatted(net);
    return ansi.string((net < 0 ? "@|red " : "@|green ") + text + "|@");
  }

  private void trends(List<FoundTrend> trends) {
    if (trends.isEmpty()) {
      out.println("none");
      return;
    }
    out.printf(
        Locale.ENGLISH,
        "%-18s %-10s %9s %7s  %-9s %s%n",
        "found (simulated)",
        "monitor",
        "mentions",
        "signif.",
        "in truth",
        "terms");
    List<FoundTrend> shown =
        trends.stream()
            .sorted((a, b) -> Double.compare(b.significance(), a.significance()))
            .limit(TRENDS_SHOWN)
            .sorted((a, b) -> a.detectedAt().compareTo(b.detectedAt()))
            .toList();
    for (FoundTrend trend : shown) {
      String truth =
          trend.event() == Event.STORM
              ? "@|red %-9s|@"
              : trend.event() == Event.LAUNCH ? "@|green %-9s|@" : "%-9s";
      out.printf(
          Locale.ENGLISH,
          "%-18s %-10s %,9d %7.1f  %s %s%n",
          DemoDisplay.CLOCK.format(trend.detectedAt()),
          trend.monitor(),
          trend.mentions(),
          trend.significance(),
          ansi.string(truth.formatted(trend.event().name().toLowerCase(Locale.ROOT))),
          cut(String.join(", ", trend.terms()), 38));
    }
    if (trends.size() > shown.size()) {
      out.printf(Locale.ENGLISH, "… and %d weaker ones%n", trends.size() - shown.size());
    }
  }

  private void moment(String what, Moment moment) {
    String began = DemoDisplay.CLOCK.format(moment.startedAt());
    if (moment.detectedAt() == null) {
      out.println(ansi.string("@|bold %s|@ began %s, not found".formatted(what, began)));
      return;
    }
    Duration after = Duration.between(moment.startedAt(), moment.detectedAt());
    out.println(
        ansi.string("@|bold %s|@ began %s, found %s later".formatted(what, began, hours(after))));
  }

  private void plan(PlanCheck plan) {
    out.printf(Locale.ENGLISH, "%-44s %12s %12s %12s%n", "ad set", "today", "planned", "change");
    for (PlanCheck.Move move : plan.moves().stream().limit(MOVES_SHOWN).toList()) {
      String change = String.format(Locale.ENGLISH, "%+12.2f", move.change() / MICROS);
      out.printf(
          Locale.ENGLISH,
          "%-44s %12.2f %12.2f %s%n",
          cut(move.adSet(), 44),
          move.todayMicros() / MICROS,
          move.plannedMicros() / MICROS,
          ansi.string((move.change() < 0 ? "@|red " : "@|green ") + change + "|@"));
    }
    out.printf(
        Locale.ENGLISH,
        "%-44s %12s %12.2f   of %.2f to spend%n",
        "all " + plan.moves().size() + " ad sets",
        "",
        plan.plannedSumMicros() / MICROS,
        plan.budgetMicros() / MICROS);
    out.printf(
        Locale.ENGLISH,
        "expected conversions a day: %s with the plan, %s with today's split%n",
        range(plan.expectedPlan()),
        range(plan.expectedToday()));
    out.println(
        ansi.string(
            String.format(
                Locale.ENGLISH,
                "in truth: %.1f with the plan, %.1f with today's split: @|bold %+.1f %%|@",
                plan.trueReturnPlan(),
                plan.trueReturnToday(),
                100 * plan.trueGain())));
  }

  private void suggested(Suggested suggested) {
    String since = DemoDisplay.CLOCK.format(suggested.since());
    out.println(
        ansi.string(
            "suggested: @|bold %s|@, for what began %s".formatted(suggested.kind(), since)));
    LINES.matcher(suggested.reason()).results().forEach(line -> out.println("  " + line.group(1)));
  }

  private static String range(PlanCheck.Expected expected) {
    return "%.0f (%.0f to %.0f)".formatted(expected.mean(), expected.low(), expected.high());
  }

  private static String hours(Duration time) {
    return time.toHours() == 0
        ? time.toMinutes() + " min"
        : "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private void heading(String text) {
    out.println();
    out.println(ansi.string("@|bold " + text + "|@"));
  }
}
