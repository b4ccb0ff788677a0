package dev.bellwether.trend.alerting.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets in the database unreadable to who has the database alone: AES-256-GCM, bound to the
 * place where they stand. Without a key they are kept as they are.
 */
public final class SecretSeal {

  private static final String PLAIN = "plain:";
  private static final String SEALED = "aes256gcm:";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<SecretKeySpec> keys;
  private final SecureRandom random = new SecureRandom();

  private SecretSeal(List<SecretKeySpec> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * @param keys 32 bytes each, in base64, with commas between: the first seals, each opens; blank
   *     for none
   * @throws IllegalArgumentException when one is none, without quoting it
   */
  public static SecretSeal of(String keys) {
    if (keys.isBlank()) {
      return new SecretSeal(List.of());
    }
    return new SecretSeal(
        Arrays.stream(keys.split(",", -1)).map(String::strip).map(SecretSeal::key).toList());
  }

  private static SecretKeySpec key(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "bellwether.alerting.secret-key must be 32 bytes in base64 (openssl rand -base64 32),"
              + " or several with commas between");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  public boolean hasKey() {
    return !keys.isEmpty();
  }

  /**
   * @param place where it will stand: moved elsewhere it does not open
   */
  public String seal(String secret, String place) {
    if (keys.isEmpty()) {
      return PLAIN + secret;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, place)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return SEALED + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has AES-GCM", e);
    }
  }

  /**
   * @throws UnsealableException when none of the keys has sealed it, or not for this place
   */
  public String open(String stored, String place) {
    if (stored.startsWith(PLAIN)) {
      return stored.substring(PLAIN.length());
    }
    byte[] all = Base64.getDecoder().decode(stored.substring(SEALED.length()));
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    return keys.stream()
        .flatMap(key -> opened(key, nonce, all, place).stream())
        .findFirst()
        .orElseThrow(UnsealableException::new);
  }

  private static Optional<String> opened(
      SecretKeySpec key, byte[] nonce, byte[] all, String place) {
    try {
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, key, nonce, place)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
