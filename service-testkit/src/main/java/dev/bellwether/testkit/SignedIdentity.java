package dev.bellwether.testkit;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Set;

/** Signs what the gateway would sign, so that a service's tests may call it without a gateway. */
public final class SignedIdentity {

  private SignedIdentity() {}

  /** A bearer token for the workspace {@code default}. */
  public static String withScopes(String... scopes) {
    return inWorkspace("default", scopes);
  }

  /** A bearer token for {@code workspace}. */
  public static String inWorkspace(String workspace, String... scopes) {
    return Jwt.issuer("bellwether-gateway")
        .subject("test-key")
        .claim("workspace", workspace)
        .groups(Set.of(scopes))
        .expiresIn(Duration.ofMinutes(2))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .sign(RealBackends.privateKey());
  }
}
