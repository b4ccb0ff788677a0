package dev.bellwether.campaign.suggestion;

import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What tests of suggestions begin with. */
public final class Given {

  public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  public static final SuggestionRules RULES = SuggestionRules.STANDARD;

  private Given() {}

  public static Monitor monitor(String id, String account) {
    return new Monitor(
        Monitor.SCHEMA_VERSION,
        "default",
        id,
        1,
        "Ternfell watch",
        null,
        List.of("ternfell"),
        List.of(),
        "Ternfell",
        List.of("Ternfell Bottles"),
        List.of(new Product("Kittiwake", List.of("Kitti")), new Product("Skerry", List.of())),
        List.of(),
        List.of(account),
        true);
  }

  static BrandLink link() {
    return BrandLink.of(monitor("m1", "a1"));
  }

  static Measurement measured(int minutes, double share, long mentions) {
    return new Measurement(
        NOON.plus(Duration.ofMinutes(minutes)), ShareInterval.of(share, mentions), 0.2, 0.35);
  }

  /** A storm that has been on for an hour. */
  static StormWatch storm(double share) {
    var watch = StormWatch.NEW;
    for (int minutes = 0; minutes <= 60; minutes += 5) {
      watch = watch.next(measured(minutes, share, 100), RULES);
    }
    return watch;
  }

  static AdLine line(String campaign, String adSet, long units) {
    return new AdLine(campaign, adSet, Segment.NONE, units * 1_000_000);
  }

  public static Trend trend(
      String id, List<String> terms, TrendState state, Trend.Mood mood, int minutes) {
    var at = NOON.plus(Duration.ofMinutes(minutes));
    return new Trend(
        Trend.SCHEMA_VERSION,
        "default",
        "m1",
        id,
        String.join(", ", terms),
        terms,
        NOON,
        NOON.plusSeconds(1500),
        at,
        at,
        8,
        120,
        90,
        60,
        6,
        state,
        List.of("bluesky:1"),
        12.0,
        60,
        mood,
        new Trend.Outlook(at, 400, 300, 500, 150, 800));
  }

  static Topic rising(String id, List<String> terms) {
    return Topic.of(trend(id, terms, TrendState.RISING, new Trend.Mood(4, 30, 26), 30));
  }
}
