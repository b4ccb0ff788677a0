package dev.bellwether.gateway.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for a mention or an author: whoever has the id can ask whether it was meant, and nobody
 * can go from the digest to the id by trying ids, as with a plain hash. The first 16 bytes of an
 * HMAC-SHA-256.
 */
final class SubjectDigest {

  /** What a digest can stand for. */
  enum Kind {
    MENTION,
    AUTHOR
  }

  /** Makes digests with one key. */
  static final class Maker {

    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    /**
     * @param key 32 bytes that nobody else knows
     */
    Maker(byte[] key) {
      this.key = key.clone();
    }

    SubjectDigest of(String workspace, Kind kind, String id) {
      // No part can hold a NUL: no store here takes one
      String text = workspace + '\0' + kind + '\0' + id;
      try {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return new SubjectDigest(Arrays.copyOf(whole, BYTES));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has " + HMAC, e);
      }
    }
  }

  private static final int BYTES = 16;

  private final byte[] bytes;

  private SubjectDigest(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SubjectDigest digest && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
