package dev.bellwether.kit.storage;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/** The database could not do what was asked; the transaction has been rolled back. */
public class StorageException extends RuntimeException {

  // data exceptions, broken constraints, and more than an index or a row can hold
  private static final Set<String> DATA = Set.of("22", "23", "54");

  private static final Set<String> BAD_DATA = Set.of("22");

  public StorageException(SQLException cause) {
    super(withoutData(cause), cause);
  }

  /**
   * PostgreSQL's driver quotes a batch's statement with all its values, and the server the failing
   * row on a second line; of bad data it quotes the value on the first. What is left is the first
   * line where it tells of the database only.
   */
  private static String withoutData(SQLException cause) {
    SQLException last = cause;
    while (last.getNextException() != null) {
      last = last.getNextException();
    }
    String first = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    return last instanceof BatchUpdateException || isIn(BAD_DATA, last.getSQLState())
        ? "SQLSTATE " + last.getSQLState()
        : "%s (SQLSTATE %s)".formatted(first, last.getSQLState());
  }

  /**
   * Whether the data itself is refused (SQLSTATE classes 22, 23 and 54), so that trying again
   * cannot help.
   */
  public boolean isAboutTheData() {
    return isIn(DATA, sqlState());
  }

  /** Five characters; null when the failure is not the server's. */
  public String sqlState() {
    return ((SQLException) getCause()).getSQLState();
  }

  private static boolean isIn(Set<String> classes, String state) {
    return state != null && state.length() == 5 && classes.contains(state.substring(0, 2));
  }
}
