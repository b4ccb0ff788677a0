package dev.bellwether.trend.alerting.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a signal happened, as alerting takes it: event time, but never after the wall clock. A
 * source whose clock runs ahead would otherwise silence its subject until the wall has caught up.
 *
 * @param at event time
 * @param history whether that is so long ago that nobody is told of it
 */
public record Occasion(Instant at, boolean history) {

  /**
   * @param oldest how far behind the wall clock a signal may be and still be delivered
   */
  public static Occasion of(Instant at, Instant now, Duration oldest) {
    return new Occasion(at.isAfter(now) ? now : at, at.isBefore(now.minus(oldest)));
  }

  /**
   * @param openSince event time of the first signal of the alert, of the same group, that still
   *     waits for more; empty where none does
   * @param lastAlert event time of the rule's latest alert about the subject, among history where
   *     this is history; empty where there was none
   */
  public Verdict judge(Rule rule, Optional<Instant> openSince, Optional<Instant> lastAlert) {
    Duration window = rule.grouping().window();
    if (!history && openSince.isPresent() && distance(openSince.get()).compareTo(window) <= 0) {
      return Verdict.JOINED;
    }
    // Both ways: what comes late, out of its order, is as much of the same as what follows
    if (lastAlert.isPresent() && distance(lastAlert.get()).compareTo(rule.coolDown()) < 0) {
      return Verdict.COOLING;
    }
    return history ? Verdict.HISTORY : Verdict.RAISED;
  }

  private Duration distance(Instant other) {
    return Duration.between(at, other).abs();
  }
}
