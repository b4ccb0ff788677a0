package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.archive.ArchiveFilter;
import dev.bellwether.ingest.archive.ArchiveScan;
import dev.bellwether.ingest.archive.AuthorPseudonyms;
import dev.bellwether.ingest.capture.MentionPublisher;
import dev.bellwether.ingest.monitor.MonitorQueries;
import dev.bellwether.ingest.monitor.backfill.BackfillJob.Phase;
import dev.bellwether.ingest.monitor.backfill.BackfillStore.Progress;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.Searchable;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Does a job page by page. A page's revisions are published, and acknowledged, in the transaction
 * that notes them in their identities and moves the job on: a crash between leaves revisions in the
 * topic that the page, done again, finds in the archive or publishes once more under the same
 * number.
 */
@ApplicationScoped
public class BackfillPages {

  private static final List<String> NONE = List.of();

  /** What a page's mentions came to. */
  private static final class Outcome {
    private final List<Mention> published = new ArrayList<>();
    private final List<Mention> knownToTopic = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
  }

  private final WorkspaceTransaction transactions;
  private final ArchiveScan scan;
  private final AuthorPseudonyms pseudonyms;
  private final BackfillStore store;
  private final MentionPublisher publisher;
  private final BackfillSettings settings;

  public BackfillPages(
      WorkspaceTransaction transactions,
      ArchiveScan scan,
      AuthorPseudonyms pseudonyms,
      BackfillStore store,
      MentionPublisher publisher,
      BackfillSettings settings) {
    this.transactions = transactions;
    this.scan = scan;
    this.pseudonyms = pseudonyms;
    this.store = store;
    this.publisher = publisher;
    this.settings = settings;
  }

  /** Mentions that the job will look at, if nothing changes meanwhile. */
  long total(BackfillJob job) {
    long add = job.matchesNothing() ? 0 : scan.candidates(job.workspace(), wanted(job));
    return add + (job.version() == 1 ? 0 : scan.candidates(job.workspace(), members(job)));
  }

  private static ArchiveFilter wanted(BackfillJob job) {
    return ArchiveFilter.of(MonitorQueries.of(job.monitor()), job.startsFrom(), null);
  }

  private static ArchiveFilter members(BackfillJob job) {
    return new ArchiveFilter(
        null, job.monitorId(), null, null, null, null, null, null, null, NONE, NONE, null, null);
  }

  /**
   * Does one page.
   *
   * @return the job as it now is; without phase when there is nothing more to scan; null when it is
   *     not this worker's any more
   */
  BackfillJob next(BackfillJob job, String worker) {
    boolean adding = job.phase() == Phase.ADD;
    ArchiveScan.Step step =
        scan.newestFirst(
            job.workspace(), adding ? wanted(job) : members(job), job.place(), settings.page());
    List<Mention> concerned =
        adding ? step.matches() : step.matches().stream().filter(m -> !wants(job, m)).toList();
    BackfillJob after = step.next() != null ? job.at(job.phase(), step.next()) : nextPhase(job);
    return commit(job, after, worker, concerned, adding, step.looked(), NONE);
  }

  /** A new monitor is in no mention that it does not match. */
  private static BackfillJob nextPhase(BackfillJob job) {
    boolean over = job.phase() == Phase.REMOVE || job.version() == 1;
    return job.at(over ? null : Phase.REMOVE, null);
  }

  private boolean wants(BackfillJob job, Mention mention) {
    if (job.matchesNothing()) {
      return false;
    }
    Query query = MonitorQueries.of(job.monitor());
    String author = mention.author().pseudonym();
    return query.matches(
        Searchable.of(
            mention,
            account ->
                author != null
                    && pseudonyms
                        .of(job.workspace(), mention.platform(), account)
                        .contains(author)));
  }

  /**
   * Comes back to mentions that were being changed.
   *
   * @param giveUp leave those that still are
   */
  BackfillJob again(BackfillJob job, String worker, boolean giveUp) {
    List<Mention> in = new ArrayList<>();
    List<Mention> out = new ArrayList<>();
    for (Mention mention : store.archived(job.workspace(), job.later())) {
      boolean inRange = job.startsFrom() == null || !mention.createdAt().isBefore(job.startsFrom());
      boolean wanted = wants(job, mention);
      if (wanted && inRange) {
        in.add(mention);
      } else if (!wanted) {
        out.add(mention);
      }
    }
    BackfillJob without = job.withLater(NONE);
    BackfillJob added = commit(without, without, worker, in, true, 0, giveUp ? null : NONE);
    return added == null ? null : commit(added, added, worker, out, false, 0, giveUp ? null : NONE);
  }

  /**
   * @param keepLater null when mentions that cannot be changed now are to be left for good
   */
  private BackfillJob commit(
      BackfillJob job,
      BackfillJob after,
      String worker,
      List<Mention> concerned,
      boolean adding,
      int looked,
      List<String> keepLater) {
    return transactions.inWorkspace(
        job.workspace(),
        connection -> {
          Outcome outcome = decide(connection, job, concerned, adding);
          var later = new TreeSet<>(job.later());
          if (keepLater != null) {
            later.addAll(outcome.later);
          }
          BackfillJob next = after.withLater(List.copyOf(later));
          long changed = (long) outcome.published.size() + outcome.knownToTopic.size();
          var progress =
              new Progress(
                  looked,
                  adding ? concerned.size() : 0,
                  adding ? changed : 0,
                  adding ? 0 : changed,
                  keepLater == null ? outcome.later.size() : 0);
          if (!BackfillStore.advance(connection, stored(next, job), worker, progress)) {
            return null;
          }
          IdentityRevisions.set(connection, job.workspace(), outcome.knownToTopic);
          IdentityRevisions.set(connection, job.workspace(), outcome.published);
          publisher.publish(outcome.published);
          return next;
        });
  }

  /** What has been scanned to the end is stored as it was: done again, it would find nothing. */
  private static BackfillJob stored(BackfillJob next, BackfillJob job) {
    return next.phase() != null ? next : next.at(job.phase(), job.place());
  }

  private static Outcome decide(
      Connection connection, BackfillJob job, List<Mention> concerned, boolean adding)
      throws SQLException {
    var outcome = new Outcome();
    if (concerned.isEmpty()) {
      return outcome;
    }
    Map<String, Integer> known =
        IdentityRevisions.lock(
            connection, job.workspace(), concerned.stream().map(Mention::id).toList());
    for (Mention mention : concerned) {
      Integer revision = known.get(mention.id());
      boolean asWanted = Membership.of(mention, job.monitorId()) == adding;
      if (revision == null) {
        // erased or expired while the page was read
        continue;
      }
      if (mention.revision() > revision && mention.cause() == Cause.MONITORS) {
        // A page that was cut off by a crash had published it
        outcome.knownToTopic.add(mention);
      } else if (!asWanted && mention.revision() < revision) {
        outcome.later.add(mention.id());
      } else if (!asWanted) {
        outcome.published.add(Membership.changed(mention, job.monitorId(), adding));
      }
    }
    return outcome;
  }
}
