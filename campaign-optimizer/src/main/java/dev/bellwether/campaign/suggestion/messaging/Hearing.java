package dev.bellwether.campaign.suggestion.messaging;

import dev.bellwether.campaign.suggestion.BrandLink;
import dev.bellwether.campaign.suggestion.Measurement;
import dev.bellwether.campaign.suggestion.Topic;
import dev.bellwether.campaign.suggestion.storage.Known;
import dev.bellwether.campaign.suggestion.storage.SuggestionStore;
import dev.bellwether.campaign.suggestion.watch.Suggesting;
import dev.bellwether.campaign.suggestion.watch.SuggestionSettings;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notes what the topics say and judges whom it concerns, in one transaction a workspace and batch;
 * applied twice it changes nothing.
 */
@ApplicationScoped
class Hearing {

  private final WorkspaceTransaction transactions;
  private final Known known;
  private final SuggestionStore store;
  private final Suggesting suggesting;
  private final SuggestionSettings settings;

  Hearing(
      WorkspaceTransaction transactions,
      Known known,
      SuggestionStore store,
      Suggesting suggesting,
      SuggestionSettings settings) {
    this.transactions = transactions;
    this.known = known;
    this.store = store;
    this.suggesting = suggesting;
    this.settings = settings;
  }

  void monitors(List<Event<Monitor>> events) {
    latest(events, 2)
        .forEach(
            (workspace, byKey) ->
                locked(
                    workspace,
                    connection -> {
                      var now = known.clock(connection, workspace);
                      for (var event : byKey.values()) {
                        String monitor = event.key().parts().get(1);
                        if (event.isTombstone()) {
                          known.remove(connection, workspace, monitor);
                        } else {
                          known.put(connection, BrandLink.of(checked(event)));
                        }
                        suggesting.judge(connection, workspace, monitor, now);
                      }
                    }));
  }

  void trends(List<Event<Trend>> events) {
    latest(events, 3)
        .forEach(
            (workspace, byKey) ->
                locked(
                    workspace,
                    connection -> {
                      Set<String> touched = new LinkedHashSet<>();
                      for (var event : byKey.values()) {
                        note(connection, workspace, event);
                        touched.add(event.key().parts().get(1));
                      }
                      var now = known.clock(connection, workspace);
                      for (String monitor : touched) {
                        suggesting.judge(connection, workspace, monitor, now);
                      }
                    }));
  }

  private void note(Connection connection, String workspace, Event<Trend> event)
      throws SQLException {
    String monitor = event.key().parts().get(1);
    String id = event.key().parts().get(2);
    if (event.isTombstone()) {
      known.remove(connection, workspace, monitor, id);
      return;
    }
    var trend = event.value();
    if (!RecordKey.of(trend.workspace(), trend.monitor(), trend.id()).equals(event.key())) {
      throw new UnusableEventException("the record's key is not that of its value");
    }
    if (trend.state() == TrendState.ENDED) {
      known.remove(connection, workspace, monitor, id);
    } else {
      known.put(connection, workspace, monitor, Topic.of(trend));
    }
  }

  private static Monitor checked(Event<Monitor> event) {
    var monitor = event.value();
    if (!RecordKey.of(monitor.workspace(), monitor.id()).equals(event.key())) {
      throw new UnusableEventException("the record's key is not that of its value");
    }
    return monitor;
  }

  void signals(List<Event<Signal>> events) {
    Map<String, Map<String, List<Measurement>>> byWorkspace = new LinkedHashMap<>();
    for (var event : events) {
      if (event.isTombstone()) {
        continue;
      }
      var signal = event.value();
      if (!signal.workspace().equals(event.key().parts().getFirst())) {
        throw new UnusableEventException("the record's key is not that of its value");
      }
      Measurement.of(signal)
          .ifPresent(
              measurement ->
                  byWorkspace
                      .computeIfAbsent(signal.workspace(), _ -> new LinkedHashMap<>())
                      .computeIfAbsent(signal.subject(), _ -> new ArrayList<>())
                      .add(measurement));
    }
    byWorkspace.forEach(
        (workspace, byMonitor) ->
            locked(workspace, connection -> measured(connection, workspace, byMonitor)));
  }

  private void measured(
      Connection connection, String workspace, Map<String, List<Measurement>> byMonitor)
      throws SQLException {
    for (var entry : byMonitor.entrySet()) {
      String monitor = entry.getKey();
      var watch = known.watch(connection, workspace, monitor);
      for (var measurement : entry.getValue()) {
        var next = watch.next(measurement, settings.rules());
        boolean turned = next.storming() || watch.storming();
        watch = next;
        if (turned) {
          known.put(connection, workspace, monitor, watch);
          suggesting.judge(connection, workspace, monitor, watch.at());
        }
      }
      known.put(connection, workspace, monitor, watch);
    }
    var now = known.clock(connection, workspace);
    Set<String> concerned = new LinkedHashSet<>(byMonitor.keySet());
    concerned.addAll(silent(connection, workspace, now));
    concerned.addAll(store.expired(connection, workspace, now));
    for (String monitor : concerned) {
      suggesting.judge(connection, workspace, monitor, now);
    }
  }

  /** A monitor of which nothing more is measured is calm again once that is long enough ago. */
  private Set<String> silent(Connection connection, String workspace, Instant now)
      throws SQLException {
    Set<String> calmed = new LinkedHashSet<>();
    for (String monitor : known.restless(connection, workspace)) {
      var watch = known.watch(connection, workspace, monitor);
      var later = watch.at(now, settings.rules());
      if (!later.equals(watch)) {
        known.put(connection, workspace, monitor, later);
        calmed.add(monitor);
      }
    }
    return calmed;
  }

  /** By workspace and key; the last of several records with one key is the truth. */
  private static <T> Map<String, Map<RecordKey, Event<T>>> latest(
      List<Event<T>> events, int parts) {
    Map<String, Map<RecordKey, Event<T>>> byWorkspace = new LinkedHashMap<>();
    for (var event : events) {
      if (event.key().parts().size() != parts) {
        throw new UnusableEventException("the record's key has not " + parts + " parts");
      }
      byWorkspace
          .computeIfAbsent(event.key().parts().getFirst(), _ -> new LinkedHashMap<>())
          .put(event.key(), event);
    }
    return byWorkspace;
  }

  @FunctionalInterface
  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  private void locked(String workspace, Work work) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          known.lock(connection, workspace);
          work.run(connection);
          return null;
        });
  }
}
