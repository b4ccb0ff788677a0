package dev.bellwether.trend.detection;

import java.time.Duration;

/**
 * A term that stands out.
 *
 * @param term as extracted, or {@link #VOLUME}
 * @param evidence see {@link Evidence}; corrected for the length of the window
 * @param window the one of {@link Scales} in which it stands out most
 * @param lastHour its count over the hour that ended with the bucket
 * @param voices different ones, in the window in which it stands out
 * @param expectedPerHour voices an hour, by habit
 */
public record Alert(
    String term,
    double evidence,
    Duration window,
    TermCount lastHour,
    double voices,
    double expectedPerHour) {

  /** Stands for every post of the monitor; no extracted term looks like it. */
  public static final String VOLUME = "*";
}
