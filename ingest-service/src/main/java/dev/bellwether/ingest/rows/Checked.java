package dev.bellwether.ingest.rows;

/** What reading one row came to. */
public sealed interface Checked<T> {

  /** A row that can be taken. */
  record Valid<T>(T value) implements Checked<T> {}

  /**
   * A row that cannot.
   *
   * @param field the field at fault, or null when the row as a whole is
   * @param reason what is wrong and what would be right
   */
  record Invalid<T>(String field, String reason) implements Checked<T> {}
}
