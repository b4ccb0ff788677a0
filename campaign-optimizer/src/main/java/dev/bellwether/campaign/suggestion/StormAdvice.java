package dev.bellwether.campaign.suggestion;

import dev.bellwether.contracts.trend.TrendState;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What a storm of negative mentions asks for: brand safety. */
public final class StormAdvice {

  private StormAdvice() {}

  /**
   * Empty where there is no storm.
   *
   * @param topic the trend that tells what it is about, or null
   * @param shown what is suggested already, or null: a pause stays one while the storm lasts, as it
   *     would change with every hour otherwise
   */
  public static Optional<Advice> of(
      BrandLink link, StormWatch watch, Topic topic, Advice shown, SuggestionRules rules) {
    if (!watch.storming()) {
      return Optional.empty();
    }
    boolean severe =
        watch.latest().low() >= rules.severe() && watch.latest().mentions() >= rules.leastMentions()
            || shown != null && shown.kind() == SuggestionKind.PAUSE;
    var kind = severe ? SuggestionKind.PAUSE : SuggestionKind.LOWER;
    double keep = severe ? 0 : rules.lowered();
    var evidence = Evidence.of(watch.since(), watch.latest(), watch.habit(), topic);
    return Optional.of(
        new Advice(
            kind,
            Advice.STORM,
            watch.at(),
            watch.until(rules),
            Wording.storm(link, evidence, watch.lastOut(), keep),
            evidence,
            keep,
            null,
            List.of(),
            List.of()));
  }

  /** The trend of a monitor that carries most of its negative mentions at a time, if one does. */
  public static Optional<Topic> topic(List<Topic> trends, Instant at, SuggestionRules rules) {
    return trends.stream()
        .filter(trend -> trend.state() != TrendState.ENDED && trend.mood() != null)
        .filter(trend -> trend.lastSeenAt().plus(rules.silentFor()).isAfter(at))
        .filter(trend -> trend.mood().negative() > trend.mood().positive())
        .filter(trend -> trend.mood().negative() > 0)
        .max(
            Comparator.<Topic>comparingLong(trend -> trend.mood().negative())
                .thenComparing(Topic::id));
  }

  /**
   * To take back what was paused or lowered and accepted: empty while the storm is on, or where
   * nothing was.
   *
   * @param accepted pauses and lowerings that nobody has taken back, the newest first
   * @param shown what is suggested already, or null
   * @param now event time
   */
  public static Optional<Advice> resumption(
      BrandLink link,
      StormWatch watch,
      List<Suggestion> accepted,
      Advice shown,
      Instant now,
      SuggestionRules rules) {
    if (watch.storming() || accepted.isEmpty() || shown != null && shown.until().isBefore(now)) {
      return Optional.empty();
    }
    var newest = accepted.getFirst();
    var since = newest.advice().evidence().since();
    return Optional.of(
        new Advice(
            SuggestionKind.RESUME,
            Advice.AFTER_STORM,
            now,
            shown == null ? now.plus(rules.longest()) : shown.until(),
            Wording.resumption(link, since),
            new Evidence(since, null, null, null, null, List.of(), null, null, null),
            null,
            null,
            former(accepted),
            accepted.stream().map(Suggestion::id).toList()));
  }

  /** A line that was lowered and then paused goes back to what it spent before both. */
  private static List<AdLine> former(List<Suggestion> accepted) {
    var oldestFirst = accepted.reversed();
    var byName = new LinkedHashMap<List<String>, AdLine>();
    oldestFirst.forEach(
        suggestion ->
            suggestion
                .advice()
                .lines()
                .forEach(line -> byName.putIfAbsent(List.of(line.campaign(), line.adSet()), line)));
    return List.copyOf(byName.values());
  }
}
