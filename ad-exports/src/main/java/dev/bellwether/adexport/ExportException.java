package dev.bellwether.adexport;

/**
 * Nobody can say what the rows of an export are, so none of it is taken. The message says what is
 * wrong and the remedy.
 */
public final class ExportException extends RuntimeException {

  /** Stands for the file, or the request's body, where an option's name would. */
  public static final String FILE = "body";

  private static final long serialVersionUID = 1;

  private final String field;

  /**
   * @param field the option that is wrong or missing, or {@link #FILE}
   */
  public ExportException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The option that is wrong or missing, or {@link #FILE}. */
  public String field() {
    return field;
  }
}
