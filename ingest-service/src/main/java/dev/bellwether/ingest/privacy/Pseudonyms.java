package dev.bellwether.ingest.privacy;

import dev.bellwether.contracts.kafka.RecordKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for authors that tell them apart but not who they are: HMAC-SHA-256 (RFC 2104) under a key
 * that is kept apart from the data. Two workspaces never share a pseudonym.
 */
public final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";

  private static final int LEAST_KEY_BYTES = 32;

  private final SecretKeySpec key;
  private final String keyId;

  /**
   * @param key 32 random bytes or more
   * @throws IllegalArgumentException when it is shorter
   */
  public Pseudonyms(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the pseudonym key has " + key.length + " bytes; it needs " + LEAST_KEY_BYTES);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.keyId = HexFormat.of().formatHex(sha256(key), 0, 4);
  }

  /** Which key made the pseudonyms; says nothing of the key itself. */
  public String keyId() {
    return keyId;
  }

  /** 64 hexadecimal digits; account names differ by more than case and a leading {@code @}. */
  public String of(String workspace, String platform, String account) {
    String name = account.startsWith("@") ? account.substring(1) : account;
    String identity = RecordKey.of(workspace, platform, name.toLowerCase(Locale.ROOT)).encode();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
