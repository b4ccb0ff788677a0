package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void thePostsThatSayMostOfATopicShowIt() {
    assertEquals(
        List.of("x:5", "x:4", "x:3"),
        Samples.of(
            List.of(
                alert("lid", 20, "x:1", "x:4", "x:5"),
                alert("lid leaks", 15, "x:4", "x:5"),
                alert("leaks", 9, "x:5", "x:3"),
                alert("phone", 8, "x:2", "x:4"),
                alert("bag", 22, "x:3"))));
  }

  @Test
  void ofOneTermItsOwnAreAllThereIs() {
    assertEquals(List.of("x:1", "x:4"), Samples.of(List.of(alert("lid", 20, "x:4", "x:1"))));
  }

  private static Alert alert(String term, double evidence, String... samples) {
    var count =
        new TermCount(
            term, samples.length, Sketch.EMPTY, Sketch.EMPTY, Sketch.EMPTY, List.of(samples));
    return new Alert(term, evidence, Duration.ofHours(1), count, samples.length, 0);
  }
}
