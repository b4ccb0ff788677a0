package dev.bellwether.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.simulator.Post;
import dev.bellwether.local.simulator.PostRow;
import dev.bellwether.local.simulator.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayerTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void slicesHoldEveryPostOnceAndInOrder() {
    Scenario scenario = Scenario.of(3, Scenario.DEFAULT_END);
    List<List<Post>> slices = Player.slices(scenario.posts(), scenario.timeline().start());
    assertEquals(scenario.posts(), slices.stream().flatMap(List::stream).toList());
    assertTrue(slices.size() <= 56, () -> slices.size() + " slices of six hours in two weeks");
    for (List<Post> slice : slices) {
      Duration length = Duration.between(slice.getFirst().at(), slice.getLast().at());
      assertTrue(length.compareTo(Duration.ofHours(6)) < 0, length::toString);
    }
  }

  @Test
  void noRequestHasMoreRowsThanTheApiTakes() {
    List<Post> crowd = Collections.nCopies(12_001, postAt(START));
    List<Integer> sizes = Player.slices(crowd, START).stream().map(List::size).toList();
    assertEquals(List.of(5_000, 5_000, 2_001), sizes);
  }

  @Test
  void aQuietTimeMakesNoEmptySlice() {
    List<Post> posts = List.of(postAt(START), postAt(START.plus(Duration.ofDays(3))));
    assertEquals(List.of(1, 1), Player.slices(posts, START).stream().map(List::size).toList());
  }

  private static Post postAt(Instant at) {
    var row =
        new PostRow(
            "1", "x", "hello", at.toString(), null, null, null, null, null, null, null, null, null);
    return new Post(at, row, null);
  }
}
