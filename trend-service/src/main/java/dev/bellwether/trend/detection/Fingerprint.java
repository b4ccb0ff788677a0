package dev.bellwether.trend.detection;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit hash that stays the same over runs and machines: it is written to state. Not for
 * secrets.
 */
public final class Fingerprint {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /**
   * FNV-1a over UTF-8, then MurmurHash3's finaliser, since sketches need every bit to look random.
   */
  public static long of(String text) {
    long hash = FNV_OFFSET;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
