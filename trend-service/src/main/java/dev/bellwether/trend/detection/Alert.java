package dev.bellwether.trend.detection;

/**
 * A term that stands out.
 *
 * @param term as extracted, or {@link #VOLUME}
 * @param lastHour its count over the hour that ended with the bucket
 * @param expectedPerHour authors an hour, by habit
 */
public record Alert(String term, double significance, TermCount lastHour, double expectedPerHour) {

  /** Stands for every post of the monitor; no extracted term looks like it. */
  public static final String VOLUME = "*";
}
