package dev.bellwether.campaign.plan;

import java.util.List;

/** Decides what is spent to learn rather than to earn: floors under lines. */
interface Exploration {

  /**
   * A line that could be learnt about.
   *
   * @param lowMicros what it must spend anyway, over the whole plan
   * @param highMicros the most it may
   * @param usualMicros what it would spend if nothing changed; zero where it is new
   * @param uncertainty standard deviation of its return at that spend, in units of the return
   */
  record Candidate(long lowMicros, long highMicros, long usualMicros, double uncertainty) {}

  /**
   * Floors by candidate, each from its low to its high; above their lows they add up to at most
   * {@code capMicros}.
   */
  long[] floors(List<Candidate> candidates, long capMicros);
}
