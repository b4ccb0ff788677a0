package dev.bellwether.ingest.capture;

import dev.bellwether.ingest.capture.TextSignatures.Reading;
import dev.bellwether.ingest.hygiene.duplicate.Placements;
import dev.bellwether.ingest.hygiene.duplicate.WorkspaceTexts;
import dev.bellwether.ingest.hygiene.duplicate.WorkspaceTexts.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The remembered texts of the workspaces that are busy. The database is the truth: before each
 * request's texts are placed, what other requests and other instances have committed since is read.
 */
@ApplicationScoped
public class NearDuplicates {

  /** How long a text is compared with those that come after it. */
  static final Duration WINDOW = Duration.ofDays(2);

  /**
   * Rows of a transaction that took longer than this may stay unknown here until the next start.
   */
  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(1);

  /** Over all workspaces; the least recently used are let go. */
  private static final int MOST_TEXTS = 2 * WorkspaceTexts.MOST;

  private final Map<String, WorkspaceTexts> workspaces = new LinkedHashMap<>(16, 0.75f, true);

  /** Reads what is new and gives a place to find places in, for one request. */
  Placements open(Connection connection, String workspace, Instant now) throws SQLException {
    WorkspaceTexts texts = texts(workspace);
    State state = texts.state();
    Reading reading;
    if (state.generation() < 0) {
      reading = load(connection, workspace, texts, now);
    } else {
      reading =
          TextSignatures.since(
              connection, workspace, state.transaction(), state.readAt().minus(LONGEST_REQUEST));
      if (reading.generation() == state.generation()) {
        texts.add(reading.rows(), state(reading, now));
      } else {
        reading = load(connection, workspace, texts, now);
      }
    }
    return new Placements(texts, reading.salt(), now);
  }

  private static Reading load(
      Connection connection, String workspace, WorkspaceTexts texts, Instant now)
      throws SQLException {
    Reading reading =
        TextSignatures.last(connection, workspace, WorkspaceTexts.MOST, now.minus(WINDOW));
    texts.replace(reading.rows(), state(reading, now));
    return reading;
  }

  private static State state(Reading reading, Instant now) {
    return new State(reading.generation(), reading.transaction(), now);
  }

  /** Writes down what a request has placed; it counts once the transaction is committed. */
  void save(Connection connection, String workspace, Placements placements) throws SQLException {
    var signatures = placements.signatures();
    if (!signatures.isEmpty()) {
      TextSignatures.save(connection, workspace, signatures);
    }
  }

  /** Lets a workspace's texts go from memory; the next request reads them again. */
  public synchronized void letGo(String workspace) {
    workspaces.remove(workspace);
  }

  private synchronized WorkspaceTexts texts(String workspace) {
    WorkspaceTexts wanted = workspaces.computeIfAbsent(workspace, name -> new WorkspaceTexts());
    int held = 0;
    for (WorkspaceTexts texts : List.copyOf(workspaces.values())) {
      held += texts.size();
    }
    Iterator<WorkspaceTexts> oldest = workspaces.values().iterator();
    while (held > MOST_TEXTS && oldest.hasNext()) {
      WorkspaceTexts texts = oldest.next();
      if (texts != wanted) {
        held -= texts.size();
        oldest.remove();
      }
    }
    return wanted;
  }
}
