package dev.bellwether.trend.series;

import static dev.bellwether.trend.series.SeriesMemory.BEGAN;
import static dev.bellwether.trend.series.SeriesMemory.DIRECTION;
import static dev.bellwether.trend.series.SeriesMemory.LAST_ALARM;
import static dev.bellwether.trend.series.SeriesMemory.LATEST;
import static dev.bellwether.trend.series.SeriesMemory.SEEN;
import static dev.bellwether.trend.series.SeriesMemory.SIZE_OF_VALUES;
import static dev.bellwether.trend.series.SeriesMemory.STEP;

/**
 * Judges one value of a series after the other: seven views of it, each compared with its own past
 * peaks; what two of them find unheard of is a departure. docs/trends-series.md tells how, and how
 * well it does.
 */
public record SeriesDetector(SeriesSettings settings) {

  /** With the defaults that ship. */
  public static final SeriesDetector STANDARD = new SeriesDetector(SeriesSettings.STANDARD);

  private static final double MILLIS_A_DAY = 86_400_000;

  /** Evidence at which the score is one half. */
  private static final double HALF = 0.33;

  /** So many steps without a value are a gap; what was before is no longer "just now". */
  private static final double GAP = 36;

  /** A record is half forgotten in a share of the series' age, within limits, in days. */
  private static final double FADE_SHARE = 0.25;

  private static final double FADE_LEAST = 2;
  private static final double FADE_MOST = 14;

  /** Score from which a judgement is an alarm. */
  public double threshold() {
    return settings.threshold();
  }

  /** As {@link #observe(SeriesMemory, Observation, Scale)}, of a series nothing is known of. */
  public Step observe(SeriesMemory memory, Observation observation) {
    return observe(memory, observation, Scale.ANY);
  }

  /**
   * Judges the next value. One that is not later than the last one is judged and not learned from.
   * A time without values is no value of 0: it is passed over.
   *
   * @return the same for the same arguments, always
   */
  public Step observe(SeriesMemory memory, Observation observation, Scale scale) {
    var cells = memory.cells();
    double day = observation.at().toEpochMilli() / MILLIS_A_DAY;
    boolean late = cells[SEEN] > 0 && day <= cells[LATEST];
    var judgement = judge(cells, observation, late ? cells[LATEST] : day, scale);
    return new Step(late ? memory : new SeriesMemory(cells), judgement);
  }

  /** Writes what is learned to the cells. */
  private Judgement judge(double[] cells, Observation observation, double day, Scale scale) {
    double value = observation.value();
    double seen = cells[SEEN];
    double steps = cells[STEP] > 0 ? (day - cells[LATEST]) / cells[STEP] : 1;
    boolean afresh = tick(cells, day);
    double age = day - cells[BEGAN];
    cells[SIZE_OF_VALUES] += Running.gain(seen) * (Math.abs(value) - cells[SIZE_OF_VALUES]);
    var season = new Season(cells, SeriesMemory.SEASON);
    var views = new Views(cells, SeriesMemory.VIEWS);
    var usual = new Usual(cells, SeriesMemory.USUAL);
    double seasonal = seen == 0 ? value : season.expected(day, age);
    double rest = value - seasonal;
    double persistent = afresh ? 0 : views.restMean();
    double expected = seasonal + usual.persistence() * persistent;
    double low = expected + usual.low();
    double high = expected + usual.high();
    double evidence =
        evidence(cells, views.next(value, rest, steps, afresh), scale, fade(cells, day, age), day);
    season.learn(value, day, age, Math.max(1, 1 / (24 * cells[STEP])), seen);
    boolean out = usual.excludes(rest) || usual.excludes(value - expected);
    double score = score(cells, evidence / (evidence + HALF), out, day, age);
    var departure = departure(cells, score, day, views, usual, rest);
    usual.learn(value - expected, rest, rest - persistent, seen);
    cells[SEEN] = seen + 1;
    cells[LATEST] = day;
    return new Judgement(
        observation.at(),
        value,
        scale.clip(expected),
        scale.clip(low),
        scale.clip(high),
        score,
        departure);
  }

  /** Whether the value is the first, or the first after a gap. */
  private static boolean tick(double[] cells, double day) {
    if (cells[SEEN] == 0) {
      cells[BEGAN] = day;
      cells[LATEST] = day;
      new Days(cells, SeriesMemory.DAYS).begin(day);
      return true;
    }
    double passed = day - cells[LATEST];
    double step = cells[STEP];
    boolean gap = cells[SEEN] > 1 && passed > GAP * step;
    double bounded = cells[SEEN] > 1 ? Math.min(passed, 4 * step) : passed;
    cells[STEP] = step + Running.gain(cells[SEEN] - 1) * (bounded - step);
    return gap;
  }

  private static double fade(double[] cells, double day, double age) {
    double halving = Math.clamp(FADE_SHARE * age, FADE_LEAST, FADE_MOST);
    return Math.pow(0.5, (day - cells[LATEST]) / halving);
  }

  /** The mean of the two views that find most: one alone may be mistaken. */
  private static double evidence(
      double[] cells, double[] numbers, Scale scale, double fade, double day) {
    var days = new Days(cells, SeriesMemory.DAYS);
    for (int length = 0; length < Days.LENGTHS; length++) {
      if (days.ends(length, day)) {
        for (int view = 0; view < numbers.length; view++) {
          peaks(cells, view).endBlock(length, days.done(length));
        }
      }
    }
    double size = cells[SIZE_OF_VALUES];
    double most = 0;
    double second = 0;
    for (int view = 0; view < numbers.length; view++) {
      double found =
          peaks(cells, view)
              .evidence(numbers[view], cells[SEEN], size, scale.noise(size), fade, days);
      second = Math.max(second, Math.min(found, most));
      most = Math.max(most, found);
    }
    return (most + second) / 2;
  }

  private static Peaks peaks(double[] cells, int view) {
    return new Peaks(cells, SeriesMemory.PEAKS + view * Peaks.SIZE);
  }

  /** Below the threshold while the last alarm rests, and of a value that is itself usual. */
  private double score(double[] cells, double score, boolean out, double day, double age) {
    if (score < threshold()) {
      return score;
    }
    if (!out || day - cells[LAST_ALARM] < settings.rest(age)) {
      return Math.nextDown(threshold());
    }
    cells[LAST_ALARM] = day;
    return score;
  }

  /** A departure goes on, in its direction, for as long as the alarm rests. */
  private Departure departure(
      double[] cells, double score, double day, Views views, Usual usual, double rest) {
    boolean alarm = score >= threshold();
    if (alarm) {
      cells[DIRECTION] = rest < 0 ? -1 : 1;
    }
    if (!alarm && day - cells[LAST_ALARM] >= settings.restDays()) {
      return Departure.NONE;
    }
    if (cells[DIRECTION] > 0) {
      return views.leastRest() > usual.high()
          ? Departure.SHIFT_UP
          : alarm || rest > usual.high() ? Departure.SPIKE : Departure.NONE;
    }
    return views.mostRest() < usual.low()
        ? Departure.SHIFT_DOWN
        : alarm || rest < usual.low() ? Departure.DROP : Departure.NONE;
  }
}
