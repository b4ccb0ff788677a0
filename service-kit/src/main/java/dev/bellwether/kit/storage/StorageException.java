package dev.bellwether.kit.storage;

import java.sql.SQLException;

/** The database could not do what was asked; the transaction has been rolled back. */
public class StorageException extends RuntimeException {

  public StorageException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
