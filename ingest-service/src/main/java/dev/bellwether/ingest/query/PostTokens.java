package dev.bellwether.ingest.query;

import java.util.Arrays;

/**
 * A text as queries see it: folded words in order, each knowing whether {@code #}, {@code @} or
 * {@code $} stands right before it. A word is a longest run of letters, marks, digits and
 * underscores; in scripts written without blanks (Chinese, Japanese, Thai, Lao, Khmer, Burmese)
 * each character is a word of its own, attached to the one before. An emoji is a word too.
 */
final class PostTokens {

  private static final String WILDCARDS = "*?";

  private final boolean withWildcards;
  private String[] words;
  private char[] signs;
  private boolean[] attached;
  private int size;
  // Open addressing by word: the first position of each, from which next leads to the others
  private int[] slots;
  private int[] next;
  private int distinct;

  private PostTokens(String folded, boolean withWildcards) {
    this.withWildcards = withWildcards;
    int guess = folded.length() / 5 + 4;
    words = new String[guess];
    signs = new char[guess];
    attached = new boolean[guess];
    scan(folded);
    index();
  }

  static PostTokens of(String text) {
    return new PostTokens(Folding.fold(text), false);
  }

  /** The same with {@code *} and {@code ?} as parts of words. */
  static PostTokens withWildcards(String text) {
    return new PostTokens(Folding.fold(text), true);
  }

  int size() {
    return size;
  }

  String word(int position) {
    return words[position];
  }

  /** 0 where there is none. */
  char sign(int position) {
    return signs[position];
  }

  /** Whether it follows the word before without anything between. */
  boolean isAttached(int position) {
    return attached[position];
  }

  /** The first position of {@code word}, or -1. */
  int first(String word) {
    int mask = slots.length - 1;
    for (int slot = spread(word) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int position = slots[slot] - 1;
      if (words[position].equals(word)) {
        return position;
      }
    }
    return -1;
  }

  /** The next position of the same word, or -1. */
  int next(int position) {
    return next[position] - 1;
  }

  /** Each word once, in no order. */
  String[] distinctWords() {
    var found = new String[distinct];
    int count = 0;
    for (int slot : slots) {
      if (slot != 0) {
        found[count++] = words[slot - 1];
      }
    }
    return found;
  }

  private void index() {
    slots = new int[Integer.highestOneBit(Math.max(2, size)) * 4];
    next = new int[size];
    int mask = slots.length - 1;
    for (int position = size - 1; position >= 0; position--) {
      int slot = spread(words[position]) & mask;
      while (slots[slot] != 0 && !words[slots[slot] - 1].equals(words[position])) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        distinct++;
      }
      next[position] = slots[slot];
      slots[slot] = position + 1;
    }
  }

  private static int spread(String word) {
    int hash = word.hashCode() * 0x9E3779B9;
    return hash >>> 15 ^ hash;
  }

  private void scan(String text) {
    boolean inRun = false;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int end;
      if (isUnspaced(c)) {
        end = endOfMarks(text, i + Character.charCount(c));
        add(text, i, end, inRun);
        inRun = true;
      } else if (isWordPart(c)) {
        end = endOfWord(text, i);
        add(text, i, end, inRun);
        inRun = true;
      } else {
        inRun = false;
        end = i + Character.charCount(c);
        if (c > 0x7f && Folding.isPictograph(c)) {
          end = endOfPictograph(text, c, end);
          add(text, i, end, false);
        }
      }
      i = end;
    }
  }

  private void add(String text, int start, int end, boolean inRun) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      signs = Arrays.copyOf(signs, size * 2);
      attached = Arrays.copyOf(attached, size * 2);
    }
    words[size] = text.substring(start, end);
    signs[size] = inRun ? 0 : signBefore(text, start);
    attached[size] = inRun;
    size++;
  }

  private char signBefore(String text, int start) {
    if (start == 0) {
      return 0;
    }
    char before = text.charAt(start - 1);
    if (before != '#' && before != '@' && before != '$') {
      return 0;
    }
    // in "jane@acme" the sign joins two words and marks no account
    boolean joins = start >= 2 && isWordPart(text.codePointBefore(start - 1));
    return joins ? 0 : before;
  }

  private int endOfWord(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isWordPart(c) || isUnspaced(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static int endOfMarks(String text, int start) {
    int i = start;
    while (i < text.length() && isMark(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  /** A flag is two letters; other emoji may be joined of several. */
  private static int endOfPictograph(String text, int first, int afterFirst) {
    int i = afterFirst;
    if (Folding.isRegionalIndicator(first)) {
      boolean pair = i < text.length() && Folding.isRegionalIndicator(text.codePointAt(i));
      return pair ? i + 2 : i;
    }
    while (i + 1 < text.length()
        && text.charAt(i) == Folding.JOINER
        && Folding.isPictograph(text.codePointAt(i + 1))) {
      i += 1 + Character.charCount(text.codePointAt(i + 1));
    }
    return i;
  }

  private boolean isWordPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z')
          || (c >= '0' && c <= '9')
          || c == '_'
          || (withWildcards && WILDCARDS.indexOf(c) >= 0);
    }
    return Character.isLetterOrDigit(c)
        || isMark(c)
        || switch (Character.getType(c)) {
          case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
          default -> false;
        };
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return (c <= 0x0EFF // Thai, Lao
            || (c >= 0x1000 && c <= 0x109F) // Burmese
            || (c >= 0x1780 && c <= 0x17FF) // Khmer
            || (c >= 0x3040 && c <= 0x30FF) // Hiragana, Katakana
            || (c >= 0x31F0 && c <= 0x31FF)
            || c == '々'
            || Character.isIdeographic(c))
        && Character.isLetterOrDigit(c);
  }
}
