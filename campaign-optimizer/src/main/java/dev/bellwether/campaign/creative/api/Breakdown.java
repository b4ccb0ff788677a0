package dev.bellwether.campaign.creative.api;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What tells the arms of an ad set apart. */
enum Breakdown {
  AD(AdPerformance::ad),
  AGE(row -> row.segment().age()),
  GENDER(row -> row.segment().gender()),
  GEO(row -> row.segment().geo()),
  INTEREST(row -> row.segment().interest()),
  PLACEMENT(row -> row.segment().placement());

  private final Function<AdPerformance, String> arm;

  Breakdown(Function<AdPerformance, String> arm) {
    this.arm = arm;
  }

  /** The row's arm; null where the row is not broken down by this. */
  String armOf(AdPerformance row) {
    return arm.apply(row);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What else a row is broken down by: a bit for each. */
  int others(AdPerformance row) {
    int others = 0;
    for (Breakdown breakdown : values()) {
      if (breakdown != this && breakdown.armOf(row) != null) {
        others |= 1 << breakdown.ordinal();
      }
    }
    return others;
  }

  /**
   * @throws ProblemException 400 that lists the words there are
   */
  static Breakdown parse(String word) {
    return Arrays.stream(values())
        .filter(breakdown -> breakdown.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "by",
                    "by must be one of "
                        + Arrays.stream(values())
                            .map(Breakdown::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
