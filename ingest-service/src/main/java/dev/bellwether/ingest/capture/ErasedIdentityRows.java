package dev.bellwether.ingest.capture;

import dev.bellwether.ingest.erasure.ErasedFrom;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** The identities themselves: from then on only a keyed digest knows that there was a post. */
@ApplicationScoped
class ErasedIdentityRows implements ErasedFrom {

  @Override
  public void erase(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from mention_identity where workspace = ? and mention_id = any(?)")) {
      delete.setString(1, workspace);
      delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
      delete.executeUpdate();
    }
  }
}
