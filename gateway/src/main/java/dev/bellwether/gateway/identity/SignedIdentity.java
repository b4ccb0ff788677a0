package dev.bellwether.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.gateway.GatewayLimits;
import dev.bellwether.kit.identity.Caller;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs who is calling: a short ES256 JWT with subject (the key's id), workspace and scopes (as
 * groups). Tokens are kept for half their life, since one signature costs more than the rest of a
 * call.
 */
@ApplicationScoped
public class SignedIdentity {

  private static final String HMAC = "HmacSHA256";
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

  /**
   * A secret of 32 bytes that follows from the signing key, and from which the key cannot be told:
   * HMAC-SHA-256 of {@code purpose}. Another purpose gives another secret.
   */
  public byte[] derivedSecret(String purpose) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
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
