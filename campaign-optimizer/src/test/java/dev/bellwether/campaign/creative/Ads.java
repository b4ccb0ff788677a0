package dev.bellwether.campaign.creative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ads with known rates and counted events. */
final class Ads {

  static final LocalDate FIRST = LocalDate.parse("2026-09-01");

  private Ads() {}

  /** An ad that spends as much each day, whose events are Poisson. */
  static Arm drawn(String name, int days, double spend, double rate, SplittableRandom random) {
    List<Arm.Day> figures = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      figures.add(new Arm.Day(FIRST.plusDays(day), spend, poisson(spend * rate, random)));
    }
    return new Arm(name, figures);
  }

  /** An ad whose days are all alike. */
  static Arm even(String name, int days, double spend, double events) {
    List<Arm.Day> figures = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      figures.add(new Arm.Day(FIRST.plusDays(day), spend, events));
    }
    return new Arm(name, figures);
  }

  static int poisson(double mean, SplittableRandom random) {
    double left = mean;
    int count = -1;
    while (left >= 0) {
      left -= random.nextExponential();
      count++;
    }
    return count;
  }
}
