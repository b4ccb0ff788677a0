package dev.bellwether.trend.series;

/** Judges one value of a series after the other. */
public record SeriesDetector(SeriesSettings settings) {

  /** With the defaults that ship. */
  public static final SeriesDetector STANDARD = new SeriesDetector(SeriesSettings.STANDARD);

  private static final int SEEN = 0;
  private static final int LEVEL = 1;
  private static final int SPREAD = 2;
  private static final int RECORD = 3;
  private static final int TIME = 4;
  private static final int SIZE = 5;

  /** Score from which a judgement is an alarm. */
  public double threshold() {
    return settings.threshold();
  }

  /**
   * As {@link #observe(SeriesMemory, Observation, Scale)} of a series of which nothing is known.
   */
  public Step observe(SeriesMemory memory, Observation observation) {
    return observe(memory, observation, Scale.ANY);
  }

  /**
   * Judges the next value. One that is not later than the last is judged and not learned from.
   *
   * @return the same for the same arguments, always
   */
  public Step observe(SeriesMemory memory, Observation observation, Scale scale) {
    var cells = memory.equals(SeriesMemory.NEW) ? new double[SIZE] : memory.cells();
    double seen = cells[SEEN];
    double away = seen == 0 ? 0 : observation.value() - cells[LEVEL];
    double significance = seen < 20 ? 0 : Math.abs(away) / (cells[SPREAD] + 1e-9);
    double score = significance < 3 ? 0 : significance / (significance + cells[RECORD]);
    var departure =
        score < threshold() ? Departure.NONE : away > 0 ? Departure.SPIKE : Departure.DROP;
    double expected = seen == 0 ? observation.value() : cells[LEVEL];
    var judgement =
        new Judgement(
            observation.at(),
            observation.value(),
            scale.clip(expected),
            scale.clip(expected - 2 * cells[SPREAD]),
            scale.clip(expected + 2 * cells[SPREAD]),
            score,
            departure);
    double time = observation.at().toEpochMilli();
    if (seen > 0 && time <= cells[TIME]) {
      return new Step(memory, judgement);
    }
    double gain = Math.max(1 / (seen + 1), 1e-3);
    double held = seen < 20 ? away : Math.clamp(away, -3 * cells[SPREAD], 3 * cells[SPREAD]);
    cells[LEVEL] = seen == 0 ? observation.value() : cells[LEVEL] + gain * held;
    cells[SPREAD] +=
        gain
            * (Math.min(Math.abs(away), seen < 20 ? Double.MAX_VALUE : 6 * cells[SPREAD] + 1e-9)
                - cells[SPREAD]);
    cells[RECORD] =
        Math.max(cells[RECORD] * Math.pow(0.5, 1 / settings.forgetting()), significance);
    cells[SEEN] = seen + 1;
    cells[TIME] = time;
    return new Step(new SeriesMemory(cells), judgement);
  }
}
