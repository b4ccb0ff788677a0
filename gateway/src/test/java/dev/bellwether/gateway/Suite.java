package dev.bellwether.gateway;

import dev.bellwether.gateway.upstream.Upstream;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What stands around the gateway in its tests: a real PostgreSQL, a key pair, and a service behind each route. */
public class Suite implements QuarkusTestResourceLifecycleManager {

  /** The bootstrap key, as an operator would set it. */
  public static final String KEY = "bw_" + "k".repeat(43);

  private static final Map<Upstream, EchoService> SERVICES = new EnumMap<>(Upstream.class);
  private static ECPublicKey publicKey;

  private EmbeddedPostgres postgres;

  public static EchoService service(Upstream upstream) {
    return SERVICES.get(upstream);
  }

  /** What the services verify with. */
  public static ECPublicKey publicKey() {
    return publicKey;
  }

  @Override
  public Map<String, String> start() {
    try {
      Map<String, String> settings = new HashMap<>();
      for (Upstream upstream : Upstream.values()) {
        EchoService service = EchoService.start(upstream.label());
        SERVICES.put(upstream, service);
        settings.put("bellwether.upstream." + upstream.label(), service.url());
      }
      settings.put("bellwether.identity.private-key", writeKey().toString());
      settings.put("bellwether.bootstrap-api-key", KEY);
      settings.putAll(database());
      settings.putAll(impatience());
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> impatience() {
    return Map.of(
        "bellwether.gateway.response-timeout", "1S",
        "bellwether.gateway.key-cache", "0.3S",
        "bellwether.gateway.health-cache", "0.05S",
        "bellwether.gateway.openapi-cache", "0.05S",
        "bellwether.gateway.openapi-retry", "0.05S",
        "quarkus.http.test-port", "0");
  }

  private static Path writeKey() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    publicKey = (ECPublicKey) pair.getPublic();
    String body = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(pair.getPrivate().getEncoded());
    Path file = Files.createTempFile(Path.of("target"), "identity", ".pem");
    return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n").toAbsolutePath();
  }

  private Map<String, String> database() throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder().setOverrideWorkingDirectory(new File("target/postgres")).start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role gateway login password 'gateway'");
      statement.execute("create schema gateway authorization gateway");
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "") + "?currentSchema=gateway",
        "quarkus.datasource.username", "gateway",
        "quarkus.datasource.password", "gateway");
  }

  @Override
  public void stop() {
    SERVICES.values().forEach(EchoService::stop);
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
