package dev.bellwether.ingest.rejection;

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

/** That rows of mentions were refused. */
@ApplicationScoped
class RejectionsOf implements HeldOf {

  private final ObjectMapper json;

  RejectionsOf(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String kind() {
    return "rejection";
  }

  @Override
  public List<ObjectNode> held(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    var held = new ArrayList<ObjectNode>();
    try (var select =
        connection.prepareStatement(
            """
            select mention_id, at, field, reason, request_key from rejected_row
            where workspace = ? and mention_id = any(?) order by id
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(
              json.createObjectNode()
                  .put("id", row.getString(1))
                  .put("at", row.getTimestamp(2).toInstant().toString())
                  .put("field", row.getString(3))
                  .put("reason", row.getString(4))
                  .put("idempotencyKey", row.getString(5)));
        }
      }
    }
    return held;
  }
}
