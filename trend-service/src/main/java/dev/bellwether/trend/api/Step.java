package dev.bellwether.trend.api;

import dev.bellwether.kit.problem.ProblemException;
import java.time.Duration;
import java.util.List;

/** How long a value's time is, as it is written in parameters and JSON: 5m, 1h, 1d. */
final class Step {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private Step() {}

  static String of(Duration step) {
    if (step.compareTo(HOUR) < 0) {
      return step.toMinutes() + "m";
    }
    return step.compareTo(DAY) < 0 ? step.toHours() + "h" : step.toDays() + "d";
  }

  /**
   * @param text null for the series' own
   * @param own the series' own step: one that is shorter than an hour can be had by the hour too
   * @throws ProblemException 400 where the series has no such steps
   */
  static Duration parse(String text, Duration own) {
    var offered = own.compareTo(HOUR) < 0 ? List.of(own, HOUR) : List.of(own);
    return text == null
        ? own
        : offered.stream()
            .filter(step -> of(step).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "step",
                        "step is %s for this series."
                            .formatted(
                                String.join(" or ", offered.stream().map(Step::of).toList()))));
  }
}
