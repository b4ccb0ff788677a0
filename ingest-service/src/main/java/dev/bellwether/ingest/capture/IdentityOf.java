package dev.bellwether.ingest.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.ingest.erasure.HeldOf;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** That a mention was taken, in which revision, and what near copies of it are told by. */
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
            select i.mention_id, i.revision, i.author, i.request_key, i.created_at, i.observed_at,
              i.edited_at, i.engagement_at, i.figures, i.cluster, i.copy, octet_length(s.words)
            from mention_identity i
            left join text_signature s on s.workspace = i.workspace and s.mention_id = i.mention_id
            where i.workspace = ? and i.mention_id = any(?) order by i.mention_id
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
                  .put("idempotencyKey", row.getString(4))
                  .put("createdAt", time(row, 5))
                  .put("observedAt", time(row, 6))
                  .put("editedAt", time(row, 7))
                  .put("engagementAt", time(row, 8))
                  .put("figures", row.getString(9))
                  .put("cluster", row.getString(10))
                  .put("copy", (Boolean) row.getObject(11))
                  .put("bytesOfHashedWords", (Integer) row.getObject(12)));
        }
      }
    }
    return held;
  }

  private static String time(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant().toString();
  }
}
