package dev.bellwether.ingest.capture;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.capture.Decision.AlreadyTaken;
import dev.bellwether.ingest.capture.Decision.Duplicate;
import dev.bellwether.ingest.capture.Decision.Publish;
import dev.bellwether.ingest.erasure.ErasedIdentities;
import dev.bellwether.ingest.hygiene.duplicate.Placement;
import dev.bellwether.ingest.hygiene.duplicate.Placements;
import dev.bellwether.ingest.mention.MentionComposer;
import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.mention.PostRedaction;
import dev.bellwether.ingest.mention.Version;
import dev.bellwether.ingest.monitor.CompiledMonitors;
import dev.bellwether.ingest.monitor.MonitorMatcher;
import dev.bellwether.ingest.rows.BatchAnswer;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.Checked.Invalid;
import dev.bellwether.ingest.rows.Checked.Valid;
import dev.bellwether.ingest.rows.RequestRow;
import dev.bellwether.ingest.rows.RowAnswer;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes posts. The identities are written in the transaction that waits for Kafka's
 * acknowledgement: a crash before the acknowledgement leaves nothing behind, and one between the
 * acknowledgement and the commit leaves a record that the same rows, sent again, write again under
 * the same id and revision, which every consumer knows to count once.
 */
@ApplicationScoped
public class MentionCapture {

  private final WorkspaceTransaction transactions;
  private final CompiledMonitors monitors;
  private final PostRedaction redaction;
  private final MentionComposer composer;
  private final MentionPublisher publisher;
  private final ErasedIdentities erased;
  private final NearDuplicates duplicates;
  private final Clock clock;

  public MentionCapture(
      WorkspaceTransaction transactions,
      CompiledMonitors monitors,
      PostRedaction redaction,
      MentionComposer composer,
      MentionPublisher publisher,
      ErasedIdentities erased,
      NearDuplicates duplicates,
      Clock clock) {
    this.transactions = transactions;
    this.monitors = monitors;
    this.redaction = redaction;
    this.composer = composer;
    this.publisher = publisher;
    this.erased = erased;
    this.duplicates = duplicates;
    this.clock = clock;
  }

  /**
   * Answers every row once Kafka has all that are accepted.
   *
   * @param requestKey the Idempotency-Key, or null
   */
  public BatchAnswer take(String workspace, List<Checked<Post>> sent, String requestKey) {
    List<Checked<Post>> rows = sent.stream().map(redaction::of).toList();
    List<String> ids = new ArrayList<>();
    for (Checked<Post> row : rows) {
      if (row instanceof Valid<Post>(Post post)) {
        ids.add(post.id());
      }
    }
    if (ids.isEmpty()) {
      return BatchAnswer.of(answers(rows, new HashMap<>(), requestKey, null));
    }
    return transactions.inWorkspace(
        workspace,
        connection -> {
          MonitorMatcher matcher = monitors.of(connection, workspace);
          return take(
              connection,
              new Batch(workspace, matcher, clock.instant().truncatedTo(ChronoUnit.MICROS)),
              rows,
              ids,
              requestKey);
        });
  }

  private BatchAnswer take(
      Connection connection,
      Batch batch,
      List<Checked<Post>> rows,
      List<String> ids,
      String requestKey)
      throws SQLException {
    Map<String, KnownRevision> known = MentionIdentities.lock(connection, batch.workspace, ids);
    // After the lock: an erasure that began meanwhile is seen, or waits for what is taken here
    batch.barred.addAll(erased.barred(connection, batch.workspace, posts(rows)));
    batch.placements = duplicates.open(connection, batch.workspace, batch.observedAt);
    List<RowAnswer> answers = answers(rows, known, requestKey, batch);
    if (!batch.barred.isEmpty()) {
      MentionIdentities.release(connection, batch.workspace, batch.barred);
    }
    duplicates.save(connection, batch.workspace, batch.placements);
    MentionIdentities.remember(connection, batch.workspace, batch.published);
    publisher.publish(batch.mentions);
    return BatchAnswer.of(answers);
  }

  private static List<Post> posts(List<Checked<Post>> rows) {
    var posts = new ArrayList<Post>();
    for (Checked<Post> row : rows) {
      if (row instanceof Valid<Post>(Post post)) {
        posts.add(post);
      }
    }
    return posts;
  }

  /**
   * Decides row by row, so that within one request too the second of a kind is a duplicate or an
   * edit.
   */
  private List<RowAnswer> answers(
      List<Checked<Post>> rows, Map<String, KnownRevision> known, String requestKey, Batch batch) {
    var answers = new ArrayList<RowAnswer>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      answers.add(
          switch (rows.get(i)) {
            case Invalid<Post> invalid -> RowAnswer.rejected(i, invalid);
            case Valid<Post>(Post post) ->
                answer(post, new RequestRow(requestKey, i), known, batch);
          });
    }
    return answers;
  }

  private RowAnswer answer(
      Post post, RequestRow from, Map<String, KnownRevision> known, Batch batch) {
    if (batch.barred.contains(post.id())) {
      return RowAnswer.barred(from.row(), "id", ErasedIdentities.REASON);
    }
    KnownRevision before = known.get(post.id());
    return switch (Decision.on(post, from, before, batch.observedAt)) {
      case Duplicate() -> RowAnswer.duplicate(from.row(), post.id());
      case AlreadyTaken() -> RowAnswer.accepted(from.row(), post.id());
      case Publish(Version version) -> {
        known.put(post.id(), publish(post, from, version, before, batch));
        yield RowAnswer.accepted(from.row(), post.id());
      }
    };
  }

  private KnownRevision publish(
      Post post, RequestRow from, Version version, KnownRevision before, Batch batch) {
    // Figures change nothing of the text, and so nothing of its place
    Optional<Placement> placement =
        version.cause() == Cause.ENGAGEMENT
            ? before.placement()
            : batch.placements.place(post.id(), post.text());
    Mention mention = composer.compose(batch.workspace, post, version, batch.matcher, placement);
    KnownRevision now =
        KnownRevision.next(
            post, from, version, mention.author().pseudonym(), placement, before, batch.observedAt);
    batch.published.put(post.id(), now);
    batch.mentions.add(mention);
    return now;
  }

  /** What one request adds. */
  private static final class Batch {

    private final String workspace;
    private final MonitorMatcher matcher;
    private final Instant observedAt;
    private Placements placements;
    private final Map<String, KnownRevision> published = new HashMap<>();
    private final Set<String> barred = new HashSet<>();
    private final List<Mention> mentions = new ArrayList<>();

    private Batch(String workspace, MonitorMatcher matcher, Instant observedAt) {
      this.workspace = workspace;
      this.matcher = matcher;
      this.observedAt = observedAt;
    }
  }
}
