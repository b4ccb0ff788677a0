package dev.bellwether.campaign.suggestion;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of a trend: no samples, and no terms that lead to a person or a page, since a
 * suggestion outlives its posts.
 *
 * @param id the trend's
 * @param terms strongest first; may be empty
 * @param startedAt event time
 * @param lastSeenAt event time
 * @param perHour mentions an hour in its last bucket
 * @param expectedPerHour its habit
 * @param state where it stands
 * @param mood of its last hour; null where none is scored
 * @param outlook mentions its next 24 hours should bring; null where that is not known
 */
public record Topic(
    String id,
    List<String> terms,
    Instant startedAt,
    Instant lastSeenAt,
    double perHour,
    double expectedPerHour,
    TrendState state,
    Trend.Mood mood,
    Evidence.Outlook outlook) {

  private static final int TERMS = 8;

  public Topic {
    terms = List.copyOf(terms);
  }

  /** What is kept of a trend. */
  public static Topic of(Trend trend) {
    var outlook = trend.outlook();
    return new Topic(
        trend.id(),
        trend.terms().stream().filter(term -> !Words.isPrivate(term)).limit(TERMS).toList(),
        trend.startedAt(),
        trend.lastSeenAt(),
        trend.perHour(),
        trend.expectedPerHour(),
        trend.state(),
        trend.mood(),
        outlook == null
            ? null
            : new Evidence.Outlook(outlook.low90(), outlook.median(), outlook.high90()));
  }
}
