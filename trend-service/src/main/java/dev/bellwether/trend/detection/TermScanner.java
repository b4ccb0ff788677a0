package dev.bellwether.trend.detection;

import java.util.Set;

/**
 * Reads the terms of one text after the other, as fingerprints and {@linkplain TermSpan spans};
 * makes no objects. See {@link TermExtractor} for what a term is.
 */
public final class TermScanner {

  /** A very long post says more, but must not cost more than a few short ones. */
  public static final int MOST_WORDS = 40;

  /** A term forms pairs with so many before it. */
  private static final int NEAR = 4;

  private static final int MOST_TERMS = MOST_WORDS * (NEAR + 1);
  private static final int SHORTEST_WORD = 3;
  private static final int LONGEST_WORD = 40;

  /** Texts of fewer words may be alike though nobody copied. */
  private static final int LEAST_COPIED = 4;

  private static final int SEEN_SLOTS = 1024;

  private final LongSet stopWords;
  private final long[] fingerprints = new long[MOST_TERMS];
  private final long[] spans = new long[MOST_TERMS];
  private final long[] seen = new long[SEEN_SLOTS];
  private final int[] seenIn = new int[SEEN_SLOTS];
  private final long[] near = new long[NEAR];
  private final long[] nearSpans = new long[NEAR];

  private int generation;
  private int size;
  private int words;
  private long content;
  private int contentWords;
  private long lastWord;
  private boolean reposts;
  private boolean afterRt;

  TermScanner(Set<String> stopWords) {
    this.stopWords = new LongSet(stopWords.size());
    stopWords.forEach(word -> this.stopWords.add(hash(word, 0, word.length())));
  }

  /** How many terms the last text had, each once. */
  public int size() {
    return size;
  }

  public long fingerprint(int term) {
    return fingerprints[term];
  }

  long span(int term) {
    return spans[term];
  }

  /**
   * What near copies of the last text have in common: the smallest fingerprint of its neighbouring
   * words (MinHash; Broder 1997). So two texts have it in common with a chance as great as the
   * share of neighbours that they have in common: copies that were cut or added to nearly always,
   * texts on one topic seldom. 0 where it is too short to tell.
   */
  public long content() {
    return contentWords >= LEAST_COPIED || reposts && contentWords > 0
        ? Fingerprint.mixed(content)
        : 0;
  }

  public void scan(String text) {
    size = 0;
    words = 0;
    content = Long.MAX_VALUE;
    lastWord = 0;
    contentWords = 0;
    reposts = false;
    afterRt = false;
    generation++;
    int end = Math.min(text.length(), TermSpan.LONGEST_TEXT - 1);
    int at = 0;
    while (at < end && words < MOST_WORDS) {
      at = token(text, at, end);
    }
  }

  private int token(String text, int at, int end) {
    char c = text.charAt(at);
    if (isWordPart(c)) {
      return isLink(text, at) ? link(text, at, end) : word(text, at, end);
    }
    boolean startsName =
        at + 1 < end && (isWordPart(text.charAt(at + 1)) || text.charAt(at + 1) == '_');
    if (c == '#' && startsName) {
      return named(text, at, end);
    }
    if (c == '@' && startsName) {
      return named(text, at, end);
    }
    if (c == '&') {
      return entity(text, at, end);
    }
    return at + 1;
  }

  /** Some sources leave entities such as that of the ampersand in texts. */
  private static int entity(String text, int at, int end) {
    int next = at + 1;
    while (next < end && next - at < 8 && isWordPart(text.charAt(next))) {
      next++;
    }
    return next < end && next > at + 1 && text.charAt(next) == ';' ? next + 1 : at + 1;
  }

  private int named(String text, int at, int end) {
    int next = at + 1;
    boolean letters = false;
    while (next < end) {
      char c = text.charAt(next);
      if (!isWordPart(c) && c != '_') {
        break;
      }
      letters |= c == '_' || !isDigit(c);
      next++;
    }
    boolean repeated = text.charAt(at) == '@' && afterRt;
    afterRt = false;
    if (repeated) {
      reposts = true;
    } else if (letters && next - at > 2 && next - at <= LONGEST_WORD) {
      add(hash(text, at, next), TermSpan.of(at, next - at));
    }
    return next;
  }

  private int word(String text, int at, int end) {
    int next = at;
    boolean letters = false;
    while (next < end) {
      char c = text.charAt(next);
      if (isWordPart(c)) {
        letters |= !isDigit(c);
      } else if (!(isApostrophe(c) && next + 1 < end && isLetter(text.charAt(next + 1)))) {
        break;
      }
      next++;
    }
    afterRt = next - at == 2 && (text.charAt(at) | 32) == 'r' && (text.charAt(at + 1) | 32) == 't';
    if (!letters || next - at < SHORTEST_WORD || next - at > LONGEST_WORD) {
      return next;
    }
    long hash = hash(text, at, next);
    if (stopWords.contains(hash)) {
      return next;
    }
    int wordEnd = withoutPossessive(text, at, next);
    if (wordEnd < next) {
      hash = hash(text, at, wordEnd);
    }
    if (wordEnd - at >= SHORTEST_WORD && !stopWords.contains(hash)) {
      content = Math.min(content, Fingerprint.mixed(lastWord * 31 + hash));
      lastWord = hash;
      contentWords++;
      add(hash, TermSpan.of(at, wordEnd - at));
    }
    return next;
  }

