package dev.bellwether.trend.alerting.wording;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a digest tells of its time.
 *
 * @param digest its id
 * @param name as its owner calls it
 * @param schedule {@code daily} or {@code weekly}
 * @param zone IANA, whose local time its owner lives by
 * @param from its time's start
 * @param to its time's end, no longer of it
 * @param monitors what was said of each, and a week before; empty where that is not known
 * @param topics those with the most mentions, the strongest first
 * @param moreTopics how many others there were
 * @param departures of known series, oldest first
 * @param moreDepartures how many others there were
 * @param alerts oldest first
 * @param moreAlerts how many others there were
 * @param names what monitors of which it tells are called, by id; those without a name are not in
 *     it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DigestReport(
    String digest,
    String name,
    String schedule,
    String zone,
    Instant from,
    Instant to,
    List<MonitorFigures> monitors,
    List<Topic> topics,
    int moreTopics,
    List<Signal> departures,
    int moreDepartures,
    List<Alert> alerts,
    int moreAlerts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names) {

  public DigestReport {
    monitors = List.copyOf(monitors);
    topics = List.copyOf(topics);
    departures = List.copyOf(departures);
    alerts = List.copyOf(alerts);
    names = names == null ? Map.of() : Map.copyOf(names);
  }

  /** With the names of what it tells of. */
  public DigestReport named(SubjectNames known, String workspace) {
    var found = new TreeMap<String, String>();
    Stream.of(
            monitors.stream().map(MonitorFigures::monitor),
            topics.stream().map(Topic::monitor),
            departures.stream().map(Signal::subject))
        .flatMap(ids -> ids)
        .distinct()
        .forEach(id -> found.put(id, known.of(workspace, id)));
    found.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
    return new DigestReport(
        digest,
        name,
        schedule,
        zone,
        from,
        to,
        monitors,
        topics,
        moreTopics,
        departures,
        moreDepartures,
        alerts,
        moreAlerts,
        found);
  }

  String nameOf(String subject) {
    return names.getOrDefault(subject, subject);
  }

  /**
   * What was said of a monitor; null what is not known.
   *
   * @param mentions in the digest's time
   * @param mentionsBefore in the same time a week earlier
   * @param negativeShare of the scored mentions, 0 to 1
   * @param negativeShareBefore a week earlier
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MonitorFigures(
      String monitor,
      Long mentions,
      Long mentionsBefore,
      Double negativeShare,
      Double negativeShareBefore) {}

  /** A trend as it stood when the digest was made; fields as {@link Trend}'s. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Topic(
      String monitor,
      String id,
      String label,
      List<String> terms,
      TrendState state,
      Instant startedAt,
      Instant peakAt,
      Instant lastSeenAt,
      long mentions,
      long authors,
      double perHour,
      Trend.Mood mood,
      Trend.Outlook outlook) {

    public Topic {
      terms = List.copyOf(terms);
    }

    public static Topic of(Trend trend) {
      return new Topic(
          trend.monitor(),
          trend.id(),
          trend.label(),
          trend.terms(),
          trend.state(),
          trend.startedAt(),
          trend.peakAt(),
          trend.lastSeenAt(),
          trend.mentions(),
          trend.authors(),
          trend.perHour(),
          trend.mood(),
          trend.outlook());
    }

    boolean isRising() {
      return state == TrendState.RISING || state == TrendState.BACK;
    }
  }

  /**
   * @param at event time of its first signal
   * @param signals how many it holds
   */
  public record Alert(String id, String rule, String title, Instant at, int signals) {}
}
