package dev.bellwether.local.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * An ad account of 24 ad sets whose response curves are known, and four weeks of its figures. The
 * same seed and day give the same figures.
 *
 * @param today the budget a day of each ad set in micros, as it stands in the last week: plausible
 *     but not the best
 * @param rows a row a set and day, in order of days
 */
public record AdMarket(List<AdSet> adSets, Map<String, Long> today, List<AdRow> rows) {
  public static final String ACCOUNT = "ternfell-eu";
  public static final String CURRENCY = "EUR";
  public static final String TIME_ZONE = "Europe/Berlin";

  private static final int DAYS = 28;
  private static final int BUDGET = 3600;
  private static final double MICROS = 1e6;

  /** What the best split brings above today's, as a share. */
  private static final double GAIN = 0.16;

  /** Budgets in euros are set by people: no less than this, in steps of this. */
  private static final double STEP = 5;

  private static final double LEAST = 20;

  /** Conversions by day of the week, Monday first, mean 1. */
  private static final double[] WEEKDAYS = {1.04, 1.02, 1.00, 1.03, 0.98, 0.90, 1.03};

  /** What a budget was in the first three weeks, against today's. */
  private static final double[] FORMER = {0.45, 0.65, 0.85, 1, 1, 1.2, 1.5, 2.0};

  /**
   * How far, at most, a set stands from its best against the others; keeps the account believable.
   */
  private static final double TASTE = 1.4;

  private static final double BASKET = 34;

  public AdMarket {
    adSets = List.copyOf(adSets);
    rows = List.copyOf(rows);
  }

  /**
   * Draws an account.
   *
   * @param lastDay the last of the four weeks' local days
   */
  public static AdMarket of(long seed, LocalDate lastDay) {
    RandomGenerator random = Scenario.random(seed);
    List<AdSet> sets = AdSet.draw(random);
    Map<String, Long> today = today(sets, random);
    List<AdRow> rows = new ArrayList<>();
    double[] former = new double[sets.size()];
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < sets.size(); i++) {
        if (day >= DAYS - 7) {
          former[i] = 1;
        } else if (day == 0 || random.nextDouble() < 0.22) {
          former[i] = FORMER[random.nextInt(FORMER.length)];
        }
        AdSet set = sets.get(i);
        rows.add(
            row(
                set,
                today.get(set.name()) / MICROS * former[i],
                lastDay.minusDays(DAYS - 1L - day),
                random));
      }
    }
    return new AdMarket(sets, today, rows);
  }

  /**
   * Conversions an average day truly brings at a split.
   *
   * @param spendMicros micros a day by ad set; a set that is not named gets none
   * @throws IllegalArgumentException when it names a set that is not of this account
   */
  public double trueReturn(Map<String, Long> spendMicros) {
    List<String> names = adSets.stream().map(AdSet::name).toList();
    Map<String, Double> split = new LinkedHashMap<>();
    spendMicros.forEach(
        (name, micros) -> {
          if (!names.contains(name)) {
            throw new IllegalArgumentException("no ad set " + name);
          }
          split.put(name, micros / MICROS);
        });
    return Allocation.conversions(adSets, split);
  }

  /**
   * Starts from the best split and moves away from it, set by set, until the best is better by the
   * wanted gain.
   */
  private static Map<String, Long> today(List<AdSet> sets, RandomGenerator random) {
    Map<String, Double> best = Allocation.best(sets, BUDGET);
    double top = Allocation.conversions(sets, best);
    Map<String, Double> taste = new LinkedHashMap<>();
    sets.forEach(set -> taste.put(set.name(), Math.clamp(random.nextGaussian(), -TASTE, TASTE)));
    double low = 0;
    double high = 4;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      boolean tooGood =
          Allocation.conversions(sets, tilted(best, taste, middle)) * (1 + GAIN) > top;
      low = tooGood ? middle : low;
      high = tooGood ? high : middle;
    }
    Map<String, Long> today = new LinkedHashMap<>();
    tilted(best, taste, low)
        .forEach(
            (name, spend) ->
                today.put(
                    name, Math.round(Math.max(LEAST, Math.round(spend / STEP) * STEP) * MICROS)));
    return today;
  }

  private static Map<String, Double> tilted(
      Map<String, Double> best, Map<String, Double> taste, double strength) {
    Map<String, Double> tilted = new LinkedHashMap<>();
    best.forEach(
        (name, spend) ->
            tilted.put(name, Math.max(LEAST, spend) * StrictMath.exp(strength * taste.get(name))));
    double scale = BUDGET / tilted.values().stream().mapToDouble(Double::doubleValue).sum();
    tilted.replaceAll((name, spend) -> spend * scale);
    return tilted;
  }

  private static AdRow row(AdSet set, double budget, LocalDate date, RandomGenerator random) {
    double delivered = Math.clamp(0.97 + 0.05 * random.nextGaussian(), 0.75, 1.15);
    BigDecimal spend = money(budget * delivered);
    double weekday = WEEKDAYS[date.getDayOfWeek().getValue() - 1];
    long conversions =
        Poisson.sample(set.curve().conversions(spend.doubleValue()) * weekday, random);
    long impressions =
        Math.round(
            spend.doubleValue() / set.cpm() * 1000 * StrictMath.exp(0.05 * random.nextGaussian()));
    long clicks =
        Math.min(impressions, Math.max(conversions, Poisson.sample(impressions * 0.013, random)));
    double basket =
        conversions == 0
            ? 0
            : BASKET * StrictMath.exp(0.3 * random.nextGaussian() / Math.sqrt(conversions));
    return new AdRow(
        ACCOUNT,
        set.campaign(),
        set.name(),
        set.name() + " A",
        set.age(),
        set.gender(),
        set.geo(),
        set.interest(),
        set.placement(),
        date.toString(),
        TIME_ZONE,
        CURRENCY,
        spend,
        impressions,
        clicks,
        conversions,
        money(conversions * basket));
  }

  private static BigDecimal money(double units) {
    return BigDecimal.valueOf(units).setScale(2, RoundingMode.HALF_EVEN);
  }
}
