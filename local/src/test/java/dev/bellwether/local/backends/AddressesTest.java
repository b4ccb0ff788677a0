package dev.bellwether.local.backends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {

  @TempDir Path folder;

  @Test
  void aUrlIsReadAsLibpqReadsIt() {
    var given =
        PostgresAddress.parse(
            "postgresql://mar%40keting:p%3Ass%2Fw+rd@db.example:6543/ac%20me?sslmode=require&connect_timeout=5");
    assertEquals(Optional.of(new Password("p:ss/w+rd")), given.password());
    assertEquals(
        new PostgresAddress(
            List.of(new HostPort("db.example", 6543)),
            "ac me",
            "mar@keting",
            Map.of("sslmode", "require", "connect_timeout", "5")),
        given.address());
    assertEquals(
        "jdbc:postgresql://db.example:6543/ac%20me?connectTimeout=5&currentSchema=ingest&sslmode=require",
        given.address().jdbcUrl(Optional.of("ingest")));
  }

  @Test
  void aJdbcUrlDoesAsWellAndThePortIsPostgresOwnWhenNoneIsGiven() {
    var given = PostgresAddress.parse("jdbc:postgresql://[::1],b/acme?user=me&password=geheim");
    assertEquals("me", given.address().user());
    assertEquals("geheim", given.password().orElseThrow().value());
    assertEquals("[::1]:5432,b:5432/acme", given.address().place());
  }

  @Test
  void whatIsKeptReadsBackAndHoldsNoPassword() {
    var given = PostgresAddress.parse("postgres://me:geheim@h/acme?sslmode=require");
    assertFalse(given.address().url().contains("geheim"));
    assertEquals(given.address(), PostgresAddress.parse(given.address().url()).address());
    assertFalse(given.toString().contains("geheim"), given.toString());
    assertFalse(
        new ExternalPostgres(given.address(), given.password()).toString().contains("geheim"));
  }

  @Test
  void aUrlThatDoesNotReadIsRefusedWithoutRepeatingIt() {
    for (var url :
        List.of(
            "mysql://me:geheim@h/acme",
            "postgresql://me:geheim@h",
            "postgresql://:geheim@h/acme",
            "postgresql://me:geheim@h:99999/acme",
            "postgresql://me:geheim%@h/acme",
            "geheim")) {
      var refused = assertThrows(BackendException.class, () -> PostgresAddress.parse(url), url);
      assertFalse(refused.getMessage().contains("geheim"), refused.getMessage());
      assertTrue(
          refused.getMessage().endsWith("postgresql://USER:PASSWORD@HOST:PORT/DATABASE"),
          refused.getMessage());
    }
  }

  @Test
  void thePasswordInTheEnvironmentGoesBeforeTheOneInTheUrl() {
    var url = "postgresql://me:inUrl@h/acme";
    assertEquals(
        "inEnvironment",
        BackendOptions.postgres(url, Map.of("BELLWETHER_POSTGRES_PASSWORD", "inEnvironment"))
            .password()
            .orElseThrow()
            .value());
    assertEquals(
        "inUrl",
        BackendOptions.postgres(url, Map.of("BELLWETHER_POSTGRES_PASSWORD", ""))
            .password()
            .orElseThrow()
            .value());
  }

  @Test
  void brokersNeedAHostAndAPort() {
    assertEquals(
        "a:9092,[::1]:9093",
        KafkaAddress.of("a:9092, [::1]:9093", Optional.empty()).bootstrapServers());
    for (var text : List.of("a", "a:", ":9092", "a:0", "a:9092,", "http://a:9092")) {
      assertThrows(BackendException.class, () -> KafkaAddress.of(text, Optional.empty()), text);
    }
  }

  @Test
  void aKafkaConfigMaySayHowToBeLetInAndNothingElse() throws Exception {
    var file = folder.resolve("client.properties");
    Files.writeString(file, "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n");
    assertEquals(
        Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN"),
        KafkaAddress.of("a:1", Optional.of(file)).security());

    Files.writeString(file, "group.id=mine\n");
    var refused =
        assertThrows(
            BackendException.class, () -> KafkaAddress.of("a:1", Optional.of(file)).security());
    assertTrue(refused.getMessage().startsWith("group.id in --kafka-config"), refused.getMessage());
  }
}
