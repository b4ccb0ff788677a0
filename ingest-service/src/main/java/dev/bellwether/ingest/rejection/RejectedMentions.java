package dev.bellwether.ingest.rejection;

import dev.bellwether.ingest.erasure.ErasedFrom;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Rejections of a mention's rows name its id: they go with it. */
@ApplicationScoped
class RejectedMentions implements ErasedFrom {

  @Override
  public void erase(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from rejected_row where workspace = ? and mention_id = any(?)")) {
      delete.setString(1, workspace);
      delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
      delete.executeUpdate();
    }
  }
}
