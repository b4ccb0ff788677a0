package dev.bellwether.trend.detection;

import java.time.Duration;

/**
 * When something stands out.
 *
 * @param scales windows in which terms are looked at
 * @param halfLife after which an observation weighs half in a habit
 * @param chanceAlarm how long chance alone may take to raise one trend, were posts drawn at random:
 *     the one knob. Every window's threshold follows from it; see {@link #limit}
 * @param bias β of SigniTrend, voices: what is assumed of a term in all the time a habit knows,
 *     before it was ever used. One half is Jeffreys' prior
 * @param share how much of a topic's evidence one of its terms needs to have part in it
 * @param support different voices that a topic needs to begin
 * @param lift how many times its habit a term must reach: a large steady term varies significantly,
 *     but not interestingly
 * @param warmUp of a monitor's first data, in which nothing alerts
 * @param outage a silence of the monitor, while its workspace is silent too, after which a monitor
 *     warms up again
 * @param fadesAfter how long a trend no longer stands out before it is fading
 * @param endsAfter how long a trend no longer stands out before it has ended
 * @param forgottenAfter how long after its end a topic may come back under its old id
 * @param mostHabits terms a monitor remembers; the weakest are forgotten
 */
public record Sensitivity(
    Scales scales,
    Duration halfLife,
    Duration chanceAlarm,
    double bias,
    double share,
    int support,
    double lift,
    Duration warmUp,
    Duration outage,
    Duration fadesAfter,
    Duration endsAfter,
    Duration forgottenAfter,
    int mostHabits) {

  private static final double TERMS_OF_A_POST = 30;

  /** A monitor that hears less is as careful as one that hears this. */
  private static final double LEAST_POSTS = 100;

  public static final Sensitivity STANDARD =
      new Sensitivity(
          Scales.STANDARD,
          Duration.ofDays(7),
          Duration.ofDays(60),
          0.5,
          0.5,
          3,
          3,
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofHours(2),
          Duration.ofHours(12),
          Duration.ofDays(7),
          8_000);

  /** The weight of the past from one bucket to the next. */
  double keep(Buckets buckets) {
    return Math.pow(0.5, (double) buckets.length().toMillis() / halfLife.toMillis());
  }

  /**
   * Evidence (see {@link Evidence}) from which a topic begins, in a window of an hour: so much that
   * of all the terms used in {@link #chanceAlarm} one would reach it by chance (Bonferroni).
   *
   * @param postsADay usual for the monitor
   */
  double limit(double postsADay) {
    double days = (double) chanceAlarm.toMillis() / Duration.ofDays(1).toMillis();
    return Math.log(Math.max(LEAST_POSTS, postsADay) * TERMS_OF_A_POST * days);
  }

  /** What a window of another length asks for above an hour's: a day holds more short windows. */
  double more(int scale) {
    double window = scales.windows().get(scale).toMillis();
    return Math.log(Duration.ofHours(1).toMillis() / window);
  }
}
