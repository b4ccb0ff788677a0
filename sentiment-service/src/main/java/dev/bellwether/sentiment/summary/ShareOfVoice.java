package dev.bellwether.sentiment.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * How much of what is said is said about each of some monitors.
 *
 * @param voices of all of them together; what belongs to two counts twice
 * @param shares in the order of the monitors
 */
public record ShareOfVoice(long voices, List<Share> shares) {

  private static final double PERCENT = 100;

  public ShareOfVoice {
    shares = List.copyOf(shares);
  }

  /**
   * One monitor's share.
   *
   * @param voices its mentions, authors or interactions
   * @param percent from 0 to 100, together 100; null where nobody has a voice
   * @param interval 95 %, Wilson's, from 0 to 100; null where {@code percent} is, or where voices
   *     do not come one by one
   */
  public record Share(String monitor, long voices, Double percent, Interval interval) {}

  /**
   * @param voices by monitor; none below zero
   * @param oneByOne whether voices come independently, as mentions do and interactions do not
   */
  public static ShareOfVoice of(SequencedMap<String, Long> voices, boolean oneByOne) {
    long all = voices.values().stream().mapToLong(Long::longValue).sum();
    var shares = new ArrayList<Share>(voices.size());
    voices.forEach((monitor, own) -> shares.add(share(monitor, own, all, oneByOne)));
    return new ShareOfVoice(all, shares);
  }

  private static Share share(String monitor, long own, long all, boolean oneByOne) {
    if (all == 0) {
      return new Share(monitor, 0, null, null);
    }
    double percent = PERCENT * own / all;
    if (!oneByOne) {
      return new Share(monitor, own, percent, null);
    }
    var interval = Wilson.of(own, all).mapped(PERCENT, 0);
    return new Share(
        monitor,
        own,
        percent,
        new Interval(Math.min(interval.low(), percent), Math.max(interval.high(), percent)));
  }
}
