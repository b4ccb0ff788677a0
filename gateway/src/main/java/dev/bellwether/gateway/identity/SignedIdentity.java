package dev.bellwether.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.gateway.GatewayLimits;
import dev.bellwether.kit.identity.Caller;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs who is calling: a short ES256 JWT with subject (the key's id), workspace and scopes (as
 * groups). Tokens are kept for half their life, since one signature costs more than the rest of a
 * call.
 */
@ApplicationScoped
public class SignedIdentity {

  private static final int MOST_TOKENS = 10_000;

  private final String issuer;
  private final GatewayLimits limits;
  private final PrivateKey key;
  // By the whole key record: changed scopes make another token at once
  private final Cache<ApiKey, String> tokens;

  public SignedIdentity(
      @ConfigProperty(name = "bellwether.identity.issuer") String issuer,
      @ConfigProperty(name = "bellwether.identity.private-key") Optional<String> privateKey,
      GatewayLimits limits) {
    this.issuer = issuer;
    this.limits = limits;
    this.key = SigningKey.read(privateKey);
    this.tokens =
        Caffeine.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(limits.tokenCache())
            .build();
  }

  /** A token that is valid for at least {@code token-lifetime − token-cache}. */
  public String tokenFor(ApiKey caller) {
    return tokens.get(caller, this::sign);
  }

  private String sign(ApiKey caller) {
    return Jwt.issuer(issuer)
        .subject(caller.id())
        .claim(Caller.WORKSPACE_CLAIM, caller.workspace())
        .groups(caller.scopes())
        .expiresIn(limits.tokenLifetime())
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .sign(key);
  }
}
