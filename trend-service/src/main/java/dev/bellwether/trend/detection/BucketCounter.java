package dev.bellwether.trend.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The counting half: reads a monitor's posts of one bucket, one by one. Terms are fingerprints in
 * an open-addressed table of bounded size; of a term that one post used only that post is known,
 * and where the table overflows those go first. Not to be shared between threads.
 */
public final class BucketCounter {

  /** Terms that are counted at a time. */
  static final int MOST_OPEN = 1 << 17;

  private static final int FIRST_SLOTS = 1 << 10;

  private final TermScanner scanner;

  private long[] terms = new long[FIRST_SLOTS];
  private long[] spans = new long[FIRST_SLOTS];
  private CountedPost[] firsts = new CountedPost[FIRST_SLOTS];
  private Voices[] voices = new Voices[FIRST_SLOTS];
  private int size;
  private Voices all = new Voices();

  public BucketCounter(TermExtractor extractor) {
    scanner = extractor.scanner();
  }

  /** Terms in the table, at most {@link #MOST_OPEN}. */
  public int openTerms() {
    return size;
  }

  public void add(CountedPost post) {
    add(post, null);
  }

  /**
   * @param local is told of the post's terms; null where all posts come one way
   */
  public void add(CountedPost post, LocalTerms local) {
    scanner.scan(post.text());
    long id = Fingerprint.of(post.id());
    long content = content(post, id, scanner.content());
    all.add(post.id(), id, post.author(), content);
    var counted = content == post.content() ? post : withContent(post, content);
    for (int i = 0; i < scanner.size(); i++) {
      count(scanner.fingerprint(i), scanner.span(i), counted, id);
      if (local != null) {
        local.hear(scanner.fingerprint(i), post.author());
      }
    }
  }

  /** What was counted, and begins anew. */
  public BucketCounts take(long bucket) {
    return take(bucket, null);
  }

  /**
   * As {@link #take(long)}, of the terms that may matter where there are too many for all; see
   * {@link Candidates}. The bucket is counted into the local habit.
   */
  public BucketCounts take(long bucket, LocalTerms local) {
    var counts = new HashMap<String, TermCount>();
    for (int slot : local == null ? strongest() : candidates(local)) {
      var text = firsts[slot].text();
      counts.merge(
          TermSpan.name(text, spans[slot]),
          voices(slot).count(TermSpan.form(text, spans[slot])),
          TermCount::plus);
    }
    if (local != null) {
      learn(bucket, local.habit());
    }
    var taken =
        new BucketCounts(bucket, all.mentions() == 0 ? TermCount.NONE : all.count(""), counts);
    clear();
    return taken;
  }

  /** Forgets what was counted. */
  public void drop() {
    clear();
  }

  private void learn(long bucket, LocalHabit habit) {
    for (int slot = 0; slot < terms.length; slot++) {
      if (firsts[slot] != null) {
        habit.raise(terms[slot], voices[slot] == null ? 1 : voices[slot].voices());
      }
    }
    habit.close(bucket);
  }

  private List<Integer> candidates(LocalTerms local) {
    var candidates = new Candidates(local, BucketCounts.MOST_TERMS);
    for (int slot = 0; slot < terms.length; slot++) {
      if (firsts[slot] != null) {
        candidates.add(slot, terms[slot], voices[slot] == null ? 1 : voices[slot].voices());
      }
    }
    return candidates.slots();
  }

  private static long content(CountedPost post, long id, long scanned) {
    if (post.content() != 0) {
      return post.content();
    }
    return scanned == 0 ? id : scanned;
  }

  private static CountedPost withContent(CountedPost post, long content) {
    return new CountedPost(
        post.id(), post.createdAt(), post.author(), content, post.monitors(), post.text());
  }

  private void count(long term, long span, CountedPost post, long id) {
    int slot = slotOf(term);
    if (firsts[slot] == null) {
      terms[slot] = term;
      spans[slot] = span;
      firsts[slot] = post;
      size++;
      if (size > terms.length / 2) {
        grow();
      }
      return;
    }
    voices(slot).add(post.id(), id, post.author(), post.content());
  }

  private Voices voices(int slot) {
    if (voices[slot] == null) {
      var first = firsts[slot];
      voices[slot] = new Voices();
      voices[slot].add(first.id(), Fingerprint.of(first.id()), first.author(), first.content());
    }
    return voices[slot];
  }

  private int slotOf(long term) {
    int slot = (int) term & terms.length - 1;
    while (firsts[slot] != null && terms[slot] != term) {
      slot = slot + 1 & terms.length - 1;
    }
    return slot;
  }

  private void grow() {
    int least = 0;
    if (size > MOST_OPEN) {
      least = 2;
      while (atLeast(least) > MOST_OPEN / 2) {
        least *= 2;
      }
    }
    rebuild(least == 0 ? terms.length * 2 : terms.length, least);
  }

  private int atLeast(int mentions) {
    int kept = 0;
    for (int slot = 0; slot < terms.length; slot++) {
      if (firsts[slot] != null && mentions(slot) >= mentions) {
        kept++;
      }
    }
    return kept;
  }

  private int mentions(int slot) {
    return voices[slot] == null ? 1 : voices[slot].mentions();
  }

  private void rebuild(int slots, int least) {
    var oldTerms = terms;
    var oldSpans = spans;
    var oldFirsts = firsts;
    var oldVoices = voices;
    terms = new long[slots];
    spans = new long[slots];
    firsts = new CountedPost[slots];
    voices = new Voices[slots];
    size = 0;
    for (int old = 0; old < oldTerms.length; old++) {
      boolean kept =
          oldFirsts[old] != null
              && (least == 0 || oldVoices[old] != null && oldVoices[old].mentions() >= least);
      if (kept) {
        int slot = slotOf(oldTerms[old]);
        terms[slot] = oldTerms[old];
        spans[slot] = oldSpans[old];
        firsts[slot] = oldFirsts[old];
        voices[slot] = oldVoices[old];
        size++;
      }
    }
  }

  private void clear() {
    if (terms.length > FIRST_SLOTS && size < terms.length / 8) {
      terms = new long[FIRST_SLOTS];
      spans = new long[FIRST_SLOTS];
      firsts = new CountedPost[FIRST_SLOTS];
      voices = new Voices[FIRST_SLOTS];
    } else {
      Arrays.fill(firsts, null);
      Arrays.fill(voices, null);
    }
    size = 0;
    all = new Voices();
  }

  /** Slots of the terms with the most voices, at most {@link BucketCounts#MOST_TERMS}. */
  private List<Integer> strongest() {
    int least = 1;
    while (atLeast(least) > 8 * BucketCounts.MOST_TERMS) {
      least *= 2;
    }
    var candidates = new ArrayList<Integer>();
    for (int slot = 0; slot < terms.length; slot++) {
      if (firsts[slot] != null && mentions(slot) >= least) {
        candidates.add(slot);
      }
    }
    if (candidates.size() <= BucketCounts.MOST_TERMS) {
      return candidates;
    }
    candidates.sort(
        Comparator.<Integer>comparingDouble(
                slot -> voices[slot] == null ? -1 : -voices[slot].voices())
            .thenComparingLong(slot -> terms[slot]));
    return candidates.subList(0, BucketCounts.MOST_TERMS);
  }
}
