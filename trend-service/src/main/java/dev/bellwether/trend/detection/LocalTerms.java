package dev.bellwether.trend.detection;

import java.util.Arrays;

/**
 * Which terms of a monitor's posts may matter, as one partition of them can tell: those that two
 * authors used within an hour. Fingerprints of terms and authors in an open-addressed table of
 * bounded size; where it overflows, terms of one author are forgotten, then all but the last
 * hour's. Not to be shared between threads.
 */
public final class LocalTerms {

  /** Terms that are known at a time. */
  static final int MOST = 1 << 15;

  private static final int FIRST_SLOTS = 1 << 8;
  private static final int NEVER = Integer.MIN_VALUE;

  private final int bucketsAnHour;
  private final LocalHabit habit;

  private long[] terms;
  private int[] authors;

  /** The last bucket in which it was used. */
  private int[] heard;

  /** The last one in which somebody else used it than the last to do so. */
  private int[] heardOther;

  private int size;
  private long bucket = Long.MIN_VALUE;

  public LocalTerms(Buckets buckets, LocalHabit habit) {
    this.bucketsAnHour = buckets.inAnHour();
    this.habit = habit;
    allocate(FIRST_SLOTS);
  }

  public LocalHabit habit() {
    return habit;
  }

  /** Terms in the table, at most {@link #MOST}. */
  public int size() {
    return size;
  }

  /** Memory it takes with its habit, bytes. */
  public long bytes() {
    return 20L * terms.length + LocalHabit.BYTES;
  }

  /** The bucket of what is heard from now on. */
  public void open(long next) {
    bucket = Math.max(bucket, next);
  }

  /** The last bucket that was opened. */
  public long bucket() {
    return bucket;
  }

  void hear(long term, long author) {
    int slot = slotOf(term);
    int name = (int) author;
    int now = (int) bucket;
    if (heard[slot] == NEVER) {
      if (size >= MOST || size >= terms.length / 2) {
        makeRoom();
        slot = slotOf(term);
      }
      terms[slot] = term;
      size++;
    } else if (authors[slot] != name) {
      heardOther[slot] = heard[slot];
    }
    authors[slot] = name;
    heard[slot] = now;
  }

  /** Whether two authors used it within the hour that ends with the open bucket. */
  boolean severalSaid(long term) {
    int slot = slotOf(term);
    return heard[slot] != NEVER && heardOther[slot] > (int) bucket - bucketsAnHour;
  }

  private int slotOf(long term) {
    int slot = (int) term & terms.length - 1;
    while (heard[slot] != NEVER && terms[slot] != term) {
      slot = slot + 1 & terms.length - 1;
    }
    return slot;
  }

  private void makeRoom() {
    int hour = (int) bucket - bucketsAnHour;
    int slots = terms.length;
    rebuild(slots, hour, NEVER);
    if (size > MOST * 3 / 4) {
      rebuild(slots, hour, hour);
      if (size > MOST * 3 / 4) {
        allocate(FIRST_SLOTS);
      }
    } else if (size > slots / 4) {
      rebuild(Math.min(slots * 2, MOST * 2), hour, NEVER);
    }
  }

  /** Keeps what was heard after {@code since}, and of two authors after {@code severalSince}. */
  private void rebuild(int slots, int since, int severalSince) {
    var oldTerms = terms;
    var oldAuthors = authors;
    var oldHeard = heard;
    var oldHeardOther = heardOther;
    allocate(slots);
    for (int old = 0; old < oldTerms.length; old++) {
      boolean kept =
          oldHeard[old] > since && (severalSince == NEVER || oldHeardOther[old] > severalSince);
      if (kept) {
        int slot = slotOf(oldTerms[old]);
        terms[slot] = oldTerms[old];
        authors[slot] = oldAuthors[old];
        heard[slot] = oldHeard[old];
        heardOther[slot] = oldHeardOther[old];
        size++;
      }
    }
  }

  private void allocate(int slots) {
    terms = new long[slots];
    authors = new int[slots];
    heard = new int[slots];
    heardOther = new int[slots];
    Arrays.fill(heard, NEVER);
    Arrays.fill(heardOther, NEVER);
    size = 0;
  }
}
