package dev.bellwether.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.gateway.Suite;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Inject;
import java.security.interfaces.ECPublicKey;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class IdentityTest {

  @Inject KeyStore store;
  @Inject WorkspaceTransaction transaction;
  @Inject DataSource dataSource;

  private static JsonWebToken identityOf(String key) throws Exception {
    String header =
        given()
            .header("X-API-Key", key)
            .get("/v1/mentions")
            .then()
            .statusCode(200)
            .extract()
            .path("headers.authorization[0]");
    return verify(header.substring("Bearer ".length()));
  }

  /** As a service does it: the same library, algorithm and issuer. */
  private static JsonWebToken verify(String token) throws Exception {
    var expected = new JWTAuthContextInfo();
    var key = (ECPublicKey) KeyUtils.decodePublicKey(Suite.publicKey(), SignatureAlgorithm.ES256);
    expected.setPublicVerificationKey(key);
    expected.setIssuedBy("bellwether-gateway");
    expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    return new DefaultJWTParser(expected).parse(token);
  }

  private static int statusWith(KeySecret secret) {
    return given().header("X-API-Key", secret.reveal()).get("/v1/mentions").statusCode();
  }

  private long rows(String setting, String value) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                if (setting != null) {
                  try (var set = connection.prepareStatement("select set_config(?, ?, true)")) {
                    set.setString(1, setting);
                    set.setString(2, value);
                    set.execute();
                  }
                }
                try (var count =
                    connection.createStatement().executeQuery("select count(*) from api_key")) {
                  count.next();
                  return count.getLong(1);
                }
              }
            });
  }

  @Test
  void theBootstrapKeyOpensTheDefaultWorkspaceWithEveryScope() throws Exception {
    JsonWebToken identity = identityOf(Suite.KEY);
    assertEquals("bootstrap", identity.getSubject());
    assertEquals("default", identity.getClaim("workspace"));
    assertEquals(Set.copyOf(Scopes.ALL), identity.getGroups());
    assertEquals(120, identity.getExpirationTime() - identity.getIssuedAtTime());
  }

  @Test
  void aKeyCarriesItsOwnWorkspaceAndScopes() throws Exception {
    KeySecret secret = store.issue("acme", "reader", List.of(Scopes.TRENDS_READ));
    JsonWebToken identity = identityOf(secret.reveal());
    assertEquals("acme", identity.getClaim("workspace"));
    assertEquals(Set.of(Scopes.TRENDS_READ), identity.getGroups());
  }

  @Test
  void aTokenIsUsedAgainForTheSameKey() {
    String first =
        given().header("X-API-Key", Suite.KEY).get("/v1/trends").path("headers.authorization[0]");
    given()
        .header("X-API-Key", Suite.KEY)
        .get("/v1/trends")
        .then()
        .body("headers.authorization[0]", equalTo(first));
  }

  @Test
  void aTokenOfAnotherSignerWouldNotVerify() throws Exception {
    String token =
        given().header("X-API-Key", Suite.KEY).get("/v1/trends").path("headers.authorization[0]");
    String[] parts = token.substring("Bearer ".length()).split("\\.");
    String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
    assertThrows(Exception.class, () -> verify(forged));
  }

  @Test
  void aRevokedKeyOpensNothingOnceTheCacheHasExpired() {
    KeySecret secret = store.issue("revoking", "short-lived", List.of(Scopes.MENTIONS_READ));
    assertEquals(200, statusWith(secret));
    String id = store.find(secret).orElseThrow().id();
    assertTrue(store.revoke("revoking", id));
    assertFalse(store.revoke("revoking", id));
    await().atMost(Duration.ofSeconds(40)).until(() -> statusWith(secret) == 401);
  }

  @Test
  void aKeyThatWasRefusedWorksTheMomentItExists() {
    KeySecret secret = KeySecret.random();
    assertEquals(401, statusWith(secret));
    store.put("late", "late", secret, "late", List.of());
    assertEquals(200, statusWith(secret));
  }

  @Test
  void replacingAKeyEndsTheOneBefore() {
    KeySecret old = KeySecret.random();
    KeySecret now = KeySecret.random();
    store.put("rotating", "a", old, "a", List.of());
    store.put("rotating", "a", now, "a", List.of());
    assertEquals(Optional.empty(), store.find(old));
    assertTrue(store.find(now).isPresent());
  }

  @Test
  void anEmptyBootstrapSettingRevokesTheKeyItOnceMade() {
    KeySecret secret = KeySecret.parse(Suite.KEY).orElseThrow();
    try {
      new BootstrapKey(Optional.of(" "), store).apply();
      assertEquals(Optional.empty(), store.find(secret));
    } finally {
      new BootstrapKey(Optional.of(Suite.KEY), store).apply();
    }
    assertTrue(store.find(secret).isPresent());
  }

  @Test
  void aMalformedBootstrapKeyIsRefusedWithoutBeingRepeated() {
    var refused =
        assertThrows(
            StartFailure.class, () -> new BootstrapKey(Optional.of("bw_secretish"), store).apply());
    assertTrue(refused.getMessage().contains("BELLWETHER_BOOTSTRAP_API_KEY"));
    assertFalse(refused.getMessage().contains("secretish"));
  }

  @Test
  void twoWorkspacesCannotShareASecret() {
    KeySecret secret = store.issue("first", "one", List.of());
    assertThrows(
        StorageException.class, () -> store.put("second", "two", secret, "two", List.of()));
    assertEquals("first", store.find(secret).orElseThrow().workspace());
  }

  @Test
  void whoeverPresentsAKeySeesThatRowAndNoOther() {
    KeySecret secret = store.issue("seen", "one", List.of());
    store.issue("seen", "another", List.of());
    assertEquals(0, rows(null, null));
    assertEquals(1, rows("bellwether.key_hash", secret.hashHex()));
    assertEquals(2, rows("bellwether.workspace", "seen"));
    assertEquals(0, rows("bellwether.workspace", "unseen"));
    // the settings are gone from the pooled connections
    assertEquals(0, rows(null, null));
  }

  @Test
  void noColumnHoldsTheSecret() {
    KeySecret secret = store.issue("hashed", "one", List.of("a"));
    String row =
        transaction.inWorkspace(
            "hashed",
            connection -> {
              try (var all =
                  connection
                      .createStatement()
                      .executeQuery("select api_key::text, encode(hash, 'hex') from api_key")) {
                all.next();
                return all.getString(1) + all.getString(2);
              }
            });
    assertTrue(row.contains(secret.hashHex()));
    assertFalse(row.contains(secret.reveal().substring(3)));
  }

  @Test
  void noLogLineHoldsAKey() {
    List<String> lines = new ArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(
                line.getMessage()
                    + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      given().header("X-API-Key", Suite.KEY).get("/v1/trends?act=break").then().statusCode(502);
      given().header("X-API-Key", Suite.KEY).get("/v1/trends?act=refuse").then().statusCode(502);
    } finally {
      root.removeHandler(listener);
    }
    assertFalse(lines.isEmpty());
    assertTrue(lines.stream().noneMatch(line -> line.contains(Suite.KEY)), () -> lines.toString());
  }
}
