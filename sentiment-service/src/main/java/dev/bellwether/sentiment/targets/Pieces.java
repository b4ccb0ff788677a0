package dev.bellwether.sentiment.targets;

import java.util.Arrays;

/**
 * A text cut for finding names and clauses, as arrays: an object a word would cost more than the
 * search. What is inside a hashtag or handle of several words follows it as {@link #PART}s.
 */
final class Pieces {

  static final byte WORD = 0;
  static final byte HASHTAG = 1;
  static final byte HANDLE = 2;
  static final byte PART = 3;
  static final byte FACE = 4;
  static final byte SIGN = 5;
  static final byte LINK = 6;

  /** No piece has this hash. */
  static final long NO_HASH = 0;

  final String text;
  private int size;
  private byte[] kinds;
  private int[] starts;
  private int[] ends;
  private long[] hashes;
  private long[] stems;
  private long[] shortStems;

  /** Null until somebody asks. */
  private Boolean capitals;

  Pieces(String text) {
    this.text = text;
    room(Math.clamp(text.length() / 4, 16, 1024));
  }

  int size() {
    return size;
  }

  byte kind(int piece) {
    return kinds[piece];
  }

  /** In characters of the text. */
  int start(int piece) {
    return starts[piece];
  }

  /** Exclusive. */
  int end(int piece) {
    return ends[piece];
  }

  /** Of the folded letters. */
  long hash(int piece) {
    return hashes[piece];
  }

  /** Of the folded letters without a last s, {@link #NO_HASH} where there is none. */
  long stem(int piece) {
    return stems[piece];
  }

  /** Of the folded letters without a last es, {@link #NO_HASH} where there is none. */
  long shortStem(int piece) {
    return shortStems[piece];
  }

  boolean isSign(int piece, char sign) {
    return kinds[piece] == SIGN && text.charAt(starts[piece]) == sign;
  }

  boolean isNaming(int piece) {
    return kinds[piece] != SIGN && kinds[piece] != LINK;
  }

  /** Whether the author uses capital letters at all, in the part of the text that is read. */
  boolean hasCapitals() {
    if (capitals == null) {
      capitals =
          text.codePoints().limit(PieceCutter.MAX_CHARACTERS).anyMatch(Character::isUpperCase);
    }
    return capitals;
  }

  /** The piece that holds a character, or the last before it; -1 where there is none. */
  int at(int character) {
    int found = Arrays.binarySearch(starts, 0, size, character);
    return found >= 0 ? found : -found - 2;
  }

  /** The folded letters of a piece. */
  String folded(int piece) {
    var letters = new StringBuilder(ends[piece] - starts[piece]);
    boolean tag = kinds[piece] == HASHTAG || kinds[piece] == HANDLE;
    for (int i = tag ? starts[piece] + 1 : starts[piece]; i < ends[piece]; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int folded = NameFolding.fold(codePoint);
      if (counts(folded)) {
        letters.appendCodePoint(folded);
      }
    }
    return letters.toString();
  }

  /** Whether a folded character of a word tells it from others. */
  static boolean counts(int folded) {
    return folded != NameFolding.NOTHING && folded != '\'' && folded != '\u2019' && folded != '_';
  }

  void add(byte kind, int start, int end, long hash, long stem, long shortStem) {
    if (size == kinds.length) {
      room(size * 2);
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    hashes[size] = hash;
    stems[size] = stem;
    shortStems[size] = shortStem;
    size++;
  }

  private void room(int capacity) {
    kinds = kinds == null ? new byte[capacity] : Arrays.copyOf(kinds, capacity);
    starts = starts == null ? new int[capacity] : Arrays.copyOf(starts, capacity);
    ends = ends == null ? new int[capacity] : Arrays.copyOf(ends, capacity);
    hashes = hashes == null ? new long[capacity] : Arrays.copyOf(hashes, capacity);
    stems = stems == null ? new long[capacity] : Arrays.copyOf(stems, capacity);
    shortStems = shortStems == null ? new long[capacity] : Arrays.copyOf(shortStems, capacity);
  }
}
