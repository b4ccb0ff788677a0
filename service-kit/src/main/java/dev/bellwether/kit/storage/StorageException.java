package dev.bellwether.kit.storage;

import java.sql.SQLException;
import java.util.Set;

/** The database could not do what was asked; the transaction has been rolled back. */
public class StorageException extends RuntimeException {

  // data exceptions, broken constraints, and more than an index or a row can hold
  private static final Set<String> DATA = Set.of("22", "23", "54");

  public StorageException(SQLException cause) {
    super(cause.getMessage(), cause);
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
