package dev.bellwether.gateway.identity;

import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Keys as PostgreSQL keeps them: only their SHA-256, with what they open. */
@ApplicationScoped
public class KeyStore {

  private static final String PRESENT = "select set_config('bellwether.key_hash', ?, true)";

  private static final String FIND =
      "select workspace, id, hash, scopes from api_key where hash = ? and revoked_at is null";

  private static final String ADD_WORKSPACE =
      "insert into workspace (workspace) values (?) on conflict do nothing";

  private static final String PUT =
      """
      insert into api_key (workspace, id, hash, name, scopes) values (?, ?, ?, ?, ?)
      on conflict (workspace, id)
      do update set hash = excluded.hash, name = excluded.name, scopes = excluded.scopes, revoked_at = null
      """;

  private static final String REVOKE =
      "update api_key set revoked_at = now() where workspace = ? and id = ? and revoked_at is null";

  private final DataSource dataSource;
  private final WorkspaceTransaction transaction;

  public KeyStore(DataSource dataSource, WorkspaceTransaction transaction) {
    this.dataSource = dataSource;
    this.transaction = transaction;
  }

  /**
   * The live key that {@code secret} belongs to. Its workspace is not known yet: the transaction
   * shows the hash instead, and the policy {@code presented_key} lets it see that one row.
   *
   * @throws StorageException when the database cannot answer
   */
  public Optional<ApiKey> find(KeySecret secret) {
    return QuarkusTransaction.requiringNew().call(() -> lookUp(secret));
  }

  private Optional<ApiKey> lookUp(KeySecret secret) {
    try (Connection connection = dataSource.getConnection();
        var present = connection.prepareStatement(PRESENT);
        var find = connection.prepareStatement(FIND)) {
      present.setString(1, secret.hashHex());
      present.execute();
      find.setBytes(1, secret.hash());
      try (ResultSet row = find.executeQuery()) {
        // The index has compared the hashes already, but not in constant time
        return row.next() && MessageDigest.isEqual(row.getBytes("hash"), secret.hash())
            ? Optional.of(read(row))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }

  private static ApiKey read(ResultSet row) throws SQLException {
    var scopes = (String[]) row.getArray("scopes").getArray();
    return new ApiKey(row.getString("workspace"), row.getString("id"), Set.of(scopes));
  }

  /**
   * Makes a key in {@code workspace}, and the workspace where there is none yet.
   *
   * @return the secret, which cannot be had again
   * @throws StorageException when the database refuses
   */
  public KeySecret issue(String workspace, String name, Collection<String> scopes) {
    KeySecret secret = KeySecret.random();
    put(workspace, UUID.randomUUID().toString(), secret, name, scopes);
    return secret;
  }

  /**
   * Makes the key {@code id} be this one: a key that had the id before opens nothing any more.
   *
   * @throws StorageException when the database refuses, as it does for a secret that another
   *     workspace has
   */
  public void put(
      String workspace, String id, KeySecret secret, String name, Collection<String> scopes) {
    transaction.inWorkspace(
        workspace,
        connection -> {
          try (var add = connection.prepareStatement(ADD_WORKSPACE);
              var put = connection.prepareStatement(PUT)) {
            add.setString(1, workspace);
            add.executeUpdate();
            put.setString(1, workspace);
            put.setString(2, id);
            put.setBytes(3, secret.hash());
            put.setString(4, name);
            put.setArray(5, connection.createArrayOf("text", scopes.toArray()));
            return put.executeUpdate();
          }
        });
  }

  /**
   * Ends a key; copies in a cache live on until they expire.
   *
   * @return whether there was a live key of that id
   */
  public boolean revoke(String workspace, String id) {
    return transaction.inWorkspace(
        workspace,
        connection -> {
          try (var revoke = connection.prepareStatement(REVOKE)) {
            revoke.setString(1, workspace);
            revoke.setString(2, id);
            return revoke.executeUpdate() > 0;
          }
        });
  }
}
