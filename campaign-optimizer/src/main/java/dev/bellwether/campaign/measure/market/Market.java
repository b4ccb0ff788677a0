package dev.bellwether.campaign.measure.market;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;

/**
 * A market whose truth is known: arms with curves that drift and shift, weekdays, Poisson
 * conversions that are reported late, and a day's budget. The same seed gives the same market.
 *
 * @param budget a day's, in units of currency
 * @param most the highest spend of any arm a day
 * @param reported the share of conversions that are reported by so many days after the click
 */
record Market(
    MarketKind kind,
    int days,
    List<Arm> arms,
    double budget,
    double most,
    double[][] efficiency,
    double[][] scale,
    double[] reported) {

  static final int CAMPAIGN_SIZE = 6;
  private static final int SEGMENTS = 5;
  private static final int LATEST = 15;

  /** How long after a click a conversion is reported, on average, in days. */
  private static final double DELAY = 2;

  /** No arm takes more than this multiple of the equal split. */
  private static final double MOST = 8;

  /** Mean spend of an arm; only the unit of currency. */
  private static final double SPEND = 50;

  private static final double[] WEEK = {1.0, 0.95, 0.95, 0.97, 1.0, 1.08, 1.05};

  /**
   * @param weekdays factors, Monday first
   * @param lifts whether others of its campaign profit from it
   */
  record Arm(
      String campaign,
      String segment,
      Family family,
      double shape,
      double[] weekdays,
      boolean lifts) {}

  static Market draw(MarketKind kind, int size, int days, long seed) {
    var random = new RandomDataGenerator(seed);
    double[] campaigns = normals(random, size / CAMPAIGN_SIZE + 1, kind.traits().groupSpread());
    double[] segments = normals(random, SEGMENTS, kind.traits().groupSpread());
    List<Arm> arms = new ArrayList<>();
    double[][] efficiency = new double[days][size];
    double[][] scale = new double[days][size];
    int shiftDay = days / 3 + (int) (random.nextUniform(0, 1) * days / 3);
    for (int i = 0; i < size; i++) {
      int campaign = i / CAMPAIGN_SIZE;
      int segment = (int) (random.nextUniform(0, 1) * SEGMENTS);
      Family family =
          kind.traits()
              .families()
              .get((int) (random.nextUniform(0, 1) * kind.traits().families().size()));
      double level =
          campaigns[campaign]
              + segments[segment]
              + random.nextNormal(0, 1) * kind.traits().efficiencySpread();
      double half =
          Math.log(SPEND / kind.traits().tightness())
              + random.nextNormal(0, 1) * kind.traits().scaleSpread();
      double shift =
          random.nextUniform(0, 1) < kind.traits().shifted()
              ? random.nextNormal(0, 1) * kind.traits().shift()
              : 0;
      double drifted = 0;
      double wider = 0;
      for (int day = 0; day < days; day++) {
        efficiency[day][i] = Math.exp(level + drifted + (day >= shiftDay ? shift : 0));
        scale[day][i] = Math.exp(half + wider);
        drifted += random.nextNormal(0, 1) * kind.traits().drift();
        wider += random.nextNormal(0, 1) * kind.traits().drift() / 2;
      }
      arms.add(
          new Arm(
              "campaign-" + campaign,
              "segment-" + segment,
              family,
              shape(family, random),
              week(kind, random),
              kind.traits().halo() > 0 && i % CAMPAIGN_SIZE == 0));
    }
    var market =
        new Market(
            kind, days, arms, SPEND * size, MOST * SPEND, efficiency, scale, reportedByAge());
    market.scaleTo(kind.traits().arm() * size);
    return market;
  }

  /** Makes the first day's best split bring {@code conversions}. */
  private void scaleTo(double conversions) {
    double factor = conversions / expected(0, new Oracle(this).spends(0));
    for (double[] day : efficiency) {
      for (int i = 0; i < day.length; i++) {
        day[i] *= factor;
      }
    }
  }

  private static double shape(Family family, RandomDataGenerator random) {
    return switch (family) {
      case POWER -> random.nextUniform(0.6, 2.5);
      case S_SHAPED -> random.nextUniform(1.3, 2.5);
      default -> 1;
    };
  }

  private static double[] week(MarketKind kind, RandomDataGenerator random) {
    double[] week = new double[7];
    for (int day = 0; day < 7; day++) {
      week[day] = WEEK[day] * Math.exp(random.nextNormal(0, 1) * kind.traits().weekdaySpread());
    }
    return week;
  }

  private static double[] reportedByAge() {
    double[] by = new double[LATEST];
    double reported = 0;
    double today = 1 / (1 + DELAY);
    for (int age = 0; age < LATEST; age++) {
      reported += today * (1 - reported);
      by[age] = age == LATEST - 1 ? 1 : reported;
    }
    return by;
  }

  private static double[] normals(RandomDataGenerator random, int count, double deviation) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextNormal(0, 1) * deviation;
    }
    return values;
  }

  int size() {
    return arms.size();
  }

  /** The arm's curve on a day, without what other arms do to it. */
  TrueCurve curve(int day, int arm) {
    Arm truth = arms.get(arm);
    return new TrueCurve(
        truth.family(),
        efficiency[day][arm] * truth.weekdays()[day % 7],
        scale[day][arm],
        truth.shape());
  }

  List<TrueCurve> curves(int day) {
    return IntStream.range(0, size()).mapToObj(arm -> curve(day, arm)).toList();
  }

  /** Expected conversions of each arm. */
  double[] returns(int day, double[] spends) {
    double[] returns = new double[spends.length];
    for (int i = 0; i < spends.length; i++) {
      returns[i] = curve(day, i).at(spends[i]) * lift(day, i, spends);
    }
    return returns;
  }

  /** What the campaign's lifting arm makes of a conversion of this arm: 1 or more. */
  double lift(int day, int arm, double[] spends) {
    int lifting = arm - arm % CAMPAIGN_SIZE;
    if (lifting == arm || !arms.get(lifting).lifts()) {
      return 1;
    }
    double u = spends[lifting] / scale[day][lifting];
    return 1 + kind.traits().halo() * u / (1 + u);
  }

  double expected(int day, double[] spends) {
    double sum = 0;
    for (double value : returns(day, spends)) {
      sum += value;
    }
    return sum;
  }
}
