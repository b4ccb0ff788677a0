package dev.bellwether.ingest.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * What a feature of this service holds of mentions, for whoever asks what is held about them. The
 * other half of {@link ErasedFrom}: what is shown here is what is removed there.
 */
public interface HeldOf {

  /** What the lines are, such as {@code mention}; the first field of each. */
  String kind();

  /**
   * An object each; those of ids that are not known are left out.
   *
   * @param connection of a transaction in the workspace
   */
  List<ObjectNode> held(Connection connection, String workspace, Collection<String> ids)
      throws SQLException;
}
