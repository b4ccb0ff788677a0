package dev.bellwether.kit.storage;

import java.sql.SQLException;

/** The database could not do what was asked; the transaction has been rolled back. */
public class StorageException extends RuntimeException {

  public StorageException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether the data itself is refused (SQLSTATE classes 22 and 23), so that trying again cannot help. */
  public boolean isAboutTheData() {
    String state = ((SQLException) getCause()).getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
