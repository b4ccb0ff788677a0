package dev.bellwether.trend.alerting.channel;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of webhooks, as Standard Webhooks writes them: {@code whsec_} and base64. */
public final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int LEAST = 24;
  private static final int MOST = 64;

  private SigningSecret() {}

  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether it is {@code whsec_} and base64 of 24 to 64 bytes. */
  public static boolean isOne(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return false;
    }
    try {
      int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
      return bytes >= LEAST && bytes <= MOST;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
