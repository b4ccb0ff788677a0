package dev.bellwether.ingest.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.ingest.erasure.HeldOf;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** That a mention was taken, and in which revision. */
@ApplicationScoped
class IdentityOf implements HeldOf {

  private final ObjectMapper json;

  IdentityOf(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String kind() {
    return "identity";
  }

  @Override
  public List<ObjectNode> held(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    var held = new ArrayList<ObjectNode>();
    try (var select =
        connection.prepareStatement(
            """
            select mention_id, revision, author, request_key from mention_identity
            where workspace = ? and mention_id = any(?) order by mention_id
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(
              json.createObjectNode()
                  .put("id", row.getString(1))
                  .put("revision", row.getInt(2))
                  .put("author", row.getString(3))
                  .put("idempotencyKey", row.getString(4)));
        }
      }
    }
    return held;
  }
}
