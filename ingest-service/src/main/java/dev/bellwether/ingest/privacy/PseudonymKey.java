package dev.bellwether.ingest.privacy;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A key that pseudonyms are made with.
 *
 * @param id names the key in what is stored, and says nothing of it
 * @param secret 32 random bytes or more
 */
public record PseudonymKey(String id, byte[] secret) {

  private static final int LEAST_BYTES = 32;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

  /**
   * @throws IllegalArgumentException when the secret is too short or the id is no short name
   */
  public PseudonymKey {
    if (secret.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "the pseudonym key has " + secret.length + " bytes; it needs " + LEAST_BYTES);
    }
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "the pseudonym key's id must be up to 32 letters, digits and _.-");
    }
    secret = secret.clone();
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }

  /** Only the id: a record would print where its secret lies. */
  @Override
  public String toString() {
    return "PseudonymKey[" + id + "]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PseudonymKey key
        && id.equals(key.id)
        && MessageDigest.isEqual(secret, key.secret);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** A key named by the beginning of its digest. */
  public static PseudonymKey of(byte[] secret) {
    return new PseudonymKey(HexFormat.of().formatHex(sha256(secret), 0, 4), secret);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
