package dev.bellwether.sentiment.storage;

import dev.bellwether.kit.storage.StorageException;
import java.sql.SQLException;

/** PostgreSQL's error codes that decide what to do next. */
public final class SqlStates {

  static final String SERIALIZATION_FAILURE = "40001";

  private static final String DATA_EXCEPTION = "22";
  private static final String INTEGRITY_VIOLATION = "23";
  private static final String PROGRAM_LIMIT = "54";

  private SqlStates() {}

  /** Whether the data itself was refused, so that trying again cannot help. */
  public static boolean refusesData(StorageException e) {
    var state = e.getCause() instanceof SQLException sql ? sql.getSQLState() : null;
    return state != null
        && (state.startsWith(DATA_EXCEPTION) || state.startsWith(INTEGRITY_VIOLATION) || state.startsWith(PROGRAM_LIMIT));
  }
}
