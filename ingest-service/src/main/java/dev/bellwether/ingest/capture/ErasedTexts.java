package dev.bellwether.ingest.capture;

import dev.bellwether.ingest.erasure.ErasedFrom;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** What near copies are told by: no instance compares anything with an erased post. */
@ApplicationScoped
class ErasedTexts implements ErasedFrom {

  @Override
  public void erase(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    TextSignatures.forget(connection, workspace, ids);
  }
}
