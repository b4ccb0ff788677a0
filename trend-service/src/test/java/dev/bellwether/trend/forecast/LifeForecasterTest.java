package dev.bellwether.trend.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LifeForecasterTest {

  private static final Instant START = Instant.parse("2026-03-02T05:10:00Z");

  @Test
  void anEventThatWearsOffIsExpectedToWearOffFurther() {
    var counts = powerLaw(12 * 12);
    var outlook = LifeForecasterProperties.outlook(Arrays.copyOf(counts, 12 * 12), 0);
    var hourly = outlook.hourly();
    assertTrue(hourly.getLast().median() < hourly.getFirst().median());
    var whole = powerLaw(36 * 12);
    double total = Arrays.stream(whole, 12 * 12, 36 * 12).sum();
    assertTrue(
        outlook.total().low50() < total && total < outlook.total().high50(),
        total + " is not in " + outlook.total());
    assertTrue(outlook.peaksAt().isBefore(START.plus(Duration.ofHours(1))));
  }

  @Test
  void theYoungerATrendTheWiderTheInterval() {
    var minutes = LifeForecasterProperties.outlook(Arrays.copyOf(powerLaw(288), 3), 0).total();
    var hours = LifeForecasterProperties.outlook(Arrays.copyOf(powerLaw(288), 72), 0).total();
    var day = LifeForecasterProperties.outlook(powerLaw(288), 0).total();
    assertTrue(width(minutes) > width(hours) && width(hours) > width(day));
  }

  @Test
  void aBurstAroundABrandFadesSoonerThanANewTopicOfTheSameSize() {
    var counts = new double[24];
    Arrays.fill(counts, 100);
    var topic = LifeForecasterProperties.outlook(counts, 0);
    var brand = LifeForecasterProperties.outlook(counts, 200);
    assertTrue(topic.total().median() > brand.total().median());
    assertNotNull(brand.fadesAt());
    assertTrue(topic.fadesAt() == null || topic.fadesAt().isAfter(brand.fadesAt()));
  }

  @Test
  void aTrendThatStillRisesHasItsPeakInTheLastHour() {
    var counts = new double[36];
    Arrays.setAll(counts, at -> at);
    var outlook = LifeForecasterProperties.outlook(counts, 0);
    assertEquals(outlook.madeAt().minus(Duration.ofMinutes(30)), outlook.peaksAt());
  }

  @Test
  void countsThatCannotBeAreRefusedWithTheReason() {
    var bucket = Duration.ofMinutes(5);
    assertThrows(
        IllegalArgumentException.class, () -> new TopicCounts(START, bucket, new double[0], 0));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TopicCounts(START, bucket, new double[] {-1}, 0));
    assertEquals("counts must be 0 or more; one is -1.0", error.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new TopicCounts(START, Duration.ofMinutes(7), new double[] {1}, 0));
  }

  /** What Crane and Sornette found of events from outside: a rate of age to the power -0.6. */
  private static double[] powerLaw(int buckets) {
    var counts = new double[buckets];
    Arrays.setAll(counts, at -> Math.rint(100 * Math.pow((at + 1) / 12.0, -0.6)));
    return counts;
  }

  private static double width(Range range) {
    return Math.log((1 + range.high90()) / (1 + range.low90()));
  }
}
