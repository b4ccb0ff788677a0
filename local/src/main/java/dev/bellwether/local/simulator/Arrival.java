package dev.bellwether.local.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** That somebody posts: when, out of which strand, in which language. */
record Arrival(Instant at, Strand strand, Tongue tongue) {
  private static final Duration SLOT = Duration.ofMinutes(10);

  /**
   * All arrivals of a timeline in order of time: an inhomogeneous Poisson process, its rate
   * constant within ten minutes.
   */
  static List<Arrival> over(Timeline timeline, RandomGenerator random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Instant slot = timeline.start(); slot.isBefore(timeline.end()); slot = slot.plus(SLOT)) {
      Instant middle = slot.plus(SLOT.dividedBy(2));
      for (Tongue tongue : Tongue.values()) {
        double awake = tongue.activity(middle) * tongue.share() * SLOT.toMinutes() / 60.0;
        for (Strand strand : Strand.values()) {
          int count = Poisson.sample(strand.rate(timeline, middle) * awake, random);
          for (int i = 0; i < count; i++) {
            arrivals.add(
                new Arrival(slot.plusMillis(random.nextLong(SLOT.toMillis())), strand, tongue));
          }
        }
      }
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    return arrivals;
  }
}
