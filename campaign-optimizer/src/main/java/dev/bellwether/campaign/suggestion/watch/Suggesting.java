package dev.bellwether.campaign.suggestion.watch;

import dev.bellwether.campaign.suggestion.AdLine;
import dev.bellwether.campaign.suggestion.Advice;
import dev.bellwether.campaign.suggestion.BrandLink;
import dev.bellwether.campaign.suggestion.Desk;
import dev.bellwether.campaign.suggestion.Promoted;
import dev.bellwether.campaign.suggestion.StormAdvice;
import dev.bellwether.campaign.suggestion.StormWatch;
import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.campaign.suggestion.SuggestionKind;
import dev.bellwether.campaign.suggestion.SuggestionRules;
import dev.bellwether.campaign.suggestion.Topic;
import dev.bellwether.campaign.suggestion.TrendAdvice;
import dev.bellwether.campaign.suggestion.storage.Known;
import dev.bellwether.campaign.suggestion.storage.SuggestionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds what is known of a monitor against what is suggested for its accounts, and sets it right.
 */
@ApplicationScoped
public class Suggesting {

  private final Known known;
  private final SuggestionStore store;
  private final AccountLines lines;
  private final Places places;
  private final SuggestionSettings settings;

  Suggesting(
      Known known,
      SuggestionStore store,
      AccountLines lines,
      Places places,
      SuggestionSettings settings) {
    this.known = known;
    this.store = store;
    this.lines = lines;
    this.places = places;
    this.settings = settings;
  }

  /**
   * Judges one monitor. Done twice, the second time changes nothing.
   *
   * @param connection of a transaction that holds {@link Known#lock}
   * @param now the workspace's event time
   */
  public void judge(Connection connection, String workspace, String monitor, Instant now)
      throws SQLException {
    if (!settings.enabled()) {
      return;
    }
    var link = known.link(connection, workspace, monitor).orElse(null);
    List<String> accounts = link == null ? List.of() : link.accounts();
    for (var open : store.open(connection, workspace, monitor)) {
      if (!accounts.contains(open.account())) {
        places.lapse(connection, open, "The monitor is not linked to the account any more.");
      }
    }
    if (accounts.isEmpty()) {
      return;
    }
    var watch = known.watch(connection, workspace, monitor);
    var trends = known.trends(connection, workspace, monitor);
    for (String account : accounts) {
      var round = new Round(connection, link, account, watch, trends, now, settings.rules());
      storm(round);
      resumption(round);
      shifts(round);
    }
  }

  /** What one judgement is about. */
  private record Round(
      Connection connection,
      BrandLink link,
      String account,
      StormWatch watch,
      List<Topic> trends,
      Instant now,
      SuggestionRules rules) {

    Place place(String topic) {
      return new Place(connection, link.workspace(), link.monitor(), account, topic, rules);
    }
  }

  private void storm(Round round) throws SQLException {
    var topic = StormAdvice.topic(round.trends(), round.watch().at(), round.rules()).orElse(null);
    places.set(
        round.place(Advice.STORM),
        shown -> StormAdvice.of(round.link(), round.watch(), topic, shown, round.rules()),
        advice -> withPromoted(round, topic, advice),
        "The storm has passed.");
  }

  private Optional<Advice> withPromoted(Round round, Topic topic, Advice advice)
      throws SQLException {
    var link = round.link();
    var others =
        known.linkedTo(round.connection(), link.workspace(), round.account()).stream()
            .filter(other -> !other.monitor().equals(link.monitor()))
            .toList();
    List<AdLine> all = lines.of(round.connection(), link.workspace(), round.account());
    var spending =
        Promoted.of(link, others, topic, all).stream()
            .filter(line -> line.todayMicros() > 0)
            .toList();
    return spending.isEmpty() ? Optional.empty() : Optional.of(advice.on(spending));
  }

  private void resumption(Round round) throws SQLException {
    var link = round.link();
    var accepted =
        lines.notRejected(
            link.workspace(),
            store.unresumed(round.connection(), link.workspace(), link.monitor(), round.account()));
    var step =
        places.set(
            round.place(Advice.AFTER_STORM),
            shown ->
                StormAdvice.resumption(
                    link, round.watch(), accepted, shown, round.now(), round.rules()),
            Optional::of,
            round.watch().storming()
                ? "Another storm has begun."
                : "Nobody took it up for " + round.rules().longest().toDays() + " days.");
    if (step instanceof Desk.Lapse && !round.watch().storming()) {
      store.settle(
          round.connection(), link.workspace(), accepted.stream().map(Suggestion::id).toList());
    }
  }

  private void shifts(Round round) throws SQLException {
    for (var trend : round.trends()) {
      places.set(
          round.place(Advice.topicOf(trend.id())),
          shown ->
              round.watch().storming()
                  ? Optional.empty()
                  : TrendAdvice.of(round.link(), trend, shown, round.now(), round.rules()),
          advice ->
              TrendAdvice.on(
                  advice,
                  round.link(),
                  trend,
                  lines.of(round.connection(), round.link().workspace(), round.account()),
                  round.rules()),
          round.watch().storming()
              ? "A storm of negative mentions has begun."
              : "The trend does not rise any more, or its mood has turned.");
    }
    var known = round.trends().stream().map(trend -> Advice.topicOf(trend.id())).toList();
    for (Suggestion open :
        store.open(round.connection(), round.link().workspace(), round.link().monitor())) {
      if (open.advice().kind() == SuggestionKind.SHIFT
          && open.account().equals(round.account())
          && !known.contains(open.advice().topic())) {
        places.lapse(round.connection(), open, "The trend has ended.");
      }
    }
  }
}
