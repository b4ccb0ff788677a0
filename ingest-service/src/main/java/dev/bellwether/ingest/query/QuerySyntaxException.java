package dev.bellwether.ingest.query;

/** A query that cannot be taken: where it fails, and what to write instead. */
public final class QuerySyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int column;

  /**
   * @param column of the character at fault, counted in characters (code points) from 1
   * @param problem what is wrong and what to write instead, as a sentence
   */
  public QuerySyntaxException(int column, String problem) {
    super(problem);
    this.column = column;
  }

  public int column() {
    return column;
  }

  /** Both in one line, as people are told: {@code column 14: …}. */
  public String describe() {
    return "column " + column + ": " + getMessage();
  }
}
