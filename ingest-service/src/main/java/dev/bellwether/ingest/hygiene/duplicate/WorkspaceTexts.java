package dev.bellwether.ingest.hygiene.duplicate;

import dev.bellwether.ingest.hygiene.duplicate.TextIndex.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One workspace's remembered texts, in memory: nothing but what its store held when it was last
 * looked at. Safe for use by several threads.
 */
public final class WorkspaceTexts {

  /** Most texts to remember; about 230 bytes each. */
  public static final int MOST = 1 << 17;

  private static final int AT_FIRST = 256;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private TextIndex index = new TextIndex(AT_FIRST, MOST);
  private State state = State.NEW;

  /**
   * How far the store has been read.
   *
   * @param generation which of the store's generations; below 0 before the first reading
   * @param transaction all earlier transactions' rows are known
   * @param readAt when
   */
  public record State(long generation, long transaction, Instant readAt) {

    static final State NEW = new State(-1, 0, Instant.EPOCH);

    /**
     * Time passes while one transaction stays open, and its rows need not be read from the start.
     */
    private boolean isAfter(State other) {
      return transaction > other.transaction
          || transaction == other.transaction && readAt.isAfter(other.readAt);
    }
  }

  public State state() {
    lock.readLock().lock();
    try {
      return state;
    } finally {
      lock.readLock().unlock();
    }
  }

  public int size() {
    lock.readLock().lock();
    try {
      return index.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Takes in rows read since {@link #state()}; knowing some already does no harm.
   *
   * @param rows oldest first
   */
  public void add(List<Signature> rows, State read) {
    lock.writeLock().lock();
    try {
      if (read.generation() == state.generation()) {
        rows.forEach(row -> index.add(entry(row)));
        state = read.isAfter(state) ? read : state;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * Forgets everything and begins with these rows.
   *
   * @param rows oldest first
   */
  public void replace(List<Signature> rows, State read) {
    var fresh = new TextIndex(AT_FIRST, MOST);
    rows.forEach(row -> fresh.add(entry(row)));
    lock.writeLock().lock();
    try {
      if (read.generation() >= state.generation()) {
        index = fresh;
        state = read;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  Optional<Entry> find(Words words) {
    lock.readLock().lock();
    try {
      return index.find(words);
    } finally {
      lock.readLock().unlock();
    }
  }

  private static Entry entry(Signature row) {
    return new Entry(row.words(), row.cluster(), Placements.hash(row.mentionId()));
  }
}
