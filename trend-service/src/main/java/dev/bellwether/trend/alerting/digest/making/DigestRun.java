package dev.bellwether.trend.alerting.digest.making;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.delivery.AlertMessage;
import dev.bellwether.trend.alerting.digest.Digest;
import dev.bellwether.trend.alerting.digest.DigestComposer;
import dev.bellwether.trend.alerting.digest.DigestTimes;
import dev.bellwether.trend.alerting.digest.DigestTimes.Period;
import dev.bellwether.trend.alerting.digest.TrendTable;
import dev.bellwether.trend.alerting.storage.DigestQueries;
import dev.bellwether.trend.alerting.storage.DigestStore;
import dev.bellwether.trend.alerting.storage.MonitorHourStore;
import dev.bellwether.trend.alerting.storage.OutboxStore;
import dev.bellwether.trend.alerting.wording.DigestReport;
import dev.bellwether.trend.alerting.wording.DigestWording;
import dev.bellwether.trend.alerting.wording.SubjectNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a digest that is due. Its row is locked meanwhile; the messages go into the outbox, and the
 * row to its next time, in one transaction: a crash at any point leaves it due, or made.
 */
@ApplicationScoped
public class DigestRun {

  /** Of a long absence this much is told, at its end. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private final WorkspaceTransaction transactions;
  private final DigestStore digests;
  private final DigestQueries known;
  private final OutboxStore outbox;
  private final TrendTable trends;
  private final MonitorHourStore hours;
  private final SubjectNames names;

  public DigestRun(
      WorkspaceTransaction transactions,
      DigestStore digests,
      DigestQueries known,
      OutboxStore outbox,
      TrendTable trends,
      MonitorHourStore hours,
      SubjectNames names) {
    this.transactions = transactions;
    this.digests = digests;
    this.known = known;
    this.outbox = outbox;
    this.trends = trends;
    this.hours = hours;
    this.names = names;
  }

  /**
   * @return whether it was due, and nobody else's
   */
  public boolean make(DigestStore.Key key, Instant now) {
    return transactions.inWorkspace(key.workspace(), connection -> make(connection, key, now));
  }

  private boolean make(Connection connection, DigestStore.Key key, Instant now)
      throws SQLException {
    Optional<DigestStore.Stored> due = digests.take(connection, key, now);
    if (due.isEmpty()) {
      return false;
    }
    Digest digest = due.get().digest();
    Period period = period(digest.times(), due.get().nextDue(), now);
    DigestReport report = report(connection, key.workspace(), digest, period);
    for (String channel : digest.channels()) {
      outbox.enqueue(
          connection, key.workspace(), channel, message(key.workspace(), channel, report), now);
    }
    digests.made(connection, key, period.to(), digest.times().after(now));
    return true;
  }

  /** From the first that was missed to the last: of several, one is made, and it tells of all. */
  static Period period(DigestTimes times, Instant firstDue, Instant now) {
    Instant to = times.atOrBefore(now);
    Instant from = times.until(firstDue).from();
    Instant earliest = to.minus(LONGEST);
    return new Period(from.isBefore(earliest) ? earliest : from, to);
  }

  /** What a digest tells of a time. */
  DigestReport report(Connection connection, String workspace, Digest digest, Period period)
      throws SQLException {
    var departures =
        known.departures(
            connection, workspace, period, digest.monitors(), DigestComposer.MOST_LINES);
    var alerts =
        known.alerts(connection, workspace, period, digest.monitors(), DigestComposer.MOST_LINES);
    return DigestComposer.compose(
            digest,
            period,
            new DigestComposer.Material(
                trends.trends(workspace),
                hours.figures(
                    connection, workspace, period, digest.monitors(), DigestComposer.MOST_LINES),
                departures.list(),
                departures.count(),
                alerts.list(),
                alerts.count()))
        .named(names, workspace);
  }

  /** Its id is made of what it says, so that it cannot go out twice. */
  private static AlertMessage message(String workspace, String channel, DigestReport report) {
    return new AlertMessage(
        "digest-%s-%d-%s".formatted(report.digest(), report.to().getEpochSecond(), channel),
        AlertMessage.DIGEST,
        workspace,
        null,
        null,
        report.to(),
        DigestWording.title(report),
        DigestWording.text(report),
        List.of(),
        report);
  }
}
