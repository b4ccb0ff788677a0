package dev.bellwether.ingest.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Tables of this service that hold something of a mention. Each feature that has such a table
 * implements this as a bean; all of them are asked before an erasure is complete.
 */
public interface ErasedFrom {

  /**
   * Removes all that is held of these mentions; of ids that are not known it does nothing.
   *
   * @param connection of a transaction in the workspace
   */
  void erase(Connection connection, String workspace, Collection<String> ids) throws SQLException;
}
