package dev.bellwether.campaign.suggestion.watch;

import dev.bellwether.campaign.suggestion.Advice;
import dev.bellwether.campaign.suggestion.Desk;
import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.campaign.suggestion.SuggestionKind;
import dev.bellwether.campaign.suggestion.SuggestionState;
import dev.bellwether.campaign.suggestion.storage.SuggestionStore;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Carries out what {@link Desk} says of a place. */
@ApplicationScoped
class Places {

  private final SuggestionStore store;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();

  Places(SuggestionStore store, MeterRegistry metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  /** Looks up what an advice is for; empty where it is for nothing. */
  @FunctionalInterface
  interface Finding {
    Optional<Advice> of(Advice advice) throws SQLException;
  }

  /**
   * Sets a place right.
   *
   * @param wanted of what is shown there, or of null
   * @param find asked only where the advice may be given and is not yet
   * @param gone why an open one lapses where nothing is wanted
   * @return what was done
   */
  Desk.Step set(Place place, Function<Advice, Optional<Advice>> wanted, Finding find, String gone)
      throws SQLException {
    var last =
        store.last(
            place.connection(), place.workspace(), place.monitor(), place.account(), place.topic());
    var shown =
        last.filter(suggestion -> suggestion.state() == SuggestionState.OPEN)
            .map(Suggestion::advice);
    var advice = wanted.apply(shown.orElse(null));
    if (shown.isEmpty() && advice.isPresent()) {
      advice =
          Desk.mayOpen(last, advice.get(), place.rules())
              ? find.of(advice.get())
              : Optional.empty();
    }
    var step = Desk.next(last, advice, place.rules());
    switch (step) {
      case Desk.Open open -> open(place, open.advice());
      case Desk.Update update ->
          store.update(
              place.connection(),
              place.workspace(),
              last.orElseThrow().id(),
              update.advice(),
              now());
      case Desk.Lapse _ -> lapse(place.connection(), last.orElseThrow(), gone);
      case Desk.Nothing _ -> {}
    }
    return step;
  }

  private void open(Place place, Advice advice) throws SQLException {
    var now = now();
    var change = new Suggestion.Change(SuggestionState.OPEN, now, Suggestion.SYSTEM, null, null);
    store.open(
        place.connection(),
        new Suggestion(
            place.workspace(),
            UUID.randomUUID().toString(),
            place.account(),
            place.monitor(),
            SuggestionState.OPEN,
            now,
            advice,
            List.of(change)));
    count(advice.kind(), SuggestionState.OPEN);
  }

  /** Takes an open one away. */
  void lapse(Connection connection, Suggestion open, String why) throws SQLException {
    var change = new Suggestion.Change(SuggestionState.LAPSED, now(), Suggestion.SYSTEM, why, null);
    if (store.end(connection, open.workspace(), open.id(), open.advice(), change)) {
      count(open.advice().kind(), SuggestionState.LAPSED);
    }
  }

  void count(SuggestionKind kind, SuggestionState state) {
    metrics
        .counter("bellwether.suggestions", "kind", kind.wireName(), "state", state.wireName())
        .increment();
  }

  /** As precise as the database keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
