package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.ingest.erasure.ErasedFrom;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Jobs that wait, or were given up, know where they stopped: at a mention. */
@ApplicationScoped
class ErasedPlaces implements ErasedFrom {

  // The moment after: what else is of the mention's own moment is looked at again, which changes
  // nothing
  private static final String ERASE =
      """
      update backfill set
        place_at = case when place_id = any(?) then place_at + interval '1 microsecond' else place_at end,
        place_id = case when place_id = any(?) then '' else place_id end,
        later = array(select id from unnest(later) id where id <> all(?))
      where workspace = ? and (place_id = any(?) or later && ?)
      """;

  @Override
  public void erase(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    try (var update = connection.prepareStatement(ERASE)) {
      var erased = connection.createArrayOf("text", ids.toArray());
      for (int parameter : new int[] {1, 2, 3, 5, 6}) {
        update.setArray(parameter, erased);
      }
      update.setString(4, workspace);
      update.executeUpdate();
    }
  }
}
