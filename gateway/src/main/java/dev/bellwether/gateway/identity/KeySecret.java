package dev.bellwether.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret half of an API key: {@code bw_} and 32 random bytes in base64url, 46 characters in
 * all. With 256 bits of chance in it a plain SHA-256 is as good as a slow password hash, and much
 * cheaper for each call. It never prints itself.
 */
public final class KeySecret {

  private static final String PREFIX = "bw_";
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("bw_[A-Za-z0-9_-]{43}");

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  /** A new secret, to be shown once. */
  public static KeySecret random() {
    byte[] bytes = new byte[BYTES];
    // Made here and not kept in a field: a native image must not carry a generator seeded when it
    // was built
    new SecureRandom().nextBytes(bytes);
    return new KeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The secret that {@code text} spells, or nothing where no key could look like that. */
  public static Optional<KeySecret> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new KeySecret(text)) : Optional.empty();
  }

  /** The only thing of it that is stored: 32 bytes. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@link #hash()} in lower-case hexadecimal. */
  public String hashHex() {
    return HexFormat.of().formatHex(hash());
  }

  /** The secret itself, for the one answer that hands it out. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
