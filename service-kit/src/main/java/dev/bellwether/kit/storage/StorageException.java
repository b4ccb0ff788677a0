package dev.bellwether.kit.storage;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/** The database could not do what was asked; the transaction has been rolled back. */
public class StorageException extends RuntimeException {

  // data exceptions, broken constraints, and more than an index or a row can hold
  private static final Set<String> DATA = Set.of("22", "23", "54");

  public StorageException(SQLException cause) {
    super(withoutData(cause), cause);
  }

  /**
   * PostgreSQL's driver quotes a batch's statement with all its values, and the server the failing
   * row on a second line: what is left is the server's first line.
   */
  private static String withoutData(SQLException cause) {
    SQLException last = cause;
    while (last.getNextException() != null) {
      last = last.getNextException();
    }
    String first = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    return last instanceof BatchUpdateException
        ? "SQLSTATE " + last.getSQLState()
        : "%s (SQLSTATE %s)".formatted(first, last.getSQLState());
  }

  /**
   * Whether the data itself is refused (SQLSTATE classes 22, 23 and 54), so that trying again
   * cannot help.
   */
  public boolean isAboutTheData() {
    String state = ((SQLException) getCause()).getSQLState();
    return state != null && state.length() == 5 && DATA.contains(state.substring(0, 2));
  }
}
