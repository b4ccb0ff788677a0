package dev.bellwether.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.client.GatewayClient;
import dev.bellwether.local.demo.DemoResult.Moment;
import dev.bellwether.local.demo.DemoResult.Mood;
import dev.bellwether.local.simulator.AdMarket;
import dev.bellwether.local.simulator.Event;
import dev.bellwether.local.simulator.Scenario;
import dev.bellwether.local.simulator.Timeline;
import dev.bellwether.local.simulator.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** One run of the demo against a suite that is up and empty. */
final class Demo {
  private static final Duration STALLED = Duration.ofSeconds(45);

  /**
   * Longer than the trend service waits for a partition that has fallen silent: until then it holds
   * its last buckets open.
   */
  private static final Duration STILL = Duration.ofSeconds(8);

  private static final Duration TRENDS_DEADLINE = Duration.ofMinutes(5);

  private final GatewayClient gateway;
  private final Reading reading;
  private final Scenario scenario;
  private final AdMarket market;
  private final DemoDisplay display;

  Demo(
      GatewayClient gateway,
      Reading reading,
      Scenario scenario,
      AdMarket market,
      DemoDisplay display) {
    this.gateway = gateway;
    this.reading = reading;
    this.scenario = scenario;
    this.market = market;
    this.display = display;
  }

  /** What the suite says once everything is taken, archived and scored. */
  record Findings(
      Taken posts,
      Taken figures,
      long archived,
      long scored,
      List<Mood> monitors,
      List<FoundTrend> trends,
      Moment storm,
      Moment launch,
      PlanCheck plan,
      Suggested suggested,
      Map<String, Long> languages) {}

  Findings run(double hoursPerSecond) {
    List<Watched> monitors = Watched.create(gateway);
    Player player = new Player(gateway);
    Taken figures = player.figures(market.rows());
    Taken posts;
    try (var progress = display.playing(scenario)) {
      posts = player.posts(scenario, hoursPerSecond, progress);
    }
    long archived = awaited("archived", posts.accepted(), this::archived);
    long scored = awaited("scored", posts.accepted(), this::scored);
    display.say("waiting until the trends have settled");
    JsonNode listed =
        Patience.untilStill("the trends", STILL, TRENDS_DEADLINE, this::look).trends();
    Map<String, String> names =
        monitors.stream().collect(Collectors.toMap(Watched::id, Watched::name));
    List<FoundTrend> trends = new TrendJudge(scenario).judge(listed, names);
    Timeline timeline = scenario.timeline();
    display.say("asking for a budget plan");
    JsonNode plan =
        gateway.post(
            "/v1/budget-plans", Map.of("account", AdMarket.ACCOUNT, "goal", "conversions"));
    return new Findings(
        posts,
        figures,
        archived,
        scored,
        moods(monitors),
        trends,
        moment(trends, Event.STORM, timeline.storm()),
        moment(trends, Event.LAUNCH, timeline.launch()),
        PlanCheck.of(plan, market),
        suggested(timeline.storm()),
        languages(archived));
  }

  /**
   * The trends, and how far the services have read: the list may stand still while the trend
   * service catches up.
   */
  private record Look(long progress, JsonNode trends) {}

  private Look look() {
    return new Look(reading.progress(), gateway.get("/v1/trends", Map.of("limit", "500")));
  }

  private long awaited(String what, long goal, LongSupplier count) {
    long[] last = new long[1];
    Patience.untilReached(
        "posts " + what,
        goal,
        STALLED,
        count,
        now -> {
          last[0] = now;
          display.counting(what, now, goal);
        });
    return last[0];
  }

  private long archived() {
    return gateway.get("/v1/mentions/count", Map.of()).path("count").asLong();
  }

  private long scored() {
    return gateway.get("/v1/sentiment/summary", Map.of()).path("all").path("mentions").asLong();
  }

  private static Moment moment(List<FoundTrend> trends, Event event, Instant began) {
    return new Moment(
        began, TrendJudge.first(trends, event, began).map(FoundTrend::detectedAt).orElse(null));
  }

  private Suggested suggested(Instant storm) {
    var page = gateway.get("/v1/spend-suggestions", Map.of("account", AdMarket.ACCOUNT));
    return Suggested.against(storm, page).orElse(null);
  }

  private List<Mood> moods(List<Watched> monitors) {
    Timeline timeline = scenario.timeline();
    // Sentiment is kept by whole hours: from the one the storm began in
    Instant storm = timeline.storm().truncatedTo(ChronoUnit.HOURS);
    Instant dayAfter = storm.plus(Duration.ofDays(1));
    List<Mood> moods = new ArrayList<>();
    for (Watched monitor : monitors) {
      JsonNode all = total(monitor, timeline.start(), timeline.end());
      moods.add(
          new Mood(
              monitor.name(),
              monitor.id(),
              all.path("mentions").asLong(),
              all.path("netSentiment").asDouble(),
              total(monitor, timeline.start(), storm).path("netSentiment").asDouble(),
              total(monitor, storm, dayAfter).path("netSentiment").asDouble()));
    }
    return moods;
  }

  private JsonNode total(Watched monitor, Instant from, Instant to) {
    Map<String, String> query = new HashMap<>();
    query.put("monitor", monitor.id());
    query.put("from", from.toString());
    query.put("to", to.toString());
    query.put("interval", "total");
    return gateway.get("/v1/sentiment", query).path("total");
  }

  /** Mentions by language; what is in none of the scenario's languages is counted as other. */
  private Map<String, Long> languages(long archived) {
    Map<String, Long> counts = new LinkedHashMap<>();
    long known = 0;
    for (Tongue tongue : Tongue.values()) {
      long count =
          gateway
              .get("/v1/mentions/count", Map.of("language", tongue.code()))
              .path("count")
              .asLong();
      counts.put(tongue.code(), count);
      known += count;
    }
    counts.put("other", archived - known);
    return counts;
  }
}
