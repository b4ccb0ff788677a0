package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** What the archive has of mentions: all their fields, and their scores. */
@ApplicationScoped
public class ArchivedOf implements HeldOf {

  private final ObjectMapper json;

  public ArchivedOf(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String kind() {
    return "mention";
  }

  @Override
  public List<ObjectNode> held(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    var held = new ArrayList<ObjectNode>();
    try (var select =
        connection.prepareStatement(
            """
            select m.mention, s.score from archived_mention m
            left join mention_score s on s.workspace = m.workspace and s.mention_id = m.mention_id
            where m.workspace = ? and m.mention_id = any(?) order by m.created_at, m.mention_id
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ObjectNode line = json.createObjectNode();
          line.set("mention", json.readTree(row.getString(1)));
          if (row.getString(2) != null) {
            line.set("score", json.readTree(row.getString(2)));
          }
          held.add(line);
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of the archive does not read", e);
    }
    return held;
  }
}
