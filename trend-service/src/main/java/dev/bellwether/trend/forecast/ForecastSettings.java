package dev.bellwether.trend.forecast;

import java.util.List;

/**
 * What a {@link Forecaster} combines and how fast it changes its mind. Times in hours.
 *
 * @param likings which past days an hour's habit is taken from
 * @param speeds how an hour's deviation from habit lasts
 * @param weighedDays days of past forecasts by which the methods are weighted
 * @param sharpness how much a method that is worse by its whole error loses: its weight falls by
 *     e^-sharpness
 * @param spreadDays windows of past forecasts, in days, whose errors make the intervals; the mean
 *     of what each says
 * @param priorDays days of errors at which they count as much as the prior spread
 * @param priorDeviation of it, on the scale of logs
 * @param youngDeviation what is added to it with one known hour; falls with the root of their
 *     number
 * @param stride hours between the past forecasts that are looked at
 */
public record ForecastSettings(
    List<Liking> likings,
    List<Speed> speeds,
    int weighedDays,
    double sharpness,
    List<Integer> spreadDays,
    double priorDays,
    double priorDeviation,
    double youngDeviation,
    int stride) {

  public static final ForecastSettings STANDARD =
      new ForecastSettings(
          List.of(new Liking(1, 1, 10), new Liking(4, 0.1, 35)),
          List.of(new Speed(4, 0), new Speed(4, 0.9), new Speed(6, 0.95), new Speed(10, 0.985)),
          10,
          30,
          List.of(7, 21),
          2,
          0.6,
          0.4,
          4);

  public ForecastSettings {
    likings = List.copyOf(likings);
    speeds = List.copyOf(speeds);
    spreadDays = List.copyOf(spreadDays);
  }

  /** The same with other habits and another sharpness. */
  public ForecastSettings with(List<Liking> otherLikings, double otherSharpness) {
    return new ForecastSettings(
        otherLikings,
        speeds,
        weighedDays,
        otherSharpness,
        spreadDays,
        priorDays,
        priorDeviation,
        youngDeviation,
        stride);
  }

  int longestSpreadDays() {
    return spreadDays.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /**
   * @param sameWeekday weight of a day a whole number of weeks ago; 1 is any other day's
   * @param otherKind weight of a working day for a weekend's and the reverse (in UTC)
   * @param halfLifeDays after which a day weighs half
   */
  public record Liking(double sameWeekday, double otherKind, double halfLifeDays) {}

  /**
   * @param memory hours over which the deviation from habit is averaged, exponentially
   * @param kept part of that deviation that is left one hour later; 0 for habit alone
   */
  public record Speed(double memory, double kept) {}
}
