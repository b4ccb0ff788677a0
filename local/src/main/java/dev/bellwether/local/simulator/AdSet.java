package dev.bellwether.local.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * An ad set of the simulated account, and the truth about it.
 *
 * @param name unique within the account
 * @param curve what its spend truly brings
 * @param cpm price of a thousand impressions in units of currency
 */
public record AdSet(
    String campaign,
    String name,
    String age,
    String gender,
    String geo,
    String interest,
    String placement,
    ResponseCurve curve,
    double cpm) {

  /**
   * Spend a day at which the sets are compared, and the conversions of a set of average worth
   * there.
   */
  private static final double USUAL_SPEND = 150;

  private static final double USUAL_CONVERSIONS = 21;

  private static final Map<String, Double> CAMPAIGNS =
      Map.of("Prospecting", 0.80, "Kittiwake launch", 1.0, "Retargeting", 1.25);
  private static final List<String> CAMPAIGN_ORDER =
      List.of("Prospecting", "Kittiwake launch", "Retargeting");
  private static final List<String> AGES = List.of("18-24", "25-34", "35-44", "45-54");
  private static final double[] AGE_WORTH = {0.85, 1.2, 1.1, 0.8};
  private static final List<String> PLACEMENTS = List.of("feed", "stories", "reels", "search");
  private static final double[] PLACEMENT_WORTH = {1.0, 0.85, 1.1, 1.2};
  private static final double[] PLACEMENT_CPM = {6.5, 4.2, 4.8, 9.0};
  private static final List<String> GEOS = List.of("DE", "AT", "CH", "NL");
  private static final double[] GEO_SIZE = {1.7, 0.7, 0.6, 0.9};
  private static final List<String> INTERESTS = List.of("outdoors", "fitness", "coffee");

  /**
   * Eight sets for each of three campaigns; sets that share a segment are alike, but not the same.
   */
  static List<AdSet> draw(RandomGenerator random) {
    List<AdSet> sets = new ArrayList<>();
    for (String campaign : CAMPAIGN_ORDER) {
      for (int i = 0; i < 8; i++) {
        int age = i % AGES.size();
        int placement = (i + i / 4 + sets.size() / 8) % PLACEMENTS.size();
        int geo = random.nextDouble() < 0.5 ? 0 : random.nextInt(1, GEOS.size());
        String gender = i < 4 ? "female" : "male";
        double worth =
            CAMPAIGNS.get(campaign)
                * AGE_WORTH[age]
                * PLACEMENT_WORTH[placement]
                * StrictMath.exp(0.2 * random.nextGaussian());
        double size = GEO_SIZE[geo] * StrictMath.exp(0.3 * random.nextGaussian());
        String name =
            String.join(
                " ",
                campaign,
                GEOS.get(geo),
                gender.substring(0, 1).toUpperCase(Locale.ROOT),
                AGES.get(age),
                PLACEMENTS.get(placement));
        sets.add(
            new AdSet(
                campaign,
                name,
                AGES.get(age),
                gender,
                GEOS.get(geo),
                INTERESTS.get(random.nextInt(INTERESTS.size())),
                PLACEMENTS.get(placement),
                curve(sets.size(), USUAL_CONVERSIONS * worth, USUAL_SPEND * size, random),
                PLACEMENT_CPM[placement] * StrictMath.exp(0.1 * random.nextGaussian())));
      }
    }
    return sets;
  }

  /**
   * A curve through (usual spend · size, conversions · size), of a family that changes from set to
   * set.
   */
  private static ResponseCurve curve(
      int number, double conversions, double spend, RandomGenerator random) {
    double y = conversions * spend / USUAL_SPEND;
    return switch (number % 5) {
      case 0, 3 -> {
        double slope = random.nextDouble(0.85, 1.25);
        double half = spend * random.nextDouble(0.5, 1.8);
        yield new ResponseCurve.Hill(y * (1 + StrictMath.pow(half / spend, slope)), half, slope);
      }
      case 1 -> {
        double scale = spend * random.nextDouble(0.5, 1.5);
        yield new ResponseCurve.Exponential(y / -StrictMath.expm1(-spend / scale), scale);
      }
      case 2 -> {
        double scale = spend * random.nextDouble(0.2, 0.8);
        yield new ResponseCurve.Logarithmic(y / StrictMath.log1p(spend / scale), scale);
      }
      default -> {
        double exponent = random.nextDouble(0.45, 0.75);
        yield new ResponseCurve.Power(y / StrictMath.pow(spend, exponent), exponent);
      }
    };
  }
}
