package dev.bellwether.trend.alerting.messaging;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.outbox.OutboxRunner;
import dev.bellwether.trend.alerting.rule.Rule;
import dev.bellwether.trend.alerting.rule.Verdict;
import dev.bellwether.trend.alerting.storage.AlertWriter;
import dev.bellwether.trend.alerting.storage.AlertingDatabase;
import dev.bellwether.trend.alerting.storage.RuleStore;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a batch of signals be judged by the rules of their workspaces: what a rule finds, with what
 * is to be delivered of it, is one transaction a workspace. Taken twice it changes nothing.
 */
@ApplicationScoped
public class Alerting {

  /**
   * Signals of one transaction: with hundreds of rules a whole batch would outlast it, and be tried
   * again for ever. What was written of a batch that fails later is not written twice.
   */
  private static final int AT_A_TIME = 10;

  private final AlertingDatabase database;
  private final WorkspaceTransaction transactions;
  private final RuleStore rules;
  private final AlertWriter writer;
  private final OutboxRunner outbox;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Duration oldest;

  public Alerting(
      AlertingDatabase database,
      WorkspaceTransaction transactions,
      RuleStore rules,
      AlertWriter writer,
      OutboxRunner outbox,
      MeterRegistry metrics,
      Clock clock,
      @ConfigProperty(name = "bellwether.alerting.oldest-signal") Duration oldest) {
    this.database = database;
    this.transactions = transactions;
    this.rules = rules;
    this.writer = writer;
    this.outbox = outbox;
    this.metrics = metrics;
    this.clock = clock;
    this.oldest = oldest;
  }

  /**
   * @throws UnusableEventException when a signal breaks what its type promises
   */
  void take(List<Event<Signal>> events) {
    database.require();
    Map<String, List<Signal>> byWorkspace = new LinkedHashMap<>();
    for (Event<Signal> event : events) {
      if (!event.isTombstone()) {
        var signal = checked(event.value());
        byWorkspace.computeIfAbsent(signal.workspace(), any -> new ArrayList<>()).add(signal);
      }
    }
    byWorkspace.forEach(
        (workspace, signals) -> {
          for (int from = 0; from < signals.size(); from += AT_A_TIME) {
            write(workspace, signals.subList(from, Math.min(from + AT_A_TIME, signals.size())));
          }
        });
  }

  private void write(String workspace, List<Signal> signals) {
    List<Verdict> verdicts =
        transactions.inWorkspace(workspace, connection -> judge(connection, signals));
    verdicts.forEach(
        verdict ->
            metrics.counter("bellwether.alert.signals", "verdict", verdict.label()).increment());
    if (verdicts.contains(Verdict.RAISED)) {
      outbox.look();
    }
  }

  private List<Verdict> judge(Connection connection, List<Signal> signals) throws SQLException {
    List<Rule> all = rules.all(connection, signals.getFirst().workspace());
    var verdicts = new ArrayList<Verdict>();
    for (Signal signal : signals) {
      for (Rule rule : all) {
        if (rule.matches(signal)) {
          writer.write(connection, rule, signal, clock.instant(), oldest).ifPresent(verdicts::add);
        }
      }
    }
    return verdicts;
  }

  private static Signal checked(Signal signal) {
    if (signal.workspace().isBlank() || signal.id().isBlank() || signal.subject().isBlank()) {
      throw new UnusableEventException("workspace, id or subject is blank");
    }
    return signal;
  }
}
