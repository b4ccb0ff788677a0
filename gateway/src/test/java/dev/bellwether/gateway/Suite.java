package dev.bellwether.gateway;

import static io.restassured.RestAssured.given;

import dev.bellwether.embedded.IdentityKeys;
import dev.bellwether.embedded.PostgresServer;
import dev.bellwether.embedded.PostgresSettings;
import dev.bellwether.gateway.upstream.Upstream;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands around the gateway in its tests: a real PostgreSQL, a key pair, and a service behind
 * each route.
 */
public class Suite implements QuarkusTestResourceLifecycleManager {

  /** The bootstrap key, as an operator would set it. */
  public static final String KEY = "bw_" + "k".repeat(43);

  private static final Map<Upstream, EchoService> SERVICES = new EnumMap<>(Upstream.class);
  private static String publicKey;

  private PostgresServer postgres;

  public static EchoService service(Upstream upstream) {
    return SERVICES.get(upstream);
  }

  /** How many requests have reached any service. */
  public static int requests() {
    return SERVICES.values().stream().mapToInt(EchoService::requests).sum();
  }

  /** A request with the bootstrap key, its path sent as written. */
  public static RequestSpecification withKey() {
    return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + KEY);
  }

  /** What the services verify with, as PEM. */
  public static String publicKey() {
    return publicKey;
  }

  @Override
  public Map<String, String> start() {
    try {
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target").toAbsolutePath()), "suite-");
      Map<String, String> settings = new HashMap<>(impatience());
      for (Upstream upstream : Upstream.values()) {
        EchoService service = EchoService.start(upstream.label());
        SERVICES.put(upstream, service);
        settings.put("bellwether.upstream." + upstream.label(), service.url());
      }
      IdentityKeys keys = IdentityKeys.in(folder.resolve("keys"));
      publicKey = Files.readString(keys.publicKey());
      settings.put("bellwether.identity.private-key", keys.privateKey().toString());
      settings.put("bellwether.bootstrap-api-key", KEY);
      settings.putAll(database(folder));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> impatience() {
    return Map.of(
        "bellwether.gateway.response-timeout", "1S",
        "bellwether.gateway.key-cache", "0.3S",
        "bellwether.gateway.health-cache", "0.05S",
        "bellwether.gateway.openapi-cache", "0.05S",
        "bellwether.gateway.openapi-retry", "0.05S",
        // Quarkus goes on counting a request whose answer was cut off (HTTP/1 reset), and would
        // wait for it
        "quarkus.shutdown.timeout", "1S",
        "quarkus.http.test-port", "0",
        "quarkus.management.test-port", "0");
  }

  private Map<String, String> database(Path folder) {
    // The programs are unpacked once for all test runs
    Path programs = Path.of(System.getProperty("java.io.tmpdir"), "bellwether-test-postgres");
    postgres =
        PostgresServer.start(
            PostgresSettings.in(folder.resolve("postgres")).installedIn(programs).notDurable());
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl("gateway"),
        "quarkus.datasource.username", postgres.user("gateway"),
        "quarkus.datasource.password", postgres.password("gateway"));
  }

  @Override
  public void stop() {
    SERVICES.values().forEach(EchoService::stop);
    if (postgres != null) {
      postgres.close();
    }
  }
}
