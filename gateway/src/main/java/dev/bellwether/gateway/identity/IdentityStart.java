package dev.bellwether.gateway.identity;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees at the start that keys can be checked and identities signed, rather than at the first call.
 */
@ApplicationScoped
public class IdentityStart {

  private static final Logger LOG = Logger.getLogger(IdentityStart.class);

  private final BootstrapKey bootstrap;
  private final Optional<String> privateKey;

  public IdentityStart(
      BootstrapKey bootstrap,
      @ConfigProperty(name = "bellwether.identity.private-key") Optional<String> privateKey) {
    this.bootstrap = bootstrap;
    this.privateKey = privateKey;
  }

  void atStart(@Observes StartupEvent start) {
    try {
      SigningKey.read(privateKey);
      bootstrap.apply();
    } catch (StartFailure e) {
      // Thrown on, it would drown in a stack trace of the container
      LOG.fatal(e.getMessage());
      Quarkus.asyncExit(1);
    }
  }
}
