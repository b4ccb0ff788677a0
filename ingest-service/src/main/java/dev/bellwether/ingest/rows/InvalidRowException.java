package dev.bellwether.ingest.rows;

/** Raised by {@link RowFields} at the first field of a row that cannot be read. */
public final class InvalidRowException extends RuntimeException {

  private final String field;

  InvalidRowException(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
  }

  /** The field at fault, or null when the row as a whole is. */
  public String field() {
    return field;
  }
}
