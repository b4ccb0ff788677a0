package dev.bellwether.local.demo;

import dev.bellwether.local.client.GatewayClient;
import dev.bellwether.local.simulator.AdRow;
import dev.bellwether.local.simulator.Post;
import dev.bellwether.local.simulator.Scenario;
import dev.bellwether.local.simulator.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays a scenario through the door in order of time, a slice of simulated time a request. */
final class Player {
  private static final Duration SLICE = Duration.ofHours(6);

  /** The API takes no more rows at once. */
  private static final int MOST_ROWS = 5_000;

  private final GatewayClient gateway;

  /** Hears of each slice when it has been taken. */
  interface Audience {
    void played(Instant clock, int posts, Taken sofar);
  }

  Player(GatewayClient gateway) {
    this.gateway = gateway;
  }

  Taken figures(List<AdRow> rows) {
    return Taken.of(gateway.postRows("/v1/ad-performance", WireFormat.ndjson(rows)));
  }

  /**
   * Returns when the last slice is answered.
   *
   * @param hoursPerSecond simulated hours a second at most; 0 for as fast as the services take them
   */
  Taken posts(Scenario scenario, double hoursPerSecond, Audience audience) {
    long began = System.nanoTime();
    Instant start = scenario.timeline().start();
    Taken taken = Taken.NOTHING;
    for (List<Post> slice : slices(scenario.posts(), start)) {
      Instant clock = slice.getLast().at();
      if (hoursPerSecond > 0) {
        double due = Duration.between(start, clock).toSeconds() / 3600.0 / hoursPerSecond;
        long early = (long) (due * 1e9) - (System.nanoTime() - began);
        if (early > 0) {
          Patience.pause(Duration.ofNanos(early));
        }
      }
      taken =
          taken.plus(
              Taken.of(
                  gateway.postRows(
                      "/v1/mentions", WireFormat.ndjson(slice.stream().map(Post::row).toList()))));
      audience.played(clock, slice.size(), taken);
    }
    return taken;
  }

  /** The posts in runs of equal slices of time, none empty and none too long for a request. */
  static List<List<Post>> slices(List<Post> posts, Instant start) {
    List<List<Post>> slices = new ArrayList<>();
    List<Post> slice = new ArrayList<>();
    Instant end = start.plus(SLICE);
    for (Post post : posts) {
      boolean over = !post.at().isBefore(end);
      if (!slice.isEmpty() && (over || slice.size() == MOST_ROWS)) {
        slices.add(slice);
        slice = new ArrayList<>();
      }
      while (!post.at().isBefore(end)) {
        end = end.plus(SLICE);
      }
      slice.add(post);
    }
    if (!slice.isEmpty()) {
      slices.add(slice);
    }
    return slices;
  }
}
