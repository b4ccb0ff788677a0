package dev.bellwether.campaign.suggestion;

import java.time.Instant;
import java.util.List;

/**
 * The figures a suggestion rests on.
 *
 * @param since when it began (event time)
 * @param negative share of negative mentions with its interval; null where none is scored
 * @param habit what the share usually is; null where it is not compared with one
 * @param trend id of the trend it is about; null where none tells
 * @param label the trend's strongest words; null without one
 * @param terms the trend's, strongest first
 * @param perHour mentions an hour of the trend; null without one
 * @param expectedPerHour its habit; null without a trend
 * @param outlook mentions the trend's next 24 hours should bring; null where that is not known
 */
public record Evidence(
    Instant since,
    ShareInterval negative,
    Double habit,
    String trend,
    String label,
    List<String> terms,
    Double perHour,
    Double expectedPerHour,
    Outlook outlook) {

  private static final int LABEL = 3;

  /**
   * @param low lower end of the interval that holds the truth nine times in ten
   * @param median as likely too low as too high
   * @param high upper end
   */
  public record Outlook(double low, double median, double high) {}

  public Evidence {
    terms = List.copyOf(terms);
  }

  /** Of a share, with the topic that tells what it is about, or null. */
  static Evidence of(Instant since, ShareInterval negative, Double habit, Topic topic) {
    if (topic == null) {
      return new Evidence(since, negative, habit, null, null, List.of(), null, null, null);
    }
    var terms = topic.terms();
    return new Evidence(
        since,
        negative,
        habit,
        topic.id(),
        terms.isEmpty() ? null : String.join(", ", terms.subList(0, Math.min(LABEL, terms.size()))),
        terms,
        topic.perHour(),
        topic.expectedPerHour(),
        topic.outlook());
  }
}
