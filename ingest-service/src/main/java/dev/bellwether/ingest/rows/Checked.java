package dev.bellwether.ingest.rows;

/** What reading one row came to. */
public sealed interface Checked<T> {

  /** A row that can be taken. */
  record Valid<T>(T value) implements Checked<T> {}

  /**
   * A row that cannot.
   *
   * @param line where the row begins in the body, from 1, or {@link #LINE_UNKNOWN}
   * @param id the row's identity where that much of it could be read, else null
   * @param field the field at fault, or null when the row as a whole is
   * @param reason what is wrong and what would be right
   */
  record Invalid<T>(int line, String id, String field, String reason) implements Checked<T> {

    public static final int LINE_UNKNOWN = 0;

    /** A row of which nobody can say which it is. */
    public Invalid(int line, String field, String reason) {
      this(line, null, field, reason);
    }
  }
}
