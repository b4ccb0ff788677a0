package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.TokenHash;
import dev.bellwether.sentiment.text.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people said of words and signs out of context, as a compact table: an entry's hash to one
 * score a column, −127 to 127 steps of the column's own size; 0 where the column does not know the
 * entry. Immutable.
 */
public final class Lexicon {

  /**
   * A source of scores.
   *
   * @param name part of its features' names: the same source has the same name in every model
   * @param step a score's size per unit stored, above 0
   * @param stems whether its entries are beginnings of words: a word that is not there is looked up
   *     without its last letters, down to {@link #SHORTEST_STEM}
   */
  public record Column(String name, float step, boolean stems) {

    public Column {
      if (!(step > 0) || !Float.isFinite(step)) {
        throw new IllegalArgumentException("a lexicon's step must be a number above 0");
      }
    }
  }

  /** Letters that a word keeps when it is looked up as a stem. */
  public static final int SHORTEST_STEM = 3;

  public static final Lexicon EMPTY = of(List.of(), Map.of());

  private final List<Column> columns;
  private final boolean anyStems;
  private final HashRows rows;
  private final byte[] scores;

  private Lexicon(List<Column> columns, HashRows rows, byte[] scores) {
    this.columns = columns;
    this.anyStems = columns.stream().anyMatch(Column::stems);
    this.rows = rows;
    this.scores = scores;
  }

  /**
   * A lexicon from {@linkplain #hash entries' hashes} to their scores in steps.
   *
   * @throws IllegalArgumentException when an entry does not have one score a column, or two columns
   *     have one name
   */
  public static Lexicon of(List<Column> columns, Map<Long, byte[]> entries) {
    var sorted = new TreeMap<>(entries);
    var hashes = new long[sorted.size()];
    var scores = new byte[sorted.size() * columns.size()];
    int row = 0;
    for (var entry : sorted.entrySet()) {
      if (entry.getValue().length != columns.size()) {
        throw new IllegalArgumentException("a lexicon's entry needs one score a column");
      }
      hashes[row] = entry.getKey();
      System.arraycopy(entry.getValue(), 0, scores, row * columns.size(), columns.size());
      row++;
    }
    return ofSorted(columns, hashes, scores);
  }

  /**
   * From what a file holds; takes the scores over.
   *
   * @param hashes ascending
   * @param scores row by row
   * @throws IllegalArgumentException when hashes do not ascend, scores are missing, or two columns
   *     have one name
   */
  public static Lexicon ofSorted(List<Column> columns, long[] hashes, byte[] scores) {
    if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
      throw new IllegalArgumentException("two of a lexicon's columns have the same name");
    }
    for (int row = 1; row < hashes.length; row++) {
      if (hashes[row - 1] >= hashes[row]) {
        throw new IllegalArgumentException("a lexicon's entries are not in order");
      }
    }
    if (scores.length != hashes.length * columns.size()) {
      throw new IllegalArgumentException("a lexicon's scores are missing");
    }
    return new Lexicon(List.copyOf(columns), new HashRows(hashes), scores);
  }

  /** The name of an entry. */
  public static long hash(String normalisedToken) {
    return TokenHash.of(normalisedToken);
  }

  public List<Column> columns() {
    return columns;
  }

  public int size() {
    return rows.size();
  }

  /** Hash of the entry at {@code row}; ascending. */
  public long hashAt(int row) {
    return rows.hash(row);
  }

  /** The score of an entry in steps. */
  public byte stepsAt(int row, int column) {
    return scores[row * columns.size() + column];
  }

  /** Whether some columns' entries are stems. */
  boolean anyStems() {
    return anyStems;
  }

  /** The row of an entry, −1 where there is none. */
  int row(long hash) {
    return rows.row(hash);
  }

  /**
   * The row of the longest stem of a token that a column of stems knows, −1 where there is none.
   */
  int stemRow(Tokens tokens, int token) {
    int found = -1;
    int length = tokens.length(token);
    long hash = TokenHash.EMPTY;
    for (int i = 0; i < length; i++) {
      hash = TokenHash.next(hash, tokens.charAt(token, i));
      if (i + 1 >= SHORTEST_STEM || i + 1 == length) {
        int row = rows.row(hash);
        found = row >= 0 && isStem(row) ? row : found;
      }
    }
    return found;
  }

  private boolean isStem(int row) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).stems() && stepsAt(row, column) != 0) {
        return true;
      }
    }
    return false;
  }

  double score(int row, int column) {
    return stepsAt(row, column) * (double) columns.get(column).step();
  }

  /** The score of a word by its own row or its stem's, whichever the column goes by. */
  double score(int row, int stemRow, int column) {
    int own = columns.get(column).stems() ? stemRow : row;
    return own < 0 ? 0 : score(own, column);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lexicon that
        && columns.equals(that.columns)
        && Arrays.equals(scores, that.scores)
        && sameEntries(that);
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + Arrays.hashCode(scores);
  }

  private boolean sameEntries(Lexicon that) {
    for (int row = 0; row < size(); row++) {
      if (hashAt(row) != that.hashAt(row)) {
        return false;
      }
    }
    return size() == that.size();
  }
}
