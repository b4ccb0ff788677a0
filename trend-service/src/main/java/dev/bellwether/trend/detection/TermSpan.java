package dev.bellwether.trend.detection;

import java.util.Locale;

/**
 * Where in a text a term stands, in one number: start and length of one piece, or of two for a
 * pair. A name is made of it only for the few terms that may matter.
 */
final class TermSpan {

  /** Of texts only so much is read. */
  static final int LONGEST_TEXT = 1 << 14;

  /** And of one piece so much. */
  static final int LONGEST_PIECE = 1 << 8;

  private static final int LENGTH_BITS = 8;
  private static final int PIECE_BITS = 14 + LENGTH_BITS;
  private static final long LENGTH_MASK = (1L << LENGTH_BITS) - 1;
  private static final long PIECE_MASK = (1L << PIECE_BITS) - 1;

  private TermSpan() {}

  static long of(int start, int length) {
    return ((long) start << LENGTH_BITS) | length;
  }

  /**
   * @param first stands before {@code second} in the text
   */
  static long pair(long first, long second) {
    return (second << PIECE_BITS) | first;
  }

  static boolean isPair(long span) {
    return span >>> PIECE_BITS != 0;
  }

  /** The term as it is known by: folded, the two of a pair in the order of the alphabet. */
  static String name(String text, long span) {
    var first = folded(piece(text, span & PIECE_MASK));
    if (!isPair(span)) {
      return first;
    }
    var second = folded(piece(text, span >>> PIECE_BITS));
    return first.compareTo(second) <= 0 ? first + " " + second : second + " " + first;
  }

  /** The term as it was written. */
  static String form(String text, long span) {
    var first = piece(text, span & PIECE_MASK);
    return isPair(span) ? first + " " + piece(text, span >>> PIECE_BITS) : first;
  }

  private static String piece(String text, long piece) {
    int start = (int) (piece >>> LENGTH_BITS);
    return text.substring(start, start + (int) (piece & LENGTH_MASK));
  }

  /** A path keeps its case: hosts tell pages apart by it. */
  private static String folded(String piece) {
    int path = piece.indexOf('/');
    return path < 0
        ? piece.toLowerCase(Locale.ROOT).replace('’', '\'')
        : piece.substring(0, path).toLowerCase(Locale.ROOT) + piece.substring(path);
  }
}
