package dev.bellwether.ingest.archive;

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

/** Figures that mentions once had. */
@ApplicationScoped
class EngagementOf implements HeldOf {

  private final ObjectMapper json;

  EngagementOf(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String kind() {
    return "engagement";
  }

  @Override
  public List<ObjectNode> held(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    var held = new ArrayList<ObjectNode>();
    try (var select =
        connection.prepareStatement(
            """
            select mention_id, revision, observed_at, likes, reposts, replies, views from engagement_history
            where workspace = ? and mention_id = any(?) order by mention_id, revision
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(
              json.createObjectNode()
                  .put("id", row.getString(1))
                  .put("revision", row.getInt(2))
                  .put("observedAt", row.getTimestamp(3).toInstant().toString())
                  .put("likes", row.getLong(4))
                  .put("reposts", row.getLong(5))
                  .put("replies", row.getLong(6))
                  .put("views", row.getLong(7)));
        }
      }
    }
    return held;
  }
}
