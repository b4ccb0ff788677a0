package dev.bellwether.testkit;

import dev.bellwether.embedded.IdentityKeys;
import dev.bellwether.embedded.KafkaBroker;
import dev.bellwether.embedded.PostgresServer;
import dev.bellwether.embedded.PostgresSettings;
import dev.bellwether.embedded.TopicCreation;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A real broker, a real PostgreSQL and a key pair for a service's tests:
 * {@code @QuarkusTestResource(RealBackends.class)} with {@code initArgs} {@code service=ingest} for
 * a service that has a schema. Everything lives in {@code target} and is stopped with the tests.
 */
public class RealBackends implements QuarkusTestResourceLifecycleManager {

  private static final Duration PORT_PATIENCE = Duration.ofSeconds(60);

  private static volatile IdentityKeys keys;
  private static volatile String bootstrapServers;

  private static Path kafkaFolder;
  private static KafkaBroker kafka;

  private String service;
  private PostgresServer postgres;

  @Override
  public void init(Map<String, String> initArgs) {
    service = initArgs.get("service");
  }

  @Override
  public Map<String, String> start() {
    Path folder = newFolder();
    keys = IdentityKeys.in(folder.resolve("keys"));
    kafkaFolder = folder.resolve("kafka");
    kafka = KafkaBroker.start(kafkaFolder, 0);
    bootstrapServers = kafka.bootstrapServers();
    TopicCreation.createAll(bootstrapServers);
    var config = new HashMap<String, String>();
    config.put("kafka.bootstrap.servers", bootstrapServers);
    config.put("bellwether.identity.public-key", keys.publicKey().toString());
    config.put("bellwether.identity.private-key", keys.privateKey().toString());
    config.put("bellwether.state-dir", folder.resolve("streams").toString());
    config.put("quarkus.http.test-port", "0");
    if (service != null) {
      addDatabase(folder, config);
    }
    return config;
  }

  private void addDatabase(Path folder, Map<String, String> config) {
    // The programs are unpacked once for all test runs of the checkout, the data afresh for each.
    Path programs = Path.of(System.getProperty("java.io.tmpdir"), "bellwether-test-postgres");
    postgres =
        PostgresServer.start(
            PostgresSettings.in(folder.resolve("postgres")).installedIn(programs).notDurable());
    config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(service));
    config.put("quarkus.datasource.username", postgres.user(service));
    config.put("quarkus.datasource.password", postgres.password(service));
  }

  private static Path newFolder() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Files.createTempDirectory(target, "backends-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }

  /** Where the running broker listens, for a test that writes to or reads from a topic itself. */
  public static String bootstrapServers() {
    return bootstrapServers;
  }

  /** Runs something while there is no broker; afterwards the same one is there again. */
  public static void withoutBroker(Runnable meanwhile) {
    int port = kafka.port();
    kafka.close();
    try {
      meanwhile.run();
    } finally {
      kafka = startAgain(port);
    }
  }

  /** Somebody may have the port meanwhile; clients know the broker by it, so it is waited for. */
  private static KafkaBroker startAgain(int port) {
    long began = System.nanoTime();
    while (true) {
      try {
        return KafkaBroker.start(kafkaFolder, port);
      } catch (RuntimeException e) {
        if (System.nanoTime() - began > PORT_PATIENCE.toNanos()) {
          throw e;
        }
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  static PrivateKey privateKey() {
    try {
      String pem = Files.readString(keys.privateKey());
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the test's own key does not read", e);
    }
  }
}
