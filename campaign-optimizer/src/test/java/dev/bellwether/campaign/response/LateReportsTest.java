package dev.bellwether.campaign.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.response.LateReports.Gain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateReportsTest {

  private static final long LAST = 40;

  /** Share of a day's conversions that is known at ages 1, 2, 3, ...: exports come a day later. */
  private static final double[] KNOWN = {0.5, 0.8, 0.9, 1};

  @Test
  void daysThatGrewAlikeTellHowMuchOfTheLastOnesIsMissing() {
    Completeness found = LateReports.completeness(daily(100), LAST, 0);
    for (int age = 0; age < KNOWN.length; age++) {
      assertEquals(KNOWN[age], found.at(age), 1e-9);
    }
    assertEquals(1, found.at(20), 1e-9);
  }

  @Test
  void anImportOfThePastTellsNothing() {
    List<Gain> gains = new ArrayList<>();
    for (long day = 0; day <= LAST; day++) {
      int age = (int) (LAST + 1 - day);
      gains.add(new Gain(day, age, age, 70, 10 + day));
    }
    assertEquals(1, LateReports.completeness(gains, LAST, 0).at(0));
    assertEquals(0, LateReports.completeness(gains, LAST, 0).settledAfter());
  }

  @Test
  void adSetsThatAreSentLaterAreNotGrowth() {
    List<Gain> gains = daily(100);
    for (long day = 0; day < LAST - 3; day++) {
      gains.add(new Gain(day, 4, 4, 500, 900));
    }
    assertEquals(0.5, LateReports.completeness(gains, LAST, 0).at(0), 1e-9);
  }

  @Test
  void aDayThatWasSentBeforeItWasOverIsNotLate() {
    List<Gain> gains = new ArrayList<>();
    for (long day = 0; day <= LAST; day++) {
      gains.add(new Gain(day, 0, 0, 20, 4));
      if (day < LAST) {
        gains.add(new Gain(day, 0, 1, 80, 16));
      }
    }
    assertEquals(1, LateReports.completeness(gains, LAST, 0).at(0), 1e-9);
  }

  @Test
  void whatIsTakenBackAndGivenAgainChangesNothing() {
    List<Gain> gains = daily(100);
    List<Gain> replayed = new ArrayList<>(gains);
    for (long day = 0; day < LAST - 6; day++) {
      replayed.add(new Gain(day, 1, 4, 0, -50));
      replayed.add(new Gain(day, 1, 4, 0, 50));
    }
    assertArrayEquals(
        LateReports.completeness(gains, LAST, 0).shares(),
        LateReports.completeness(replayed, LAST, 0).shares(),
        1e-12);
  }

  @Test
  void fallingFiguresAreNotLateAndFewConversionsAreDoubted() {
    List<Gain> falling = new ArrayList<>();
    for (long day = 0; day <= LAST; day++) {
      falling.add(new Gain(day, 1, 1, 70, 10));
      if (day < LAST) {
        falling.add(new Gain(day, 1, 2, 0, -2));
      }
    }
    assertEquals(1, LateReports.completeness(falling, LAST, 0).at(0), 1e-9);
    // 40 days with 0.05 conversions each: 2 in all, against a doubt of 10
    double few = LateReports.completeness(daily(0.05), LAST, 10).at(0);
    assertTrue(few > 0.85 && few < 1, () -> "was " + few);
  }

  private static List<Gain> daily(double conversions) {
    List<Gain> gains = new ArrayList<>();
    for (long day = 0; day <= LAST; day++) {
      double before = 0;
      for (int age = 1; age <= Math.min(KNOWN.length, LAST + 1 - day); age++) {
        double now = KNOWN[age - 1] * conversions;
        gains.add(new Gain(day, 1, age, age == 1 ? 70 : 0, now - before));
        before = now;
      }
    }
    return gains;
  }
}
