package dev.bellwether.trend.alerting.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Cool-down and grouping by event time, whatever the order in which signals come. */
class OccasionProperties {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration OLDEST = Duration.ofHours(24);

  @Property
  void noTwoAlertsAboutASubjectLieCloserThanTheCoolDown(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_400) Integer> minutesAgo,
      @ForAll @IntRange(min = 0, max = 300) int coolDown) {
    var rule = rule(coolDown, 0);
    var alerts = new ArrayList<Instant>();
    Optional<Instant> last = Optional.empty();
    for (int minutes : minutesAgo.stream().sorted((a, b) -> b - a).toList()) {
      var occasion = Occasion.of(NOW.minus(Duration.ofMinutes(minutes)), NOW, OLDEST);
      if (occasion.judge(rule, Optional.empty(), last) == Verdict.RAISED) {
        alerts.add(occasion.at());
        last = Optional.of(occasion.at());
      }
    }
    assertFalse(alerts.isEmpty(), "the first always speaks");
    for (int i = 1; i < alerts.size(); i++) {
      var apart = Duration.between(alerts.get(i - 1), alerts.get(i));
      assertTrue(apart.compareTo(rule.coolDown()) >= 0, () -> "only " + apart + " apart");
    }
  }

  @Property
  void withoutACoolDownEverySignalThatIsNotHistorySpeaks(
      @ForAll @IntRange(min = -600, max = 4_000) int minutesAgo,
      @ForAll @IntRange(min = -600, max = 4_000) int lastMinutesAgo) {
    var at = NOW.minus(Duration.ofMinutes(minutesAgo));
    var verdict =
        Occasion.of(at, NOW, OLDEST)
            .judge(
                rule(0, 0),
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofMinutes(lastMinutesAgo))));
    assertEquals(minutesAgo > 24 * 60 ? Verdict.HISTORY : Verdict.RAISED, verdict);
  }

  @Property
  void aClockThatRunsAheadSilencesNothingBeyondNow(
      @ForAll @IntRange(min = 0, max = 1_000_000) int minutesAhead) {
    var occasion = Occasion.of(NOW.plus(Duration.ofMinutes(minutesAhead)), NOW, OLDEST);
    assertEquals(NOW, occasion.at());
    var later = NOW.plus(Duration.ofMinutes(60));
    assertEquals(
        Verdict.RAISED,
        Occasion.of(later, later, OLDEST)
            .judge(rule(60, 0), Optional.empty(), Optional.of(occasion.at())));
  }

  @Property
  void whatJoinsAnAlertHappenedWithinItsWindow(
      @ForAll @IntRange(min = 0, max = 1_300) int minutesAgo,
      @ForAll @IntRange(min = 0, max = 1_300) int openMinutesAgo,
      @ForAll @IntRange(min = 0, max = 120) int window) {
    var verdict =
        Occasion.of(NOW.minus(Duration.ofMinutes(minutesAgo)), NOW, OLDEST)
            .judge(
                rule(0, window),
                Optional.of(NOW.minus(Duration.ofMinutes(openMinutesAgo))),
                Optional.empty());
    assertEquals(
        Math.abs(minutesAgo - openMinutesAgo) <= window ? Verdict.JOINED : Verdict.RAISED, verdict);
  }

  private static Rule rule(int coolDownMinutes, int windowMinutes) {
    return new Rule(
        "r",
        1,
        "rule",
        true,
        Set.of(RuleKind.SPIKE),
        Set.of(),
        Set.of(),
        Sensitivity.MEDIUM,
        null,
        0,
        null,
        new Grouping(Grouping.By.SUBJECT, Duration.ofMinutes(windowMinutes)),
        Duration.ofMinutes(coolDownMinutes),
        List.of());
  }
}
