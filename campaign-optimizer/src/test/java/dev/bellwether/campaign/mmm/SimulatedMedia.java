package dev.bellwether.campaign.mmm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sales by week with known causes: a level, a season, a control and two media, of which the first
 * brings {@link #SHARE} of what sells, late and saturating, and the second nothing.
 */
final class SimulatedMedia {

  static final int WEEKS = 156;
  static final int TRAIN = 143;
  static final double SHARE = 0.25;
  static final double LEVEL = 1000;

  private static final double KEEP = 0.6;

  private SimulatedMedia() {}

  static MediaData of(int geos, double noise, long seed) {
    var random = new SplittableRandom(seed);
    List<LocalDate> weeks = new ArrayList<>();
    for (int t = 0; t < WEEKS; t++) {
      weeks.add(LocalDate.parse("2023-01-02").plusWeeks(t));
    }
    List<String> names = new ArrayList<>();
    double[] population = new double[geos];
    double[][] sales = new double[geos][WEEKS];
    double[][] works = new double[geos][WEEKS];
    double[][] idle = new double[geos][WEEKS];
    double[][] weather = new double[geos][WEEKS];
    for (int g = 0; g < geos; g++) {
      names.add("geo-" + g);
      population[g] = geos == 1 ? 1 : 1 + random.nextInt(9);
      double[] brought = new double[WEEKS];
      double stock = 50;
      for (int t = 0; t < WEEKS; t++) {
        works[g][t] = random.nextDouble() < 0.5 ? 0 : population[g] * 200 * random.nextDouble();
        idle[g][t] = population[g] * 100 * random.nextDouble();
        weather[g][t] = random.nextGaussian();
        stock = KEEP * stock + (1 - KEEP) * works[g][t] / population[g];
        brought[t] = stock / (stock + 60);
      }
      double mean = Arrays.stream(brought, 0, TRAIN).average().orElseThrow();
      for (int t = 0; t < WEEKS; t++) {
        double season = 80 * Math.sin(2 * Math.PI * t / 52.18);
        double rest = LEVEL * (1 - SHARE) + season + 30 * weather[g][t];
        double head = rest + LEVEL * SHARE * brought[t] / mean + noise * random.nextGaussian();
        sales[g][t] = population[g] * Math.max(0, head);
      }
    }
    double[][] worth = new double[geos][WEEKS];
    Arrays.stream(worth).forEach(row -> Arrays.fill(row, 1));
    return new MediaData(
        weeks,
        names,
        population,
        sales,
        worth,
        List.of(
            new MediaData.Medium("works", true, works), new MediaData.Medium("idle", true, idle)),
        List.of(new MediaData.Control("weather", weather)));
  }
}
