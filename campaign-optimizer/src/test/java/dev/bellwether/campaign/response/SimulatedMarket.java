package dev.bellwether.campaign.response;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.random.RandomDataGenerator;

/**
 * An ad account whose true curves are known: four campaigns, six segments, ad sets that differ in
 * efficiency and saturation within both, a week, Poisson conversions, and a split that followed a
 * person's guess.
 *
 * @param adSets what was seen, in the order of {@code curves} and {@code today}
 * @param today mean daily spend
 */
public record SimulatedMarket(
    List<AdSetHistory> adSets, List<DoubleUnaryOperator> curves, double[] today) {

  /** Which true curve the account follows; none is what the model assumes, except by chance. */
  public enum Family {
    HILL_ONE,
    HILL_STEEP,
    EXPONENTIAL,
    LOGARITHM,
    MIXED
  }

  static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

  public static SimulatedMarket of(Family family, int size, int days, double jitter, long seed) {
    var random = new SplittableRandom(seed);
    var noise = new RandomDataGenerator(seed);
    double[] segmentEffect = normals(random, 6, 0.3);
    double[] segmentHalf = normals(random, 6, 0.4);
    double[] campaignEffect = normals(random, 4, 0.2);
    List<AdSetHistory> histories = new ArrayList<>();
    List<DoubleUnaryOperator> curves = new ArrayList<>();
    double[] today = new double[size];
    for (int i = 0; i < size; i++) {
      int segment = i % 6;
      int campaign = i % 4;
      double efficiency =
          0.25 * Math.exp(segmentEffect[segment] + campaignEffect[campaign] + normal(random, 0.35));
      double half = 60 * Math.exp(segmentHalf[segment] + normal(random, 0.4));
      DoubleUnaryOperator curve = curve(family, i, efficiency, half);
      double level = 50 * Math.exp(normal(random, 0.5));
      List<Observation> seen = new ArrayList<>();
      for (int day = 0; day < days; day++) {
        LocalDate date = FIRST_DAY.plusDays(day);
        double spend = level * Math.exp(normal(random, jitter));
        double mean = curve.applyAsDouble(spend) * week(date.getDayOfWeek());
        seen.add(new Observation(date, 1, spend, mean > 0 ? noise.nextPoisson(mean) : 0));
        today[i] += day >= days - 7 ? spend / Math.min(7, days) : 0;
      }
      histories.add(
          new AdSetHistory(
              "set-" + i, "campaign-" + campaign, "segment-" + segment, List.of(), seen));
      curves.add(curve);
    }
    return new SimulatedMarket(histories, curves, today);
  }

  /** The same figures as rows of an account. */
  public List<AdPerformance> rows(String account) {
    List<AdPerformance> rows = new ArrayList<>();
    for (AdSetHistory adSet : adSets) {
      Segment segment = new Segment(null, null, null, adSet.segment(), null);
      for (Observation seen : adSet.observations()) {
        AdWindow window =
            new AdWindow(
                seen.day().atStartOfDay(), seen.day().plusDays(1).atStartOfDay(), "Europe/Berlin");
        rows.add(
            new AdPerformance(
                AdPerformance.SCHEMA_VERSION,
                "default",
                account,
                adSet.campaign(),
                adSet.id(),
                null,
                segment,
                window,
                Math.round(seen.spend() * 1e6),
                "EUR",
                0,
                0,
                seen.outcome(),
                null));
      }
    }
    return rows;
  }

  private static DoubleUnaryOperator curve(Family family, int i, double efficiency, double half) {
    return switch (family) {
      case HILL_ONE -> x -> efficiency * x / (1 + x / half);
      case HILL_STEEP -> hill(efficiency, half, 1.2 + 0.1 * (i % 5));
      case EXPONENTIAL -> x -> efficiency * half * -Math.expm1(-x / half);
      case LOGARITHM -> x -> efficiency * half / 2 * Math.log1p(2 * x / half);
      case MIXED -> curve(Family.values()[i % 4], i, efficiency, half);
    };
  }

  private static DoubleUnaryOperator hill(double efficiency, double half, double shape) {
    return x -> {
      double power = Math.pow(x / half, shape);
      return efficiency * half * power / (1 + power);
    };
  }

  private static double week(DayOfWeek day) {
    return switch (day) {
      case SATURDAY -> 1.25;
      case SUNDAY -> 1.15;
      case MONDAY -> 0.85;
      default -> 0.95;
    };
  }

  private static double[] normals(SplittableRandom random, int count, double deviation) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = normal(random, deviation);
    }
    return values;
  }

  private static double normal(SplittableRandom random, double deviation) {
    return deviation
        * new NormalDistribution(0, 1).inverseCumulativeProbability(random.nextDouble(1e-9, 1));
  }
}
