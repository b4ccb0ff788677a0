package dev.bellwether.kit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as the Standard Webhooks specification 1.0.0 says, symmetric scheme {@code v1}.
 */
public final class WebhookSignature {

  private static final String SECRET_PREFIX = "whsec_";
  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  /**
   * The header {@code webhook-signature}: one signature a secret, separated by spaces, so that a
   * receiver that knows either verifies it while a secret is being changed.
   *
   * @param id without a full stop, which separates it from what follows
   * @param timestamp of this attempt, Unix seconds
   * @param secrets {@code whsec_} and base64 of 24 to 64 bytes
   * @throws IllegalArgumentException when the id holds a full stop or a secret does not read
   */
  public static String header(String id, long timestamp, byte[] body, List<String> secrets) {
    if (id.indexOf('.') >= 0) {
      throw new IllegalArgumentException("a webhook's id holds no full stop");
    }
    byte[] start = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    return secrets.stream()
        .map(secret -> "v1," + Base64.getEncoder().encodeToString(sign(key(secret), start, body)))
        .collect(Collectors.joining(" "));
  }

  /**
   * @throws IllegalArgumentException when it does not read, without quoting it
   */
  private static byte[] key(String secret) {
    byte[] key;
    try {
      if (!secret.startsWith(SECRET_PREFIX)) {
        throw new IllegalArgumentException("no prefix");
      }
      key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a webhook's secret is whsec_ and base64");
    }
    if (key.length < SHORTEST_SECRET || key.length > LONGEST_SECRET) {
      throw new IllegalArgumentException("a webhook's secret has 24 to 64 bytes");
    }
    return key;
  }

  private static byte[] sign(byte[] key, byte[] start, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(start);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
