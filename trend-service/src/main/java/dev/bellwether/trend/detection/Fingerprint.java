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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return ofBytes(text);
      }
      hash = with(hash, c);
    }
    return mixed(hash);
  }

  private static long ofBytes(String text) {
    long hash = FNV_OFFSET;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = with(hash, b & 0xff);
    }
    return mixed(hash);
  }

  /** Where a hash that is made step by step begins. */
  static long start() {
    return FNV_OFFSET;
  }

  /** One step further; {@link #mixed} ends it. */
  static long with(long hash, int next) {
    return (hash ^ next) * FNV_PRIME;
  }

  /** Of two things in either order. */
  static long ofPair(long one, long other) {
    return mixed(Math.min(one, other) * 31 + Math.max(one, other));
  }

  /** Every bit of the result hangs on every bit of the hash. */
  static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