  private static int withoutPossessive(String text, int at, int end) {
    return end - at > 2 && (text.charAt(end - 1) | 32) == 's' && isApostrophe(text.charAt(end - 2))
        ? end - 2
        : end;
  }

  private int link(String text, int at, int end) {
    int next = at;
    int query = -1;
    while (next < end && text.charAt(next) > ' ' && text.charAt(next) != '…') {
      char c = text.charAt(next);
      if (query < 0 && (c == '?' || c == '#')) {
        query = next;
      }
      next++;
    }
    boolean cut = next < end && text.charAt(next) == '…';
    int start = at + schemeLength(text, at);
    int last = query < 0 ? next : query;
    while (last > start && !isWordPart(text.charAt(last - 1))) {
      last--;
    }
    last = Math.min(last, start + TermSpan.LONGEST_PIECE - 1);
    if (!cut && last - start > 3) {
      add(linkHash(text, start, last), TermSpan.of(start, last - start));
    }
    return next;
  }

  private static boolean isLink(String text, int at) {
    return schemeLength(text, at) > 0;
  }

  private static int schemeLength(String text, int at) {
    char first = text.charAt(at);
    int length = 0;
    if (first == 'h' || first == 'H') {
      length =
          text.regionMatches(true, at, "https://", 0, 8)
              ? 8
              : text.regionMatches(true, at, "http://", 0, 7) ? 7 : 0;
      if (length == 0) {
        return 0;
      }
    } else if (first != 'w' && first != 'W') {
      return 0;
    }
    return text.regionMatches(true, at + length, "www.", 0, 4) ? length + 4 : length;
  }

  private void add(long fingerprint, long span) {
    if (addOnce(fingerprint, span)) {
      for (int i = 0; i < Math.min(words, NEAR); i++) {
        int slot = (words - 1 - i) % NEAR;
        addOnce(Fingerprint.ofPair(near[slot], fingerprint), TermSpan.pair(nearSpans[slot], span));
      }
      near[words % NEAR] = fingerprint;
      nearSpans[words % NEAR] = span;
      words++;
    }
  }

  private boolean addOnce(long fingerprint, long span) {
    int slot = (int) fingerprint & SEEN_SLOTS - 1;
    while (seenIn[slot] == generation) {
      if (seen[slot] == fingerprint) {
        return false;
      }
      slot = slot + 1 & SEEN_SLOTS - 1;
    }
    seenIn[slot] = generation;
    seen[slot] = fingerprint;
    fingerprints[size] = fingerprint;
    spans[size] = span;
    size++;
    return true;
  }

  private static long hash(String text, int from, int to) {
    long hash = Fingerprint.start();
    for (int i = from; i < to; i++) {
      hash = Fingerprint.with(hash, folded(text.charAt(i)));
    }
    return Fingerprint.mixed(hash);
  }

  private static long linkHash(String text, int from, int to) {
    long hash = Fingerprint.start();
    boolean host = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      host &= c != '/';
      hash = Fingerprint.with(hash, host ? folded(c) : c);
    }
    return Fingerprint.mixed(hash);
  }

  private static char folded(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c | 32) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private static boolean isLetter(char c) {
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : isWordPart(c) && !Character.isDigit(c);
  }

  /** Letters, marks and digits; signs made of two chars, such as emoji, are none. */
  private static boolean isWordPart(char c) {
    if (c < 0x80) {
      return (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9';
    }
    return Character.isLetterOrDigit(c)
        || (1 << Character.getType(c)
                & (1 << Character.NON_SPACING_MARK
                    | 1 << Character.COMBINING_SPACING_MARK
                    | 1 << Character.ENCLOSING_MARK))
            != 0;
  }

  /** Fingerprints, without a box each. */
  private static final class LongSet {

    private final long[] slots;

    private LongSet(int most) {
      slots = new long[Math.max(16, Integer.highestOneBit(most) * 4)];
    }

    void add(long value) {
      int slot = slotOf(value);
      slots[slot] = value;
    }

    boolean contains(long value) {
      return slots[slotOf(value)] == value;
    }

    private int slotOf(long value) {
      int slot = (int) value & slots.length - 1;
      while (slots[slot] != 0 && slots[slot] != value) {
        slot = slot + 1 & slots.length - 1;
      }
      return slot;
    }
  }
}
