package dev.bellwether.campaign.export.writer;

import dev.bellwether.kit.webhook.WebhookSignature;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where an operator lets plans go. What is not named is off. */
@Singleton
@Startup
public class WriterSettings {

  private final Optional<Path> folder;
  private final Optional<URI> connectorUrl;
  private final Optional<String> connectorSecret;

  /**
   * @param folder for files
   * @param connectorUrl {@code http} or {@code https}
   * @param connectorSecret {@code whsec_} and base64 of 24 to 64 bytes
   * @throws IllegalArgumentException when one of them does not read, or the secret is missing
   */
  public WriterSettings(
      @ConfigProperty(name = "bellwether.plans.folder") Optional<String> folder,
      @ConfigProperty(name = "bellwether.plans.connector-url") Optional<URI> connectorUrl,
      @ConfigProperty(name = "bellwether.plans.connector-secret")
          Optional<String> connectorSecret) {
    this.folder = folder.map(String::strip).filter(text -> !text.isEmpty()).map(Path::of);
    this.connectorUrl = connectorUrl;
    this.connectorSecret = connectorSecret.map(String::strip);
    connectorUrl.ifPresent(this::check);
  }

  private void check(URI url) {
    boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!isHttp || url.getHost() == null) {
      throw new IllegalArgumentException(
          "bellwether.plans.connector-url must be an address that begins with http:// or https://");
    }
    // signing something finds out whether the secret reads
    WebhookSignature.header(
        "check",
        0,
        new byte[0],
        List.of(
            connectorSecret.orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "bellwether.plans.connector-url needs bellwether.plans.connector-secret"))));
  }

  Optional<Path> folder() {
    return folder;
  }

  Optional<URI> connectorUrl() {
    return connectorUrl;
  }

  /** There where the address is. */
  String connectorSecret() {
    return connectorSecret.orElseThrow();
  }
}
