package dev.bellwether.gateway.identity;

import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first key, from the environment, without which nobody could come in. The environment is the
 * truth: another value replaces the key, an empty one revokes it.
 */
@ApplicationScoped
public class BootstrapKey {

  static final String WORKSPACE = "default";
  static final String ID = "bootstrap";

  private final Optional<String> configured;
  private final KeyStore store;

  public BootstrapKey(
      @ConfigProperty(name = "bellwether.bootstrap-api-key") Optional<String> configured,
      KeyStore store) {
    this.configured = configured;
    this.store = store;
  }

  /**
   * Brings the stored key in line with the environment.
   *
   * @throws StartFailure when the environment's key is malformed or cannot be stored
   */
  void apply() {
    configured
        .filter(text -> !text.isBlank())
        .ifPresentOrElse(this::put, () -> store.revoke(WORKSPACE, ID));
  }

  private void put(String text) {
    KeySecret secret =
        KeySecret.parse(text.strip())
            .orElseThrow(() -> refuse("is no key: bw_ and 43 characters of base64url"));
    try {
      store.put(WORKSPACE, ID, secret, "From BELLWETHER_BOOTSTRAP_API_KEY", Scopes.ALL);
    } catch (StorageException e) {
      throw refuse("cannot be stored: " + e.getMessage());
    }
  }

  private static StartFailure refuse(String what) {
    return new StartFailure("BELLWETHER_BOOTSTRAP_API_KEY " + what);
  }
}
