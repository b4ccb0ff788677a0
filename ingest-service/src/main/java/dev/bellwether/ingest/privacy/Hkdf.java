package dev.bellwether.ingest.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * HKDF with SHA-256 (RFC 5869), without salt, for one block of output. Written out rather than
 * taken from {@code javax.crypto.KDF}, which a native image may not find.
 */
final class Hkdf {

  private static final int BLOCK = 32;

  private Hkdf() {}

  /**
   * @param secret the input keying material
   * @param info what the derived key is for
   * @return 32 bytes
   */
  static byte[] derive(byte[] secret, String info) {
    byte[] pseudorandomKey = HmacSha256.under(new byte[BLOCK]).of(secret);
    byte[] context = info.getBytes(StandardCharsets.UTF_8);
    byte[] first = Arrays.copyOf(context, context.length + 1);
    first[context.length] = 1;
    return HmacSha256.under(pseudorandomKey).of(first);
  }
}
